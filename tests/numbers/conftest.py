"""What these tests need and a checkout need not have: a statistics library, and others' data.

`make numbers` installs the library. The data is not ours to pass on; it lies beside the checkout
where it is there at all, and each test says where it is from.
"""

from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def formulas() -> Any:
    """The library's models by formula: statsmodels, in the lock requirements/numbers.txt."""
    return pytest.importorskip(
        "statsmodels.formula.api", reason="statsmodels is not installed: make numbers"
    )


@pytest.fixture(scope="session")
def couples(formulas: Any) -> Any:
    """148 couples (Acitelli; R package dyadr, CC0), each person with their partner's answers."""
    del formulas
    table = _table("acitelli_apim/acipair.csv", "acipair of the R package dyadr")
    table["husband"] = (table["Gender_A"] == "Husband").astype(float)
    table["wife"] = 1.0 - table["husband"]
    return table


@pytest.fixture(scope="session")
def diary(formulas: Any) -> Any:
    """100 people on 21 days, simulated (Bolger & Laurenceau 2013, ch. 9; R package bmlm, GPL)."""
    del formulas
    return _table("bolger_laurenceau_ch9/BLch9.csv", "BLch9 of the R package bmlm")


def _table(path: str, source: str) -> Any:
    if not (DATA / path).is_file():
        pytest.skip(f"not here: {source}, as a CSV at ../shared/data/{path} beside the checkout")
    return pytest.importorskip("pandas").read_csv(DATA / path)
