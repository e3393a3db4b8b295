"""Offering words from a check-in's cues, against reading the same check-in's marks from JSON.

Both are pure Python in one process, in turn; the figure is the ratio of their medians.
"""

import json
from statistics import median
from time import perf_counter

from nearer.content import vocabulary
from nearer.core.feelings import Cues, suggest

ROUNDS = 200
CUES = Cues(
    body=("tight_chest", "short_breath", "foggy_head", "heavy_limbs"),
    energy=4,
    pleasantness=2,
    in_control="no",
    toward_away="away",
)
MARKS = json.dumps({"body": CUES.body, "energy": 4, "pleasantness": 2})


def main() -> None:
    """Measure, and print the ratio and what one offer takes."""
    words = vocabulary()
    offers, reads = [], []
    for _ in range(ROUNDS):
        began = perf_counter()
        suggest(CUES, words)
        offers.append(perf_counter() - began)
        began = perf_counter()
        json.loads(MARKS)
        reads.append(perf_counter() - began)
    ours, theirs = median(offers), median(reads)
    print(
        f"offering words: {ours / theirs:.0f} times json.loads of the marks ({ours * 1000:.2f} ms)"
    )


if __name__ == "__main__":
    main()
