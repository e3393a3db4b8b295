"""What a page may load, as the threat model says: nothing from anywhere else."""

import re

import pytest
from tests.cast import Cast

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
