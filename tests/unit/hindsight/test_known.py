"""Looking back: what was known and what was true apart, refused without the power, and on the trail."""

import csv
import io
import json
from datetime import timedelta

import pytest

from tests.conftest import NOON, ON
from watchkeeper.alerts.models import Acknowledgement, Alert
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind as Entered
from watchkeeper.briefing.actions import UnknownError, known_officer
from watchkeeper.briefing.facts import Asked
from watchkeeper.escalation.models import Decided
from watchkeeper.hindsight.actions import look_back, review, subject_of
from watchkeeper.hindsight.facts import Agreement, Kind
from watchkeeper.hindsight.paper import known_as_json
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.risk.models import SetLevel
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Managed, Officer, Unit

pytestmark = pytest.mark.django_db(transaction=True)

DAY = timedelta(days=1)
BEFORE, THEN, LATER = NOON - 300 * DAY, NOON - 30 * DAY, NOON - 10 * DAY
THAT_DAY = THEN.date()


def known(at):
    return {"recorded_at": at, "known_from": at, "act": 0}


@pytest.fixture(autouse=True)
def somebody(transactional_db: None) -> None:
    """A person at medium risk, seen once; that the risk was high, and a visit that failed, came in late."""
    Unit.objects.create(ref="NW", name="North West", **known(BEFORE))
    Officer.objects.create(ref="M1", rank="constable", role="offender manager", unit="NW", **known(BEFORE))
    Officer.objects.create(ref="HQ1", rank="constable", role="inspection officer", unit="HQ", **known(BEFORE))
    Person.objects.create(ref="P1", unit="NW", family_name="Larkspur", **known(BEFORE))
    Disposal.objects.create(
        ref="D1",
        person_ref="P1",
        finding="conviction",
        sentence="imprisonment",
        term_months=36,
        relevant_date=(BEFORE - DAY).date(),
        **known(BEFORE),
    )
    Managed.objects.create(ref="G1", person_ref="P1", officer_ref="M1", since=BEFORE.date(), **known(BEFORE))
    level = {"ref": "L1", "person_ref": "P1", "set_on": (THEN - 60 * DAY).date(), "set_by": "M1"}
    SetLevel.objects.create(level="medium", **level, **known(THEN - 60 * DAY))
    SetLevel.objects.create(level="high", **level, **known(LATER))
    Visit.objects.create(
        ref="V1", person_ref="P1", at=THEN - 200 * DAY, outcome="seen", **known(THEN - 200 * DAY)
    )
    Visit.objects.create(ref="V2", person_ref="P1", at=THEN - 2 * DAY, outcome="no reply", **known(LATER))
    Decided.objects.create(
        ref="X1",
        person_ref="P1",
        ground="supervisor's review of failed visits",
        choice="another attempt",
        decided_on=THAT_DAY,
        decided_by="S1",
        rank="sergeant",
        **known(THEN),
    )


def looked(law, england, by="HQ1", at=THEN, decision="", person="P1", purpose="inspection"):
    return look_back(
        person,
        Asked(THAT_DAY, at),
        by=known_officer(by, law, NOON),
        purpose=purpose,
        law=law,
        calendar=england,
        at=NOON,
        decision=decision,
    )


def reviewed(law, england, by="HQ1", since=THAT_DAY - 250 * DAY, until=ON, at=NOON, known_at=NOON):
    return review(
        "P1",
        since=since,
        until=until,
        known_at=known_at,
        by=known_officer(by, law, NOON),
        on=ON,
        purpose="serious further offence",
        law=law,
        calendar=england,
        at=at,
    )


def test_what_was_true_and_what_was_known_are_told_apart(law, england):
    found = looked(law, england)
    (level,) = (one for one in found.held if one.kind == "level of risk")
    assert (level.known, level.true, level.agreement) == ("medium", "high", Agreement.OTHERWISE)
    late = {one.source.split(",")[0]: one for one in found.later}
    assert set(late) == {"risk.SetLevel L1", "visits.Visit V2"}
    assert late["visits.Visit V2"].agreement is Agreement.UNKNOWN
    assert late["visits.Visit V2"].first_known == LATER


def test_a_clock_is_worked_out_from_each_reading(law, england):
    visit = next(one for one in looked(law, england).duties if one.kind == "visit")
    assert visit.known != visit.true
    assert "late" in visit.known
    assert "late" in visit.true
    now = next(one for one in looked(law, england, at=NOON).duties if one.kind == "visit")
    assert (now.known, now.agreement) == (visit.true, Agreement.SAME)


def test_known_now_nothing_came_later(law, england):
    assert looked(law, england, at=NOON).later == ()


def test_before_anybody_knew_them_nothing_was_known(law, england):
    found = looked(law, england, at=BEFORE - DAY)
    assert all(one.known == "" for one in (*found.held, *found.duties))


def test_a_decision_is_looked_at_with_what_was_known_when_it_was_made(law, england):
    subject = subject_of("X1", known_at=NOON)
    assert (subject.person, subject.decision, subject.at) == ("P1", "X1", THEN)
    found = looked(law, england, decision="X1")
    assert found.decision is not None
    assert "another attempt" in found.decision.true
    assert json.loads(known_as_json(found))["decision"]["source"] == "escalation.Decided X1, act 0"


def test_a_unit_is_a_unit_and_nobody_is_nobody(law):
    assert subject_of("NW", known_at=NOON).unit == "NW"
    with pytest.raises(UnknownError, match="no person, unit or decision"):
        subject_of("NOBODY", known_at=NOON)


def test_the_look_is_an_act_with_a_purpose_and_stands_among_the_looks_after_it(law, england):
    looked(law, england)
    done = list(entries())[-1]
    assert (done.kind, done.about, done.purpose) == (Entered.DONE, "P1", "inspection")
    assert ("known_at", THEN.isoformat()) in done.facts
    assert looked(law, england, at=NOON).looked == 0  # before the instant, not at it
    with pytest.raises(Refused):
        looked(law, england, purpose=" ")
    assert check().holds


def test_who_looked_is_for_whoever_reads_the_trail(law, england):
    assert looked(law, england).looks == ()
    assert looked(law, england, by="M1").looks is None


def test_a_review_holds_facts_duties_decisions_gaps_alerts_and_levels(law, england):
    alert = {"kind": "person newly unmanaged", "says": "P1 is unmanaged", "least_rank": "sergeant"}
    Alert.objects.create(
        ref="A1", person_ref="P1", unit="NW", urgency="today", raised_at=LATER, **alert, **known(LATER)
    )
    Acknowledgement.objects.create(ref="K1", alert_ref="A1", officer_ref="M1", at=LATER, **known(LATER))
    looked_before = NOON - DAY
    look_back(
        "P1",
        Asked(THAT_DAY, THEN),
        by=known_officer("M1", law, looked_before),
        purpose="managing",
        law=law,
        calendar=england,
        at=looked_before,
    )
    found = reviewed(law, england).review
    assert {kind for kind in Kind if found.many(kind)} == set(Kind)
    says = " ".join(line.says for line in found.lines)
    assert "taken on by M1" in says
    assert "[known 22 days later]" in says
    assert "days late" in says
    order = [line.happened for line in found.lines]
    assert order == sorted(order)


def test_a_review_is_the_same_bytes_for_the_same_instant_whatever_came_later(law, england):
    first = reviewed(law, england)
    SetLevel.objects.create(
        ref="L2", person_ref="P1", level="low", set_on=ON, set_by="M1", **known(NOON + DAY)
    )
    again = reviewed(law, england, at=NOON + 2 * DAY)
    assert (again.page, again.rows) == (first.page, first.rows)
    done = list(entries())[-1]
    assert ("page sha256", first.page_hash) in done.facts
    assert ("rows sha256", first.rows_hash) in done.facts
    rows = list(csv.reader(io.StringIO(first.rows.decode("utf-8-sig"))))
    assert len(rows) == len(first.review.lines) + 1


def test_a_review_knows_nothing_that_came_after_its_instant(law, england):
    found = reviewed(law, england, until=THAT_DAY, known_at=THEN + timedelta(hours=1)).review
    assert not any("V2" in line.source for line in found.lines)
    assert any("set to medium" in line.says for line in found.lines)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"by": "M1"}, "offender manager"),
        ({"since": ON, "until": ON - DAY}, "ends on or after"),
        ({"until": ON + DAY}, "ends by the instant"),
        ({"known_at": NOON + DAY}, "not in the future"),
        ({"since": ON - 1100 * DAY}, "at most 1,100 days"),
    ],
)
def test_a_review_is_refused(law, england, said, why):
    with pytest.raises(Refused, match=why):
        reviewed(law, england, **said)
    assert list(entries())[-1].kind is Entered.REFUSED


def test_the_longest_review_is_allowed(law, england):
    assert reviewed(law, england, since=ON - 1099 * DAY).review.lines
