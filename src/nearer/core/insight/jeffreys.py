"""A 95 % interval for a share seen k times in n (Jeffreys; Brown, Cai & DasGupta 2001).

Its ends are the 2.5 % and 97.5 % quantiles of Beta(k + 1/2, n - k + 1/2), and 0 where nothing
was seen, 1 where nothing else was. In plain Python: the one place that needs the beta
distribution does not justify a numerical library.
"""

from math import exp, lgamma, log, log1p

TAIL = 0.025
"""What lies below the lower end, and above the upper."""

HALVINGS = 60
"""Each halves the error of a quantile: with so many there is none left in a float."""

CONVERGED = 1e-14
"""How little a term changes the fraction when it is done: after some √(a + b) terms."""

TINY = 1e-300
"""Stands for a zero that would be divided by (Lentz 1976, as modified by Thompson & Barnett)."""


def jeffreys(k: int, n: int) -> tuple[float, float]:
    """The interval for k of n, two shares between 0 and 1.

    Raises ValueError if n is 0 or k not between 0 and n.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError(f"{k} of {n} is no share")
    a, b = k + 0.5, n - k + 0.5
    return (
        quantile(TAIL, a, b) if k > 0 else 0.0,
        quantile(1.0 - TAIL, a, b) if k < n else 1.0,
    )


def quantile(share: float, a: float, b: float) -> float:
    """Where Beta(a, b) has this share below it, found by halving."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def below(x: float, a: float, b: float) -> float:
    """How much of Beta(a, b) lies below x, 0 < x < 1: the regularised incomplete beta function."""
    if x > (a + 1.0) / (a + b + 2.0):  # the other side, where the fraction is quick
        return 1.0 - below(1.0 - x, b, a)
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(front) / (a * _fraction(x, a, b))


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + ...)) of DLMF 8.17.22, by Lentz's method."""
    value = upper = change = 1.0
    lower, term = 0.0, 0
    while term == 0 or abs(change - 1.0) > CONVERGED:
        term += 1
        d = _numerator(term, x, a, b)
        lower = 1.0 / ((1.0 + d * lower) or TINY)
        upper = (1.0 + d / upper) or TINY
        change = upper * lower
        value *= change
    return value


def _numerator(term: int, x: float, a: float, b: float) -> float:
    m, odd = divmod(term, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0))
    return m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m))
