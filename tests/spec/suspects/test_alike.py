"""Referrals that may be one: found by number, person, or name and birth; said by a person, and undone."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.suspects.referrals import LAW, REFERRAL, case, due, final, late, later
from tests.table import table
from watchkeeper.suspects.facts import Band, Case, Duty, Known, News, Pair, Referral, Sender, Verdict
from watchkeeper.suspects.rules.alike import alike, may_pair, unanswered
from watchkeeper.suspects.rules.duties import duties
from watchkeeper.suspects.rules.standing import changes, part_of, stands

WHY = "The same picture and the same account."
SECOND = replace(REFERRAL, ref="R2", received_at=later(10))


def pair(verdict: Verdict = Verdict.ONE, hours: float = 12, undone: float | None = None) -> Pair:
    taken_back = later(undone) if undone is not None else None
    return Pair("Z1", "R1", "R2", verdict, later(hours), "O1", taken_back)


@table("""
    two of                          | sender | number | person | who            | alike
    one number of one sender        | same   | 77     |        |                | yes
    one number of two senders       | other  | 77     |        |                | no
    one person                      | other  |        | P1     |                | yes
    one name and birth              | other  |        |        | a b 1980-01-01 | yes
    nothing known of either         | same   |        |        |                | no
""")
def test_looks_like(sender: str, number: str, person: str, who: str, alike: str) -> None:
    first = replace(REFERRAL, sender=Sender.NCA, sent_as=number, person=person, who=who)
    other = Sender.NCA if sender == "same" else Sender.FORCE
    second = replace(first, ref="R2", received_at=later(1), sender=other)
    found = looks([second, first])
    assert found == ({"R2": ("R1",)} if alike == "yes" else {})


def looks(referrals: list[Referral]) -> dict[str, tuple[str, ...]]:
    return dict(alike(referrals))


def test_somebody_says_within_hours_whether_two_are_one_and_the_later_asks() -> None:
    of = case(Band.LOW, referral=SECOND, known=Known(alike=("R1",)))
    assert not late(of, Duty.PAIR, later(58))
    assert late(of, Duty.PAIR, later(58, minutes=1))
    for verdict in Verdict:
        said = replace(of, pairs=(pair(verdict),))
        assert due(said, Duty.PAIR, later(60)) is None
        undone = replace(of, pairs=(pair(verdict, undone=20),))
        assert unanswered(undone, at=later(60)) == ("R1",)
        assert late(undone, Duty.PAIR, later(60))


def test_the_later_owes_nothing_while_it_is_part_of_the_earlier() -> None:
    part = Case(SECOND, pairs=(pair(undone=50),))
    assert duties(part, LAW, at=later(11))
    assert duties(part, LAW, at=later(20)) == ()
    assert part_of(part, at=later(20)) is not None
    assert duties(part, LAW, at=later(50))


def test_the_earlier_keeps_the_first_receipt_and_its_band_expires() -> None:
    whole = case(Band.HIGH, also=(SECOND,), pairs=(pair(),))
    assert whole.received_at == REFERRAL.received_at
    assert (later(12), News.MATERIAL) in [*changes(whole, at=later(20))]
    assert stands(whole, LAW, at=later(20)).expired_at == later(12)
    found = due(whole, Duty.ENFORCE, later(20))
    assert found is not None
    assert found.at == later(168)


@table("""
    it must not be that       | what
    no reason is given        | reason
    it has been said          | said
    the earlier is closed     | closed
    the later is the earlier  | order
    one is part of a third    | third
    something is part of it   | parts
""")
def test_two_are_not_said_to_be_one(what: str) -> None:
    first, other, reason = case(Band.LOW), Case(SECOND), WHY
    if what == "reason":
        reason = " "
    elif what == "said":
        first = replace(first, pairs=(pair(Verdict.TWO),))
    elif what == "closed":
        first = replace(first, finals=(final(1, later()),))
    elif what == "order":
        first, other = Case(SECOND), case(Band.LOW)
    elif what == "third":
        first = replace(first, pairs=(Pair("Z2", "R0", "R1", Verdict.ONE, later(1)),))
    else:
        other = replace(other, also=(replace(REFERRAL, ref="R3"),))
    assert len(may_pair(first, other, Verdict.ONE, reason, LAW, at=later(20)).unmet) == 1
    assert may_pair(case(Band.LOW), Case(SECOND), Verdict.ONE, WHY, LAW, at=later(20)).allowed


def test_that_they_are_two_may_be_said_of_a_closed_one() -> None:
    first = case(Band.LOW, finals=(final(1, later()),))
    assert may_pair(first, Case(SECOND), Verdict.TWO, WHY, LAW, at=later(20)).allowed


@settings(max_examples=50)
@given(keys=st.lists(st.tuples(st.sampled_from(["", "1", "2"]), st.sampled_from(["", "P1"])), max_size=6))
def test_alike_is_of_earlier_ones_and_a_blank_is_like_nothing(keys: list[tuple[str, str]]) -> None:
    of = [
        replace(REFERRAL, ref=f"R{n}", received_at=later(n), sent_as=number, person=person)
        for n, (number, person) in enumerate(keys)
    ]
    found = alike(of)
    for n, (number, person) in enumerate(keys):
        expected = {
            f"R{m}"
            for m, (other, theirs) in enumerate(keys[:n])
            if (number and number == other) or (person and person == theirs)
        }
        assert set(found.get(f"R{n}", ())) == expected
