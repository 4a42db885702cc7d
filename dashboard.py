"""The door: one page shell, compressed responses, health, and what the map asks for."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware

from pages.parts import errors, routes

app = st.App(
    Path(__file__).parent / "pages" / "parts" / "shell.py",
    middleware=[Middleware(CompressMiddleware, minimum_size=1000)],
    routes=routes.ROUTES,
    on_script_error=errors.show,
)
