"""The colours of charts and map, light and dark; safe for the colour-blind."""

from dataclasses import dataclass

SEQUENCE_LIGHT = (
    "#d5ebe8",
    "#b4dcd8",
    "#8ccac5",
    "#62b5b0",
    "#3e9e9b",
    "#238784",
    "#126f6d",
    "#0a5756",
    "#053f40",
)
SEQUENCE_DARK = (
    "#12504f",
    "#14635f",
    "#1b7873",
    "#2b8f89",
    "#47a69f",
    "#6bbcb5",
    "#93d1ca",
    "#bce4de",
    "#e4f6f3",
)


@dataclass(frozen=True)
class Palette:
    """One theme: words in `ink`, quiet things in `muted`, the unknown in `unknown`."""

    sequence: tuple[str, ...]
    ink: str
    muted: str
    line: str
    paper: str
    unknown: str
    chosen: str
    behind: str
    ahead: str
    even: str
    accent: str


LIGHT = Palette(
    sequence=SEQUENCE_LIGHT,
    ink="#1c2b2a",
    muted="#5b6b69",
    line="#d9e3e1",
    paper="#fbfcfb",
    unknown="#dfe3e2",
    chosen="#d2690b",
    behind="#b86a14",
    ahead="#1c5a88",
    even="#5f6b75",
    accent="#126f6d",
)
DARK = Palette(
    sequence=SEQUENCE_DARK,
    ink="#e4ecea",
    muted="#a3b3b0",
    line="#2c3a38",
    paper="#111817",
    unknown="#35403f",
    chosen="#ffa24d",
    behind="#edb06a",
    ahead="#7db5de",
    even="#a8b3b9",
    accent="#5fc2bd",
)


def palette(dark: bool) -> Palette:
    return DARK if dark else LIGHT


def on_scale(sequence: tuple[str, ...], position: float) -> str:
    """The colour at `position` (0–1) of a sequence, mixed between its two nearest steps."""
    place = max(0.0, min(1.0, position)) * (len(sequence) - 1)
    low = min(int(place), len(sequence) - 2)
    share = place - low
    pairs = zip(channels(sequence[low]), channels(sequence[low + 1]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = (linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def readable_on(colour: str) -> str:
    """Near-black or white, whichever contrasts more with `colour`."""
    light = luminance(colour)
    white, black = 1.05 / (light + 0.05), (light + 0.05) / (luminance("#10201f") + 0.05)
    return "#ffffff" if white > black else "#10201f"
