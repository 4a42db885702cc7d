"""The door: compression, health, and the empty world outline that keeps the map off the network."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette_compress import CompressMiddleware

from data.errors import DataError
from pages.parts import errors, topology

app = st.App(
    "pages/parts/shell.py",
    middleware=[Middleware(CompressMiddleware, minimum_size=1000)],
    routes=[
        Route("/topo/{name}.json", topology.empty_world),
        Route("/health", health),
    ],
    on_script_error=errors.show,
)
