"""The method in plain Indonesian: method.md with every number read from the rules and settings."""

import re
from collections.abc import Callable
from pathlib import Path
from string import Template

import pandas as pd
import streamlit as st

from pages.parts import access, sentences, words
from pages.parts.tables import show

STAGES = ("inisiatif", "uji coba", "penerapan")
TEXT = Path(__file__).with_name("method.md")


class Prose(Template):
    """Text with @names; dollar signs stay for formulae."""

    delimiter = "@"


def draw() -> None:
    """The text, with a table where a comment names one."""
    tables = {"features": features, "themes": themes, "settings": settings}
    text = Prose(TEXT.read_text(encoding="utf-8")).substitute(numbers())
    for piece in re.split(r"<!-- (\w+) -->", text):
        if piece in tables:
            tables[piece]()
        else:
            st.markdown(piece)


def numbers(ask: Callable[[str], pd.DataFrame] = access.ask) -> dict[str, str]:
    """Every @name by what it stands for."""
    rulesets = ask("rulesets")
    rules = rulesets[rulesets["kind"] == "resmi"].iloc[-1]
    setting = ask("settings").set_index("setting")["value"]
    return {
        **{name: words.brief(rules[name]) for name in ("spd_max", "maturity_max", "total_max")},
        **{name: words.whole(rules[name]) for name in ("divisor_min", "count_cap")},
        "year": str(rules["year"]),
        "basic_sectors_min": words.whole(rules["basic_sectors_min"]),
        "basic_sectors": words.whole(ask("sectors")["basic"].sum()),
        "count_weight": words.number(rules["count_weight"]),
        "count_weight_tex": words.number(rules["count_weight"]).replace(",", "{,}"),
        "computed_rows": words.listed(ask("computed_rows")["number"].tolist()),
        "least_points": words.number(setting["least_points"]),
        "least_innovations": words.whole(setting["least_innovations"]),
        "bootstrap_draws": words.whole(setting["bootstrap_draws"]),
        "score_decimals": words.whole(setting["score_decimals"]),
        "least_stage": STAGES[int(setting["least_stage"]) - 1],
        "need_covered_tex": words.brief(setting["need_covered"]).replace(",", "{,}"),
        **{
            name: words.whole(setting[name])
            for name in ("duplicate_likeness", "duplicate_text", "need_full_points", "lock_months")
        },
        "needs": words.whole(len(ask("needs"))),
        "preference": sentences.PREFERENCE,
    }


def features() -> None:
    rows = access.ask("feature_names")
    table = {
        "Ciri": [words.text(name) for name in rows["name"]],
        "Cara hitung": [words.text(rule) for rule in rows["rule"]],
        "Tahun": [words.year(year) for year in rows["year"]],
    }
    show(pd.DataFrame(table), "Ciri struktur")


def themes() -> None:
    rows = access.ask("themes")
    table = {
        "Tema": [words.text(label) for label in rows["label"]],
        "Aturan": [words.text(rule) for rule in rows["rule"]],
        "Inovasi": [words.whole(count) for count in rows["innovations"]],
    }
    show(pd.DataFrame(table), "Tema dan aturannya")


def settings() -> None:
    rows = access.ask("settings")
    table = {
        "Pilihan": [words.text(label) for label in rows["label"]],
        "Nilai": [words.brief(value) for value in rows["value"]],
        "Alasan": [words.text(reason) for reason in rows["reason"]],
    }
    show(pd.DataFrame(table), "Angka yang kami pilih sendiri")
