// A button that copies the address of what is looked at, also over http, where browsers give no
// clipboard. The controls at their usual value, which Streamlit leaves out, are told too: what is
// usual may change when data are imported.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  const said = parentElement.querySelector("[role=status]")
  const field = parentElement.querySelector("input")
  button.onclick = async () => {
    const link = address(data.chosen)
    const copied = await copy(link)
    said.textContent = copied ? "Tautan disalin" : "Salin tautan ini:"
    field.hidden = copied
    if (!copied) select(field, link)
    clearTimeout(button.waiting)
    if (copied) button.waiting = setTimeout(() => (said.textContent = ""), 4000)
  }
  field.onblur = () => {
    field.hidden = true
    said.textContent = ""
  }
}

function address(chosen) {
  const link = new URL(location.href)
  for (const [name, value] of Object.entries(chosen))
    if (!link.searchParams.has(name)) link.searchParams.set(name, value)
  link.hash = ""
  return link.href
}

async function copy(link) {
  try {
    await navigator.clipboard.writeText(link)
    return true
  } catch {
    return copyAsOfOld(link)
  }
}

function copyAsOfOld(link) {
  const before = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
  const field = document.createElement("textarea")
  field.value = link
  field.style.position = "fixed"
  field.style.opacity = 0
  document.body.append(field)
  field.select()
  const copied = document.execCommand("copy")
  field.remove()
  before?.focus()
  return copied
}

function select(field, link) {
  field.value = link
  field.focus()
  field.select()
}
