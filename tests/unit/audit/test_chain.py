"""The trail's chain: what outsiders and insiders can tell from it, and that they agree."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.audit.rules import BEFORE_THE_FIRST, Verdict, as_written, hash_of, verify
from watchkeeper.audit.verify_trail import first_fault

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def trail(length: int) -> list[Entry]:
    """A trail of `length` entries that holds."""
    chain: list[Entry] = []
    for number in range(1, length + 1):
        entry = Entry(
            number=number,
            at=START + timedelta(minutes=number),
            kind=Kind.DONE,
            power="record a visit",
            by="O1",
            about=f"P{number}",
            purpose="routine, café visit",
            reasons=("rank is constable (powers)",),
            facts=(("stored", f"visits.Visit V{number}"),),
            policy_version="abc123",
            previous=chain[-1].hash if chain else BEFORE_THE_FIRST,
            hash="",
        )
        chain.append(replace(entry, hash=hash_of(entry)))
    return chain


def outside(entries: list[Entry], head: str = "") -> tuple[int, str, str]:
    return first_fault([json.dumps(as_written(entry)) for entry in entries], head)


def test_an_empty_trail_holds():
    verdict = verify([])
    assert verdict.holds
    assert (verdict.entries, verdict.head) == (0, BEFORE_THE_FIRST)


def test_a_trail_as_written_holds_and_gives_its_head():
    chain = trail(5)
    verdict = verify(chain)
    assert verdict.holds
    assert (verdict.entries, verdict.head, verdict.broken) == (5, chain[-1].hash, None)


def test_the_hash_of_an_entry_is_fixed_for_ever():
    """Another form of writing would break every trail kept so far."""
    written = (
        '{"about":"P1","at":"2026-03-02T09:01:00.000000+00:00","by":"O1",'
        '"facts":[["stored","visits.Visit V1"]],"kind":"done","number":1,"policy_version":"abc123",'
        '"power":"record a visit","previous":"' + "0" * 64 + '","purpose":"routine, café visit",'
        '"reasons":["rank is constable (powers)"]}'
    )
    assert trail(1)[0].hash == hashlib.sha256(written.encode("utf-8")).hexdigest()


@pytest.mark.parametrize(
    "changed",
    [
        {"at": START},
        {"kind": Kind.REFUSED},
        {"power": "read a person's record"},
        {"by": "O2"},
        {"about": "P9"},
        {"purpose": ""},
        {"reasons": ()},
        {"facts": ()},
        {"policy_version": "abc124"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_change_to_any_field_is_found_where_it_was_made(changed: dict[str, object]):
    chain = trail(5)
    chain[2] = replace(chain[2], **changed)
    verdict = verify(chain)
    assert (verdict.broken, verdict.entries) == (3, 2)
    assert "changed" in verdict.why


def test_a_change_hashed_anew_is_found_at_the_entry_after():
    chain = trail(5)
    chain[2] = replace(chain[2], by="O2")
    chain[2] = replace(chain[2], hash=hash_of(chain[2]))
    verdict = verify(chain)
    assert verdict.broken == 4
    assert "entry before" in verdict.why


def test_an_entry_taken_out_is_missed():
    chain = trail(5)
    verdict = verify(chain[:2] + chain[3:])
    assert verdict.broken == 4
    assert "entry 3 is missing" in verdict.why


def test_the_newest_entries_taken_off_are_missed_by_a_head_kept_outside():
    chain = trail(5)
    assert verify(chain[:3]).holds
    verdict = verify(chain[:3], head=chain[4].hash)
    assert not verdict.holds
    assert verdict.broken == 4
    assert "newest entries" in verdict.why


def test_an_entry_that_cannot_be_read_is_found_where_it_stands():
    chain = trail(3)

    def stored():
        yield from chain[:2]
        raise ValueError("no such kind of entry")

    assert verify(stored()) == Verdict(2, chain[1].hash, 3, "what is stored there cannot be read as an entry")


def test_each_fault_is_said_in_words():
    chain = trail(3)
    changed = [chain[0], replace(chain[1], by="O2"), chain[2]]
    anew = [chain[0], replace(changed[1], hash=hash_of(changed[1])), chain[2]]
    assert verify(changed).why == "its content does not give its hash: it has been changed"
    assert verify(anew).why == "it does not carry the hash of the entry before it"
    assert verify([chain[0], chain[2]]).why == "entry 2 is missing: after 1 comes 3"
    assert verify(chain[:2], head="f00").why == (
        "no entry has the hash f00: the newest entries have been taken off, or all were written anew"
    )


def test_entries_added_since_a_head_was_kept_are_no_fault():
    chain = trail(5)
    assert verify(chain, head=chain[2].hash).holds


def test_a_trail_written_anew_from_the_start_is_missed_by_a_head_kept_outside():
    chain = trail(3)
    forged = [replace(chain[0], by="O2", hash="")]
    forged[0] = replace(forged[0], hash=hash_of(forged[0]))
    assert verify(forged).holds
    assert not verify(forged, head=chain[2].hash).holds


def test_an_instant_is_the_same_in_every_zone():
    entry = trail(1)[0]
    assert hash_of(replace(entry, at=entry.at.astimezone(timezone(timedelta(hours=1))))) == entry.hash


@settings(max_examples=100, deadline=None)
@given(
    length=st.integers(1, 6),
    place=st.integers(0, 5),
    how=st.sampled_from(["none", "change", "remove", "swap", "truncate"]),
    keeps_head=st.booleans(),
)
def test_the_program_for_outsiders_agrees_with_the_rule(length: int, place: int, how: str, keeps_head: bool):
    """Two readings written apart: same entries, same answer, same head; tampering inside is found."""
    chain = trail(length)
    head = chain[-1].hash if keeps_head else ""
    place %= length
    told = list(chain)
    if how == "change":
        told[place] = replace(told[place], purpose="something else")
    elif how == "remove":
        del told[place]
    elif how == "swap":
        told[place], told[0] = told[0], told[place]
    elif how == "truncate":
        told = told[:place]
    verdict = verify(told, head=head)
    count, last, fault = outside(told, head)
    assert (count, last, not fault) == (verdict.entries, verdict.head, verdict.holds)
    if told == chain:
        assert verdict.holds
    elif keeps_head or told != chain[: len(told)]:
        assert not verdict.holds
