"""A briefing as slides for PowerPoint: native charts, tables and map, to be edited by its user."""

import io

from pages.parts import (
    brief_content,
    brief_pptx_actions,
    brief_pptx_history,
    brief_pptx_look,
    brief_pptx_method,
    brief_pptx_province,
    brief_pptx_standing,
    brief_pptx_steps,
    brief_pptx_theme,
)
from pages.parts.brief_facts import Brief

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
REGENCY = (
    brief_pptx_standing.cover,
    brief_pptx_standing.peers,
    brief_pptx_standing.on_map,
    brief_pptx_actions.gaps,
    brief_pptx_actions.candidates,
    brief_pptx_history.history,
    brief_pptx_steps.steps,
    brief_pptx_method.method,
)
PROVINCE = (
    brief_pptx_standing.cover,
    brief_pptx_province.predicates,
    brief_pptx_standing.on_map,
    brief_pptx_province.scores,
    brief_pptx_province.gaps,
    brief_pptx_province.candidates,
    brief_pptx_province.cooperations,
    brief_pptx_method.method,
)


def slides(brief: Brief) -> bytes:
    """Seven or eight slides of 16:9: findings as titles, figures to edit, sources in the notes."""
    content = brief_content.content(brief)
    show = brief_pptx_theme.empty(content, brief.chosen.day)
    deck = brief_pptx_look.Deck(show, brief, content)
    for draw in PROVINCE if brief.is_province else REGENCY:
        draw(deck)
    for number, slide in enumerate(show.slides, start=1):
        brief_pptx_look.foot(slide, number, content)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()
