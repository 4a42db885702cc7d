"""Which governments are alike in structure, never in performance.

Method: each feature is standardised over all governments (mean 0, population standard deviation 1);
two governments are as far apart as the Euclidean distance over all features says. Similarity is
100 × (1 − distance / the largest distance of any pair): 100 is the same structure, 0 the most
unlike pair of the province.
"""

import numpy as np
import pandas as pd

USUAL_PEERS, MOST_PEERS = 4, 6


def standardise(features: pd.DataFrame) -> pd.DataFrame:
    """Adds `standardised` to rows of (code, feature, value); a feature without spread becomes 0."""
    spread = features.groupby("feature")["value"]
    deviation = spread.transform(lambda values: values.std(ddof=0))
    centred = features["value"] - spread.transform("mean")
    return features.assign(
        standardised=(centred / deviation.where(deviation > 0, np.inf)).fillna(0.0)
    )


def distances(features: pd.DataFrame) -> pd.DataFrame:
    """Every ordered pair of governments.

    Args:
        features: rows of (code, feature, standardised).

    Returns:
        code, peer, distance, similarity (0–100), place (1 is nearest), worst_place (the furthest
        place the peer falls to when any one feature is left out), together (the two features that
        bring the pair together, nearest first) and apart (the one that separates it most), the
        last two as feature names separated by spaces.
    """
    wide = features.pivot(index="code", columns="feature", values="standardised")
    squared = (wide.to_numpy()[:, None, :] - wide.to_numpy()[None, :, :]) ** 2
    apart = np.sqrt(squared.sum(axis=2))
    together, parting = reasons(squared, list(wide.columns))
    codes = wide.index.to_numpy(dtype=object)
    pairs = own, other = np.nonzero(~np.eye(len(wide), dtype=bool))
    return pd.DataFrame(
        {
            "code": codes[own],
            "peer": codes[other],
            "distance": apart[pairs],
            "similarity": 100 * (1 - apart / (apart.max() or 1))[pairs],
            "place": place(apart)[pairs],
            "worst_place": worst_place(squared)[pairs],
            "together": together[pairs],
            "apart": parting[pairs],
        }
    ).sort_values(["code", "place"], ignore_index=True)


def place(apart: np.ndarray) -> np.ndarray:
    """1 for the nearest other row, and so on; ties keep the order of the codes."""
    others = apart.copy()
    np.fill_diagonal(others, -1.0)
    return others.argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")


def worst_place(squared: np.ndarray) -> np.ndarray:
    """The furthest place over all ways of leaving one feature out."""
    total = squared.sum(axis=2)
    leaving_out = [place(total - squared[:, :, feature]) for feature in range(squared.shape[2])]
    return np.max(leaving_out, axis=0)


def reasons(squared: np.ndarray, names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """What brings each pair together, two names, and what separates it most, one name.

    A feature brings two together when they are nearer on it than the others are on average.
    """
    usual = squared.sum(axis=1, keepdims=True) / max(len(squared) - 1, 1)
    nearest = np.argsort(squared - usual, axis=2, kind="stable")[:, :, :2]
    both = np.array([[f"{one} {two}" for two in names] for one in names], dtype=object)
    single = np.array(names, dtype=object)
    together = (
        both[nearest[:, :, 0], nearest[:, :, 1]] if len(names) > 1 else single[nearest[:, :, 0]]
    )
    return together, single[squared.argmax(axis=2)]


def usual(near: pd.DataFrame) -> list[str]:
    """The peers of one who chooses none: the nearest, in rows of `distances` of one government."""
    return near["peer"].head(USUAL_PEERS).tolist()


def choose(
    basis: str,
    near: pd.DataFrame,
    regencies: pd.DataFrame,
    neighbours: pd.DataFrame,
    code: str,
    count: int = USUAL_PEERS,
    picked: tuple[str, ...] = (),
) -> list[str]:
    """The codes a government is compared with, its own never among them.

    Args:
        basis: "struktur", "bertetangga", "sejenis", "semua" or "pilih sendiri".
        near: the rows of `distances` of this government, nearest first.
        regencies: code and kind of every government.
        neighbours: code and neighbour.
        count: how many, for the basis "struktur".
        picked: the codes a user chose, for the basis "pilih sendiri".
    """
    others = regencies[regencies["code"] != code]
    kind = regencies.loc[regencies["code"] == code, "kind"].iloc[0]
    wanted = {
        "struktur": near["peer"].head(count),
        "bertetangga": neighbours.loc[neighbours["code"] == code, "neighbour"],
        "sejenis": others.loc[others["kind"] == kind, "code"],
        "semua": others["code"],
        "pilih sendiri": others.loc[others["code"].isin(picked), "code"],
    }[basis]
    return sorted(set(wanted), key=near["peer"].tolist().index)
