"""A look at a draft of 20,000 letters, against a look at a quarter of it: four is in proportion.

The rules try every place of a draft. Were there two ways to read the same words, the work would
grow with the square (sixteen), and a long draft could stop a telephone. Each kind of draft below
keeps some rule at the brink of fitting. The Python reference is measured, in CPU time of one run.
"""

from time import process_time

from nearer.content import reply_rules
from nearer.core.replies import look, make_ready

LETTERS = 20_000
TARGET = 8
AGAIN = (
    "you ",
    "i hear you but ",
    "i will not calm down ",
    "why did you ",
    "x",
    '"',
    "every time i ",
    "if you had not , i would ",
)


def main() -> None:
    """Print the figures."""
    ready = make_ready(reply_rules())

    def takes(again: str, letters: int) -> float:
        draft = (again * letters)[:letters]
        begun = process_time()
        look({"heard": draft}, ready)
        return process_time() - begun

    look({"heard": "once, so that everything is compiled"}, ready)
    for again in AGAIN:
        short, long = (
            min(takes(again, letters) for _ in range(3)) for letters in (LETTERS // 4, LETTERS)
        )
        told = f"{long / short:5.1f} times (target: at most {TARGET})"
        print(f"{again!r:30} {short * 1000:7.1f} ms {long * 1000:7.1f} ms {told}")


if __name__ == "__main__":
    main()
