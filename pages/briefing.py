"""What must the leadership know in five minutes?"""

import streamlit as st

from pages.parts import (
    access,
    brief_content,
    brief_documents,
    brief_map,
    brief_note,
    brief_screen,
    briefing,
    console_brief,
    presenting,
)

view = access.view()
if presenting.on():
    presenting.bar()
with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tools"):
    province = briefing.whose()
    compared = ("", []) if province else briefing.peers(view)
    tools = st.container(horizontal=True, gap="small", width="content")
brief = briefing.asked(view, province, compared)
said = brief_content.content(brief)
brief_screen.draw(brief, said, view.dark, presenting.on())
with tools:
    brief_documents.draw(brief)
    presenting.button()
    with st.popover("Catatan", icon=":material/edit_note:"):
        brief_note.draw(view, brief.chosen.code, brief.note)
    brief_map.picture(brief)
    console_brief.draw(brief, view)
