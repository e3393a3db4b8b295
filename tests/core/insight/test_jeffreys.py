"""The interval of a share, against published values and a library where there is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.insight.jeffreys import below, jeffreys, quantile


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(0, 5, 0, 0.379), (1, 6, 0.019, 0.558), (2, 10, 0.044, 0.503), (0, 12, 0, 0.185)],
)
def test_it_gives_the_intervals_that_our_evidence_names(
    k: int, n: int, low: float, high: float
) -> None:
    assert jeffreys(k, n) == pytest.approx((low, high), abs=0.0005)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_holds_the_share_itself_and_mirrors(share: tuple[int, int]) -> None:
    k, n = share
    low, high = jeffreys(k, n)
    assert 0 <= low <= k / n <= high <= 1
    assert jeffreys(n - k, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(st.floats(0.01, 0.99), st.floats(0.5, 50), st.floats(0.5, 50))
def test_it_turns_a_quantile_back_into_its_share(share: float, a: float, b: float) -> None:
    assert below(quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-6)


def test_it_knows_the_arcsine_law() -> None:
    """Beta(1/2, 1/2) has a closed form: (2/π) arcsin √x."""
    assert below(0.25, 0.5, 0.5) == pytest.approx(1 / 3)
    assert below(0.5, 0.5, 0.5) == pytest.approx(0.5)


def test_it_agrees_with_a_library_where_there_is_one() -> None:
    stats = pytest.importorskip("scipy.stats")
    for k, n in [(0, 1), (1, 1), (1, 6), (7, 30), (250, 1000), (1, 20_000)]:
        low, high = stats.beta.interval(0.95, k + 0.5, n - k + 0.5)
        expected = (low if k else 0.0, high if k < n else 1.0)
        assert jeffreys(k, n) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("k", "n"), [(0, 0), (3, 2), (-1, 5)])
def test_it_refuses_what_is_no_share(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        jeffreys(k, n)
