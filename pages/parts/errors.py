"""What a user is told when a page fails: once, in Indonesian, with the way on."""

import logging
import uuid

import streamlit as st

from data.errors import DataError
from pages.parts import words


def show(error: BaseException) -> bool:
    """Tell the user; True says that Streamlit need not show the error itself."""
    if isinstance(error, DataError):
        st.error(
            words.escape(str(error)), title="Data tidak dapat dipakai", icon=":material/error:"
        )
        return True
    mark = uuid.uuid4().hex[:8]
    logging.getLogger(__name__).error("page failed (%s)", mark, exc_info=error)
    st.error(
        "Muat ulang halaman ini. Bila tetap gagal, sampaikan kode "
        f"**{mark}** kepada pengelola; rinciannya ada di catatan server.",
        title="Halaman ini gagal ditampilkan",
        icon=":material/error:",
    )
    return True
