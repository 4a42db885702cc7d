"""The door: one page shell, compressed and Indonesian answers, health, what the map asks for."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages.parts import errors, routes
from pages.parts.compression import Compression
from pages.parts.framing import Framing
from pages.parts.page_html import Indonesian

app = st.App(
    Path(__file__).parent / "pages" / "parts" / "shell.py",
    middleware=[Middleware(Framing), Middleware(Compression), Middleware(Indonesian)],
    routes=routes.ROUTES,
    on_script_error=errors.show,
)
