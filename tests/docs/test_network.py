"""What a page may load, as the threat model says: nothing from anywhere else."""

import re

import pytest
from django.utils import timezone
from tests.cast import Cast

from nearer.core.moments import CheckIn
from nearer.store.log import Draft

LOADED = re.compile(r"""(?:src|srcset|action|hx-[a-z]+|data-open|content)=["']https?://""")


@pytest.mark.parametrize(
    "url", ["/today/", "/check-in/", "/letters/new/", "/us/", "/me/", "/help/"]
)
def test_pages_load_nothing_from_another_site(cast: Cast, url: str) -> None:
    answer = cast.ada.client.get(url, follow=True)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert not re.search(r"https?:|\*", policy)
    page = answer.content.decode()
    assert not LOADED.search(page)
    assert not re.search(r"<link\b[^>]*https?://", page)


@pytest.mark.parametrize(
    "url",
    [
        "/timeline/?show={}&before={}",
        "/today/?show={}",
        "/letters/new/?from={}",
        "/check-in/?next={}",
        "/me/?changed={}",
        "/us/?next={}",
    ],
)
def test_a_page_with_marks_repeats_nothing_of_a_foreign_link(cast: Cast, url: str) -> None:
    for _ in range(21):  # more than a page of the timeline, so that it links to an earlier one
        log = cast.ada.log
        log.write(log.own, Draft.new(CheckIn(feelings=("lonely",)), timezone.now()))
    answer = cast.ada.client.get(url.format("lonesome123", "lonesome123"), follow=True)
    assert answer.status_code == 200
    assert b"lonesome123" not in answer.content
