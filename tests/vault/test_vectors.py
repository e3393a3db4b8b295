import json
import re
from collections import defaultdict
from itertools import groupby

import pytest
from tests.vectors import make_vault_v1
from tests.vectors.acts import ACTS, run
from tests.vectors.given import Json
from tests.vectors.make_vault_v1 import FILE

from nearer.vault import derive

CASES: list[Json] = json.loads(FILE.read_text(encoding="ascii"))
SPEC = FILE.parents[2] / "docs" / "spec" / "vault.md"

FAILURES = {
    "fold_name": {"Malformed"},
    "normalise": {"Malformed"},
    "stretch": {"Malformed"},
    "write_code": {"Malformed"},
    "read_code": {"Malformed", "Mistyped"},
    "passkey_slot_key": {"Malformed"},
    "seal_slot": {"Malformed"},
    "open_slot": {"Malformed", "WrongKey", "Tampered"},
    "people": {"Malformed"},
    "open_space_key": {"Malformed", "Tampered"},
    "open_record": {"Malformed", "Tampered"},
    "plain_to_words": {"Malformed"},
    "padded_length": {"Malformed"},
    "unpad": {"Malformed"},
    "open_session": {"Malformed", "Tampered"},
    "write_fragment": {"Malformed"},
    "read_fragment": {"Malformed", "Mistyped"},
    "seal_invite": {"Malformed"},
    "open_invite": {"Malformed", "Tampered"},
    "comparison": {"Malformed"},
    "open_draft": {"Malformed", "Tampered"},
    "open_letter": {"Malformed", "Tampered"},
    "open_answer": {"Malformed", "Tampered"},
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['act']}: {case['name']}")
def test_it_does_what_the_shared_vectors_say(case: Json) -> None:
    assert set(case) == {"name", "act", "given", "expect"}
    assert run(case["act"], case["given"]) == case["expect"]


def test_it_has_vectors_that_come_out_the_same_each_time() -> None:
    assert FILE.read_text(encoding="ascii") == make_vault_v1.make()


def test_it_has_a_case_that_works_for_every_act_and_one_for_each_failure_it_can_have() -> None:
    works, fails = set(), defaultdict(set)
    for case in CASES:
        if "error" in case["expect"]:
            fails[case["act"]].add(case["expect"]["error"])
        else:
            works.add(case["act"])
    assert works == set(ACTS)
    assert fails == FAILURES


def test_it_names_every_case_once_within_its_act() -> None:
    named = sorted((case["act"], case["name"]) for case in CASES)
    assert [name for name, same in groupby(named) if len(list(same)) > 1] == []


def test_it_lists_every_act_and_field_where_the_browser_engineer_looks() -> None:
    guide = make_vault_v1.__doc__ or ""
    lines = re.findall(r"^ ?\d+  (\w+) +(.*(?:\n {20,}.*)?)$", guide, re.MULTILINE)
    listed = dict(lines)
    assert set(listed) == set(ACTS)
    for case in CASES:
        taken, given = listed[case["act"]].split("->")
        assert set(case["given"]) == set(re.findall(r"\b[a-z_]+\b", re.sub(r"\(.*\)", "", taken)))
        if "error" not in case["expect"]:
            assert set(case["expect"]) <= set(re.findall(r"\b[a-z_]+\b", given))


def test_it_has_the_labels_of_the_specification_and_no_two_alike() -> None:
    labels = [value for value in vars(derive).values() if str(value).startswith("b'nearer/")]
    assert len(set(labels)) == len(labels)
    # The specification writes a few pairs short: "...marks" (or "…/words").
    spec = SPEC.read_text(encoding="utf-8").replace("…/words", "nearer/v1/space/words")
    assert {label.decode() for label in labels} == set(re.findall(r'"(nearer/v1/[a-z/]+)"', spec))
