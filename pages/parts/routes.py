"""What the server answers beside the pages."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import queries
from data import shelf
from data.errors import DataError
from pages.parts import fresh_files

# Plotly draws a world outline behind every map and fetches it from a public server;
# this answers with an outline that has nothing in it, so no request leaves the machine.
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
EMPTY_WORLD = {
    "type": "Topology",
    "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in LAYERS},
    "arcs": [],
}


async def empty_world(request: Request) -> JSONResponse:
    return JSONResponse(EMPTY_WORLD, headers={"Cache-Control": "public, max-age=86400"})


def health(request: Request) -> JSONResponse:
    """200 when every dataset has a file that opens, else 503 with the reason."""
    try:
        datasets = {name: opened(name) for name in shelf.offered()}
    except (DataError, OSError) as error:
        return JSONResponse({"status": "rusak", "sebab": str(error)}, status_code=503)
    return JSONResponse({"status": "baik", "dataset": datasets})


def opened(dataset: str) -> dict[str, str]:
    file = shelf.newest(dataset)
    if file is None:
        return {"berkas": "belum dibangun"}
    with queries.connect(file) as db:
        about = queries.ask(db, "about").iloc[0]
    return {"berkas": file.name, "tanggal_data": about["data_date"].date().isoformat()}


ROUTES = [
    Route("/topo/{outline}", empty_world),
    Route("/health", health),
    Route("/berkas/{secret}/{name}", fresh_files.serve),
]
