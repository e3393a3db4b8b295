"""Saving a moment, against a bare Django view that inserts one plain row.

Measured: POST /check-in/ of an unlocked person, its words sealed: every middleware, the session and
the keys it opens, the form, the sealing of the marks, the row and the space's version in one
transaction. Reference: the same text posted to a view without any middleware, in the same process,
which inserts it into a table of its own.
"""

from urllib.parse import urlencode

from bench.stand.house import House, running
from bench.stand.measure import EACH, ROUNDS, ratio, say
from bench.stand.wire import Wire, request

MOST = 3.0


def main() -> None:
    """Print the figures."""
    with running() as house:
        print(f"Saving a moment, over {house.database}")
        compare(house, "plain", "a bare Django view inserts one row", MOST)
        compare(house, "settled", "the same on threads and connections that stay", None)


def compare(house: House, reference: str, what: str, target: float | None) -> None:
    """Save and insert by turns."""
    from bench.stand.people import CSRF, TEXT, arrive

    ada, wire = arrive(f"Ada {reference}"), Wire(house.port)
    forms = [ada.check_in_form() for _ in range((ROUNDS + 1) * EACH)]
    headers = {"HX_Request": "true", "X_CSRFToken": CSRF}
    plain = request(
        house.port, "POST", f"/{reference}/keep/", body=urlencode({"text": TEXT}).encode()
    )

    def save() -> None:
        form = request(
            house.port, "POST", "/check-in/", cookies=ada.cookies, body=forms.pop(), **headers
        )
        answer = wire.send(form)
        assert b"hx-redirect" in answer.head.lower(), (answer.status, answer.body)

    def insert() -> None:
        answer = wire.send(plain)
        assert answer.status == 204, answer.status

    say(f"against: {what}", ratio(save, insert), target)


if __name__ == "__main__":
    main()
