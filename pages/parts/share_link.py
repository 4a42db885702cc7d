"""A button that copies the address of the view: whoever opens it sees the same."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

HTML = """<div>
<span role="status"></span>
<input aria-label="Tautan ke tampilan ini" readonly hidden>
<button type="button">Salin tautan</button>
</div>
"""
CSS = """div {display: flex; gap: 8px; align-items: center; justify-content: flex-end}
span:not(:empty) {
  font: 13px var(--st-font); color: var(--st-text-color); background: var(--st-background-color);
  padding: 2px 6px; border-radius: var(--st-button-radius)}
input {width: 12rem; font: 13px var(--st-font)}
button {
  font: 13px var(--st-font); color: var(--st-text-color); background: var(--st-background-color);
  min-height: 28px; padding: 0 10px; cursor: pointer; white-space: nowrap;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius)}
button:hover {border-color: var(--st-primary-color)}
button:focus-visible {outline: 2px solid var(--st-primary-color); outline-offset: 1px}
"""
KEY = "share_link"
# In the line of the navigation, which leaves the room free; it takes none of the page's.
STYLE = f"""div:has(> .st-key-{KEY}) {{
  position: fixed; top: 0.85rem; right: 1rem; z-index: 999991; width: auto}}
[data-testid="stHeader"] {{padding-right: 9rem}}
"""
mount = st.components.v2.component(
    KEY, html=HTML, css=CSS, js=Path(__file__).with_suffix(".js").read_text("utf-8")
)


def place() -> DeltaGenerator:
    """Where the button will stand: before the controls, also for the keyboard."""
    return st.container(key=KEY)


def draw(place: DeltaGenerator, chosen: dict[str, str]) -> None:
    """The button.

    Args:
        chosen: what each control of the frame shows, by its name in the address.
    """
    with place:
        mount(data={"chosen": chosen}, key=f"{KEY}_button", width="content")
