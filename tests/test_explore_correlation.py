"""Correlation with its interval, on numbers one can check."""

import pandas as pd
import pytest

from queries.explore_correlation import together

NAN = float("nan")


def test_pearson_and_its_interval_are_those_of_the_textbook():
    both = together(pd.Series([1, 2, 3, 4, 5, 6, 7]), pd.Series([2, 1, 4, 3, 7, 5, 6]))
    assert both.pairs == 7
    assert both.pearson is not None
    assert both.spearman is not None
    assert both.pearson.value == pytest.approx(23 / 28)  # Σxy 23, Σx² = Σy² = 28, about the means
    assert both.pearson.value == pytest.approx(both.spearman.value)  # ranks are the values
    # atanh(0,8214) = 1,1610; ± 1,96/2 gives tanh(0,1810) and tanh(2,1410)
    assert both.pearson.low == pytest.approx(0.1791, abs=1e-3)
    assert both.pearson.high == pytest.approx(0.9728, abs=1e-3)
    assert both.spearman.low < both.pearson.low < both.pearson.high < both.spearman.high


def test_ties_share_their_rank_and_order_alone_counts_for_spearman():
    both = together(pd.Series([1, 2, 3, 100]), pd.Series([1, 4, 9, 16]))
    assert both.spearman is not None
    assert both.spearman.value == pytest.approx(1)
    tied = together(pd.Series([1, 1, 2, 3]), pd.Series([5, 5, 6, 7]))
    assert tied.spearman is not None
    assert tied.spearman.value == pytest.approx(1)
    assert tied.spearman.high <= 1


@pytest.mark.parametrize(
    ("across", "up", "pairs"),
    [
        ([1, 2, 3], [1, 2, 3], 3),
        ([1, 2, 3, 4], [5, 5, 5, 5], 4),
        ([1, 2, 3, NAN, 5], [1, NAN, 3, 4, 5], 3),
        ([], [], 0),
    ],
)
def test_too_few_or_too_even_numbers_have_none(across, up, pairs):
    both = together(pd.Series(across), pd.Series(up))
    assert (both.pairs, both.pearson, both.spearman) == (pairs, None, None)
