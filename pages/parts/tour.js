// The browser remembers that the tour was taken or turned down; where it keeps no cookies, the
// session does for as long as it lasts. The button that was pressed is gone when the tour begins or
// ends: the keyboard goes on from the one that follows, without moving the page.
export default function ({ data }) {
  document.cookie = `${data.cookie}=1; path=/; max-age=31536000; samesite=lax`
  if (data.focus)
    document.querySelector(`.st-key-${data.focus} button`)?.focus({ preventScroll: true })
}
