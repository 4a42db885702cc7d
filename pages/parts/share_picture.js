// Two buttons that save a chart of this page as a picture, with its finding, the words for made-up
// data and its source inside. Drawn by Plotly, which Streamlit has loaded for the chart itself.
const FONT = "Arial, Helvetica, sans-serif" // what was measured must be there when it is drawn
const LEAST = 760 // pixels: a picture taken on a phone is read on a screen
const EDGE = 16

export default function ({ data, parentElement }) {
  const said = parentElement.querySelector("[role=status]")
  for (const button of parentElement.querySelectorAll("button")) {
    button.setAttribute("aria-label", `Unduh gambar ${button.textContent}: ${data.named}`)
    button.onclick = () =>
      save(data, button.value).then(
        () => tell(said, "Diunduh"),
        (error) => tell(said, "Gambar gagal dibuat; tunggu grafik tampil, lalu coba lagi.", error),
      )
  }
}

function tell(said, words, error) {
  if (error) console.warn(error)
  said.textContent = words
  setTimeout(() => (said.textContent = ""), error ? 10000 : 3000)
}

async function save(data, format) {
  const picture = await framed(data)
  const text = new XMLSerializer().serializeToString(picture)
  const svg = new Blob([text], { type: "image/svg+xml" })
  const link = document.createElement("a")
  link.href = URL.createObjectURL(format === "svg" ? svg : await painted(picture, text))
  link.download = `${data.file}.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

async function framed(data) {
  const chart = document.querySelector(`.st-key-${CSS.escape(data.chart)} .js-plotly-plot`)
  const width = Math.max(chart.offsetWidth, LEAST) + 2 * EDGE
  const picture = element("svg", { width })
  picture.append(element("rect", { width: "100%", height: "100%", fill: data.paper }))
  const head = [
    [data.told, 15, "bold", data.ink],
    [data.seen, 13, "normal", data.muted],
    [data.legend, 12, "normal", data.muted],
  ]
  const foot = [[data.mark, 15, "bold", data.ink], [data.source, 12, "normal", data.muted]]
  const top = written(picture, head, EDGE, width) + EDGE / 2
  const plot = await drawn(chart, width - 2 * EDGE)
  plot.setAttribute("x", EDGE)
  plot.setAttribute("y", top)
  picture.append(plot)
  const under = top + Number(plot.getAttribute("height")) + EDGE / 2
  const height = written(picture, foot, under, width) + EDGE
  picture.setAttribute("height", height)
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`)
  return picture
}

async function drawn(chart, width) {
  const { data, layout } = structuredClone({ data: chart.data, layout: chart.layout })
  layout.font = { ...layout.font, family: FONT }
  const figure = { data, layout, config: { topojsonURL: chart._context.topojsonURL } }
  const size = { width, height: chart.offsetHeight }
  const text = await window.Plotly.toImage(figure, { format: "svg", imageDataOnly: true, ...size })
  return new DOMParser().parseFromString(text, "image/svg+xml").documentElement
}

function written(picture, paragraphs, top, width) {
  const pen = document.createElement("canvas").getContext("2d")
  for (const [words, size, weight, fill] of paragraphs) {
    pen.font = `${weight} ${size}px ${FONT}`
    const fitting = words.split("\n").flatMap((part) => lines(part, pen, width - 2 * EDGE))
    for (const line of fitting) {
      const look = { x: EDGE, y: top + size, fill, "font-size": size, "font-weight": weight }
      const text = element("text", { ...look, "font-family": FONT })
      text.textContent = line
      picture.append(text)
      top += Math.round(size * 1.4)
    }
  }
  return top
}

function lines(words, pen, room) {
  const broken = []
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = broken.length ? `${broken.at(-1)} ${word}` : word
    if (broken.length && pen.measureText(longer).width <= room) broken[broken.length - 1] = longer
    else broken.push(word)
  }
  return broken
}

async function painted(picture, text) {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = 2 * picture.getAttribute("width")
  canvas.height = 2 * picture.getAttribute("height")
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"))
}

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
