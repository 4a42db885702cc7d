// The letters of the briefing shrink until all of it stands on one screen. Where that would take
// letters too small to be read, as on a phone, they stay as they are, and one scrolls.
const SIZES = Array.from({ length: 15 }, (_, step) => 1 - step / 50) // of 1, down to 0.72
const ROOM = 16 // pixels under it, for what Streamlit puts there

export default function () {
  let waiting
  const soon = () => {
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(fit)
  }
  const watching = new MutationObserver(soon)
  watching.observe(document.body, { childList: true, characterData: true, subtree: true })
  addEventListener("resize", soon)
  document.fonts.ready.then(soon)
  soon()
  return () => {
    watching.disconnect()
    cancelAnimationFrame(waiting)
    removeEventListener("resize", soon)
  }
}

function fit() {
  const brief = document.querySelector(".st-key-brief")
  const main = brief?.closest("[data-testid=stMain]")
  if (!main) return
  const sized = (size) => {
    brief.style.setProperty("--fit", size)
    const bottom = brief.getBoundingClientRect().bottom - main.getBoundingClientRect().top
    return bottom + main.scrollTop + ROOM - main.clientHeight // pixels too many
  }
  if (sized(SIZES.at(-1)) > 0) sized(1)
  else SIZES.find((size) => sized(size) <= 0)
}
