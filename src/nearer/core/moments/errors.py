"""What can be wrong with a moment. Neither error repeats what the moment holds."""


class MomentError(ValueError):
    """A moment that cannot be written or read."""


class UnknownMoment(MomentError):
    """A kind that this version does not know, most likely written by a newer one.

    The kind is in `kind` and not in the message: messages end up in logs, kinds are private.
    """

    def __init__(self, kind: str) -> None:
        super().__init__("a moment of a kind that this version does not know")
        self.kind = kind


class BrokenMoment(MomentError):
    """Content that no moment may have; `where` names the field, never its value."""

    def __init__(self, where: str, why: str = "not what this field may hold") -> None:
        super().__init__(f"a broken moment at {where}: {why}")
        self.where = where
        self.why = why
