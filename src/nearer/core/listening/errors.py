"""What is wrong with a move. None of it is anybody's fault: two phones are never quite as one."""


class WrongMove(Exception):
    """A move that this round does not take."""


class OutOfStep(WrongMove):
    """Something else came first, or something before it is missing."""

    def __init__(self, expected: int) -> None:
        super().__init__(f"the next move has number {expected}")
        self.expected = expected


class NotNow(WrongMove):
    """Nobody can make this move now."""


class NotYours(WrongMove):
    """The other one can make this move now."""
