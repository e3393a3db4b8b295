"""What a reader of a template sees and what a browser would run, found without Django."""

import re
from html.parser import HTMLParser

COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->", re.DOTALL)
BLOCK = re.compile(r"\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}", re.DOTALL)
CLASS_NAMES = re.compile(r"\{% block frame %\}.*?\{% endblock frame %\}")  # inside class="…"
ATTRIBUTE = re.compile(r"""\bdata-[\w-]+=(?:"\s*"|'\s*')""")  # of a tag that includes this file
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
SAID_IN_A_TAG = re.compile(r"""(?<![\w(])(\w+)=("[^"]*"|'[^']*')""")
READ = {"alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription"}
LETTER = re.compile(r"[^\W\d_]")
NAME = "Nearer"  # the same in every language


class Page(HTMLParser):
    """Collects the texts that are said in one language only, and what the policy forbids."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.untranslated: list[str] = []
        self.inline: list[str] = []
        self.read_out_of = ""
        bare = COMMENT.sub("", source)
        bare = TAG.sub("", CLASS_NAMES.sub("", BLOCK.sub("", bare)))
        self.feed(bare if "<" in bare else ATTRIBUTE.sub("", bare))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read_out_of = tag
        for key, text in attrs:
            if key in READ:
                self._say(text or "")
            if key == "style" or key.startswith(("on", "hx-on")):
                self.inline.append(f"<{tag} {key}>")
            if (text or "").strip().lower().startswith("javascript:"):
                self.inline.append(f"<{tag} {key}={text}>")
        if tag == "style":
            self.inline.append("<style>")

    def handle_data(self, data: str) -> None:
        if self.read_out_of == "script" and data.strip():
            self.inline.append("<script>")
        elif self.read_out_of != "style":
            self._say(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser's signature
        self.read_out_of = ""

    def _say(self, text: str) -> None:
        if LETTER.search(text.replace(NAME, "")):
            self.untranslated.append(" ".join(text.split()))


def said_in_tags(source: str, names: set[str]) -> list[str]:
    """Texts handed to an element as they are, where `_("…")` would be translated."""
    found = []
    for tag in re.findall(r"\{% include (.*?)%\}", COMMENT.sub("", source), re.DOTALL):
        found += [
            f"{key}={text}"
            for key, text in SAID_IN_A_TAG.findall(tag)
            if key in names and LETTER.search(text.replace(NAME, ""))
        ]
    return found
