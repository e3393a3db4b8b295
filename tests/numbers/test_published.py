"""Couples' data of others, and what others found in it: our way to fit a model gives the same.

None of these models is fitted for two people: one couple cannot give them (evidence 6.1). They are
what a researcher with an export would fit, and they say that the library is used as it is meant.
Published: the actor-partner model of Day 1 of R. Garcia's dyad workshop (gls, REML), and the
mediation of the bmlm tutorial (Vuorre & Bolger). All figures in evidence 6.4.
"""

from math import sqrt
from typing import Any

import pytest

CLOSE = 5.1e-7
"""Six digits after the point, as printed."""

NEAR_BAYES = 0.02
CAREFULLY = {"method": ["nm"], "ftol": 1e-14, "maxiter": 100_000}
BOTH = "Satisfaction_A ~ OtherPos_A + OtherPos_P"
BY_ROLE = "Satisfaction_A ~ 0 + husband + wife" + "".join(
    f" + {role}:OtherPos_{whose}" for whose in "AP" for role in ("husband", "wife")
)


def _fit(formulas: Any, formula: str, couples: Any, **more: Any) -> Any:
    """A mixed model with a part common to a couple: compound symmetry, by REML."""
    return formulas.mixedlm(formula, couples, groups="CoupleID", **more).fit(reml=True, **CAREFULLY)


@pytest.fixture(scope="module")
def actor_partner(formulas: Any, couples: Any) -> Any:
    return _fit(formulas, BOTH, couples)


@pytest.fixture(scope="module")
def empty(formulas: Any, couples: Any) -> Any:
    return _fit(formulas, "Satisfaction_A ~ 1", couples)


def _alike(model: Any) -> tuple[float, float]:
    """How alike two partners are (rho), and the SD of one (sigma)."""
    common = float(model.cov_re.iloc[0, 0])
    return common / (common + model.scale), sqrt(common + model.scale)


def test_it_finds_how_one_s_own_view_and_the_partner_s_go_with_being_content(
    actor_partner: Any,
) -> None:
    assert list(actor_partner.fe_params) == pytest.approx(
        [0.6697541, 0.4004231, 0.2879705], abs=CLOSE
    )
    assert list(actor_partner.bse_fe) == pytest.approx([0.3224381, 0.0473141, 0.0473141], abs=CLOSE)
    assert _alike(actor_partner) == pytest.approx((0.4693414, 0.4173659), abs=CLOSE)
    assert actor_partner.llf == pytest.approx(-148.3591, abs=5e-5)
    assert 2 * 5 - 2 * actor_partner.llf == pytest.approx(306.7183, abs=5e-5)


def test_it_finds_how_alike_two_partners_are_before_anything_is_explained(
    empty: Any, actor_partner: Any
) -> None:
    assert empty.fe_params.iloc[0] == pytest.approx(3.60473, abs=5e-6)
    assert empty.bse_fe.iloc[0] == pytest.approx(0.0367462, abs=CLOSE)
    rho, sigma = _alike(empty)
    assert rho == pytest.approx(0.61847, abs=5e-6)
    assert sigma == pytest.approx(0.4969417, abs=CLOSE)
    assert empty.llf == pytest.approx(-179.2287, abs=5e-5)
    explained = 1 - (_alike(actor_partner)[1] / sigma) ** 2
    assert explained == pytest.approx(0.29462, abs=5e-6)


def test_it_finds_the_same_for_husbands_and_wives_apart(formulas: Any, couples: Any) -> None:
    """Wives vary more: beside the part in common and one's own they have another."""
    found = _fit(formulas, BY_ROLE, couples, re_formula="1", vc_formula={"own": "0 + wife"})
    effects = [0.4243866, 0.3777000, 0.2616498, 0.3214782]
    errors = [0.0677157, 0.0739222, 0.0614025, 0.0815225]
    assert list(found.fe_params)[2:] == pytest.approx(effects, abs=CLOSE)
    assert list(found.bse_fe)[2:] == pytest.approx(errors, abs=CLOSE)
    common = float(found.cov_re.iloc[0, 0])
    less, more = sqrt(common + found.scale), sqrt(common + found.scale + found.vcomp[0])
    assert common / (less * more) == pytest.approx(0.4751092, abs=CLOSE)
    assert more / less == pytest.approx(1.203894, abs=1.1e-6)
    assert less == pytest.approx(0.3783372, abs=CLOSE)


@pytest.mark.filterwarnings("ignore:.*:UserWarning")
def test_it_finds_what_stress_does_by_way_of_displeasure(formulas: Any, diary: Any) -> None:
    """Each person's slopes vary around the mean slope. Nobody's level does: days are centred."""
    a = _slopes(formulas, diary, "m ~ x", "0 + x")["x"]
    direct = _slopes(formulas, diary, "y ~ m + x", "0 + m + x")
    total = _slopes(formulas, diary, "y ~ x", "0 + x")["x"]
    found = (a, direct["m"], direct["x"], total)
    assert found == pytest.approx((0.19, 0.15, 0.10, 0.16), abs=NEAR_BAYES)
    assert found == pytest.approx((0.1873, 0.1535, 0.1137, 0.1577), abs=0.0025)


def _slopes(formulas: Any, diary: Any, formula: str, varies: str) -> Any:
    model = formulas.mixedlm(formula, diary, groups="id", re_formula=varies)
    return model.fit(reml=True, method=["powell"]).fe_params


def test_it_finds_the_plain_slopes_within_people(formulas: Any, diary: Any) -> None:
    two = formulas.ols("y ~ m + x", diary).fit().params
    plain = [formulas.ols(one, diary).fit().params["x"] for one in ("m ~ x", "y ~ x")]
    assert [*plain, two["m"], two["x"]] == pytest.approx([0.1799, 0.1564, 0.1637, 0.1269], abs=6e-5)
