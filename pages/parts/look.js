// What Streamlit leaves out for a keyboard and for those who listen: what scrolls sideways takes
// the focus, so that arrow keys move it; its own English names are Indonesian; and the letters of
// what is to stand on one screen shrink until it does (styles multiply by --fit).
const SCROLLERS =
  "[data-testid=stTable] div:has(> table), .katex-display, [class*=st-key-scroll_], pre"
const ONE_SCREEN = ".st-key-brief"
const SIZES = Array.from({ length: 15 }, (_, step) => 1 - step / 50) // 1 to 0.72
const UNDER = 16 // pixels, for what Streamlit puts there
const NAMES = {
  "App pages": "Halaman aplikasi",
  Help: "Bantuan",
  Open: "Buka pilihan",
  "Clear all": "Kosongkan",
  Sidebar: "Menu halaman",
  "Expand sidebar": "Buka menu halaman",
  "Collapse sidebar": "Tutup menu halaman",
  "Link to heading": "Tautan ke judul ini",
  "Scroll tabs right": "Geser tab ke kanan",
  "Scroll tabs left": "Geser tab ke kiri",
  "file upload": "unggah berkas",
  Pagination: "Pilihan halaman",
  "Next page": "Halaman berikutnya",
  "Previous page": "Halaman sebelumnya",
  Close: "Tutup",
}
const BEGINNINGS = {
  "Help for ": "Bantuan: ",
  "Fullscreen: ": "Layar penuh: ",
  "Download as CSV: ": "Unduh CSV: ",
  "Search: ": "Cari dalam: ",
  "Show/hide columns: ": "Pilih kolom: ",
  "Page ": "Halaman ",
  "Remove ": "Hapus ",
}

export default function () {
  let waiting
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(improve, 150)
  }
  const watching = new MutationObserver(soon)
  watching.observe(document.body, { childList: true, subtree: true })
  addEventListener("resize", soon)
  document.fonts.ready.then(soon)
  improve()
  return () => {
    watching.disconnect()
    removeEventListener("resize", soon)
  }
}

function improve() {
  for (const place of document.querySelectorAll(SCROLLERS)) letFocus(place)
  for (const named of document.querySelectorAll("[aria-label]")) {
    const name = indonesian(named.getAttribute("aria-label"))
    if (name) named.setAttribute("aria-label", name)
  }
  for (const place of document.querySelectorAll(ONE_SCREEN)) fit(place)
}

// Where that would take letters too small to be read, as on a phone, they stay as they are.
function fit(place) {
  const screen = place.closest("[data-testid=stMain]")
  const fits = (size) => {
    place.style.setProperty("--fit", size)
    const bottom = place.getBoundingClientRect().bottom - screen.getBoundingClientRect().top
    return bottom + screen.scrollTop + UNDER <= screen.clientHeight
  }
  if (fits(SIZES.at(-1))) SIZES.find(fits)
  else fits(1)
}

function letFocus(place) {
  const scrolls =
    place.scrollWidth > place.clientWidth + 1 && getComputedStyle(place).overflowX !== "visible"
  if (scrolls && !place.hasAttribute("tabindex")) {
    place.tabIndex = 0
    place.dataset.scrolls = "sideways"
  } else if (!scrolls && place.dataset.scrolls) {
    place.removeAttribute("tabindex")
    delete place.dataset.scrolls
  }
}

function indonesian(name) {
  if (Object.hasOwn(NAMES, name)) return NAMES[name]
  const start = Object.keys(BEGINNINGS).find((start) => name.startsWith(start))
  return start && BEGINNINGS[start] + name.slice(start.length)
}
