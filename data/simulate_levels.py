"""Which levels made-up reports reach: a graded response model with the grain of real reports.

Behind every level stands a hidden score; a level is reached when it passes the level's threshold
(Samejima, Estimation of latent ability using a response pattern of graded scores, 1969). The
hidden score is a sum: the government, its office (one that documents well does so everywhere), the
innovation, the official variable, and chance. Thresholds are written as what they mean: how many
of a hundred reports of a usual government reach levels 1, 2 and 3. All shares are invented.
"""

from statistics import NormalDist

import numpy as np
import pandas as pd

Shares = tuple[float, float, float]
USUAL_SHARES: Shares = (80, 50, 25)  # of a row that is not named here
SID_SHARES: dict[str, Shares] = {
    "REGULASI": (97, 45, 4), "SDM": (98, 55, 15), "ANGGARAN": (85, 50, 25),
    "ALAT_KERJA": (96, 75, 40), "BIMTEK": (85, 50, 30), "RKPD": (80, 45, 25),
    "AKTOR": (90, 60, 40), "PELAKSANA": (95, 80, 45), "JEJARING": (85, 60, 35),
    "SOSIALISASI": (96, 88, 40), "PEDOMAN": (92, 60, 30), "INFORMASI": (92, 70, 45),
    "PROSES": (88, 60, 40), "PENGADUAN": (80, 50, 40), "TERINTEGRASI": (80, 50, 25),
    "REPLIKASI": (10, 4, 1.5), "KECEPATAN": (97, 75, 45), "KEMANFAATAN": (97, 65, 45),
    "MONEV": (88, 40, 10), "VIDEO": (85, 40, 12),
}  # fmt: skip
SPD_SHARES: dict[str, Shares] = {
    "VISI_MISI": (96, 85, 70), "APBD_TEPAT_WAKTU": (96, 88, 75), "MANDATORY_SPENDING": (90, 70, 45),
    "PERIZINAN": (100, 65, 30), "PENDAPATAN_PER_KAPITA": (100, 60, 30),
    "TPT_PROGRES": (100, 60, 30), "TPT_NILAI": (100, 75, 10), "INVESTASI": (100, 60, 20),
    "PAD": (100, 70, 12), "OPINI_BPK": (99, 95, 88), "LAKIP": (97, 80, 15),
    "KEMISKINAN_PROGRES": (100, 70, 8), "KEMISKINAN_NILAI": (100, 85, 35),
    "IPM_PROGRES": (100, 60, 25), "IPM_NILAI": (100, 75, 12), "PENGHARGAAN": (72, 45, 22),
    "REKOMENDASI": (60, 35, 20), "KUALITAS_KEBIJAKAN": (60, 40, 20), "RIPJ_PID": (55, 35, 25),
    "HAKI": (68, 40, 20),
}  # fmt: skip
# Standard deviations of what a hidden score is the sum of.
GOVERNMENT, OFFICE, INNOVATION, VARIABLE, CHANCE = 0.55, 0.45, 0.35, 0.35, 0.75
GROWTH = 0.15  # mean yearly gain of an innovation that goes on; never a loss
# Where a government is thought to stand by published predicates and awards, before chance.
STANDING = {
    "6303": 0.5, "6304": -0.1, "6305": 0.2, "6306": 0.4, "6308": -0.1, "6309": 0.6,
    "6310": -0.3, "6311": 0.6, "6371": 0.1, "6372": -0.2,
}  # fmt: skip
UNSURE = 0.3  # standard deviation around a known standing


def thresholds(codes: list[str], shares: dict[str, Shares], spread: float) -> np.ndarray:
    """The hidden score each level asks for: codes × 3."""
    usual = NormalDist(0, spread)
    return np.array([[cut(usual, share) for share in shares.get(c, USUAL_SHARES)] for c in codes])


def cut(usual: NormalDist, share: float) -> float:
    """Above which score the share (0–100) of a usual population lies; all of it at 100."""
    return usual.inv_cdf(1 - share / 100) if share < 100 else -np.inf


def reached(hidden: np.ndarray, cuts: np.ndarray) -> np.ndarray:
    """Levels 0–3 of hidden scores: rows × codes."""
    levels = np.zeros(hidden.shape, dtype=np.int8)
    for level in cuts.T:
        levels += hidden > level
    return levels


def government_effects(rng: np.random.Generator, codes: list[str]) -> np.ndarray:
    """How well each government reports, before the year's luck."""
    known = np.array([code in STANDING for code in codes])
    centre = np.array([STANDING.get(code, 0.0) for code in codes])
    return centre + rng.normal(0, 1, len(codes)) * np.where(known, UNSURE, GOVERNMENT)


def innovation_levels(
    rng: np.random.Generator,
    effect: np.ndarray,
    innovations: pd.DataFrame,
    reports: pd.DataFrame,
    rules: pd.DataFrame,
) -> np.ndarray:
    """The levels of every report of an innovation: reports × rules.

    Args:
        rng: decides what is left to chance.
        effect: from `government_effects`.
        innovations: government, office and first, as `simulate_rounds.reports` counts them.
        reports: innovation and year, likewise.
        rules: code and variable of the SID rows.
    """
    offices, office = np.unique(innovations["office"].to_numpy(dtype=str), return_inverse=True)
    variables, variable = np.unique(rules["variable"].to_numpy(dtype=str), return_inverse=True)
    government, size = innovations["government"].to_numpy(), len(innovations)
    ability = effect[government] + rng.normal(0, INNOVATION, size)
    ability += rng.normal(0, OFFICE, (len(effect), len(offices)))[government, office]
    hidden = ability[:, None] + rng.normal(0, VARIABLE, (size, len(variables)))[:, variable]
    hidden += rng.normal(0, CHANCE, hidden.shape)
    years = int(reports["year"].max()) + 1
    gained = rng.exponential(GROWTH, (size, years)).cumsum(axis=1)
    who, when = reports["innovation"].to_numpy(), reports["year"].to_numpy()
    growth = gained[who, when] - gained[who, innovations["first"].to_numpy()[who]]
    spread = float(np.hypot.reduce([GOVERNMENT, OFFICE, INNOVATION, VARIABLE, CHANCE]))
    return reached(
        hidden[who] + growth[:, None], thresholds(list(rules["code"]), SID_SHARES, spread)
    )


def government_levels(
    rng: np.random.Generator, effect: np.ndarray, years: int, rules: pd.DataFrame
) -> np.ndarray:
    """The levels of every government and year: governments × years × rules.

    A row that documents decide follows how well a government reports; one that the state of the
    region decides (rules.outcome) does not. What is not luck of the year stays.
    """
    outcome = rules["outcome"].to_numpy(dtype=bool)
    lasting = rng.normal(0, 0.6, (len(effect), 1, len(rules)))
    luck = rng.normal(0, 0.5, (len(effect), years, len(rules)))
    hidden = lasting + luck + np.where(outcome, 0.0, effect[:, None, None])
    spread = float(np.hypot.reduce([0.6, 0.5, GOVERNMENT]))
    return reached(hidden, thresholds(list(rules["code"]), SPD_SHARES, spread))
