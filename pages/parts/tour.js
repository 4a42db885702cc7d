// The browser remembers that the tour was taken or turned down; where it keeps no cookies, the
// session does for as long as it lasts.
export default function ({ data }) {
  document.cookie = `${data.cookie}=1; path=/; max-age=31536000; samesite=lax`
}
