"""Stored assessments and what came of people afterwards, for a study of the instrument. Nobody is named.

What came of them is what the register holds: findings of offences of one Schedule, by their day. It does not
know when an offence was committed, nor time in custody, and of instruments that estimate any offence it
knows too little to say anything.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from watchkeeper.briefing.sanctions import SANCTIONS, kinds_of
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.listing import Came, one
from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import instrument
from watchkeeper.people.facts import Sex
from watchkeeper.people.models import Person
from watchkeeper.registers.facts import Disposal
from watchkeeper.registers.models import Disposal as StoredDisposal
from watchkeeper.risk.answers import Place
from watchkeeper.risk.measures.facts import Followed
from watchkeeper.risk.measures.reading import HUNDRED, Listed
from watchkeeper.risk.models import Rating
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power

PURPOSE = "whether an instrument is right, and on whom it falls"
MONTHS, KINDS = "fairness_followed_months", "fairness_followed_kinds"


def may_be_followed(name: str, law: Shelf, *, on: date) -> Decision:
    """Whether the register holds what an instrument estimates, by policy."""
    row = law[MONTHS]
    table = row.on(on)
    there = isinstance(table, dict) and name in table
    return Decision((Reason(there, f"the register holds what {instrument(name)} estimates", row.cite),))


def offended_again(
    name: str, since: date, disposals: Iterable[Disposal], law: Shelf, *, on: date
) -> bool | None:
    """Whether somebody assessed on a day offended again in an instrument's sense; None is not known.

    Yes: a conviction or caution of its kind after the day of assessment, up to the last day of the months
    of policy, and by `on`. No: those months are over, and nothing that could be one is on the register. A
    finding whose kind or day nobody can say leaves it unknown, and so do months still running.
    """
    end = months_after(int(law[MONTHS].of(name, on)), since)
    wanted = frozenset(law[KINDS].word_of(name, on).split("/"))
    unsure = False
    for each in disposals:
        if each.relevant_date is not None and not since < each.relevant_date <= min(end, on):
            continue
        kinds = kinds_of(each.offence, law, on=on)
        if each.relevant_date is not None and each.finding in SANCTIONS and kinds and kinds <= wanted:
            return True
        unsure = unsure or not kinds or bool(kinds & wanted)
    return None if unsure or on <= end else False


def follow(pack: Pack, *, by: Officer, on: date, law: Shelf, at: datetime) -> Listed:
    """Everybody concluded with a pack, by their first assessment with it, and what came of them; an act.

    Scored again from the answers stored. Left out and counted is whatever does not come to a whole score.
    Raises Refused without the power, and for an instrument whose outcome the register does not hold.
    """
    with act(Power.MEASURE_FORCE, by=by, about="", on=on, law=law, purpose=PURPOSE, at=at) as this:
        this.require(may_be_followed(pack.name, law, on=on))
        first: dict[str, Rating] = {}
        rows = Rating.objects.filter(place=Place.FIRST.value, concluded=True, pack=pack.ref, on__lte=on)
        for row in rows.as_known(at).order_by("on", "ref"):
            first.setdefault(row.person_ref, row)
        this.fact("pack", pack.ref)
        this.fact("people", len(first))
        findings: dict[str, list[Disposal]] = defaultdict(list)
        with_pack = Rating.objects.filter(pack=pack.ref).values("person_ref")
        for kept in StoredDisposal.objects.filter(person_ref__in=with_pack).as_known(at).order_by("id"):
            findings[kept.person_ref].append(kept.fact())
        known = Person.objects.filter(ref__in=with_pack).as_known(at)
        sexes = dict(known.values_list("ref", "sex"))
    people, left_out = [], Counter[str]()
    for person, row in sorted(first.items()):
        rated = row.fact()
        answers = {each.item: each.value for each in row.given if each.value}
        found = one(pack, answers, rated.on, 0, "")
        if found.came is not Came.SCORED or found.scored is None or (came := found.scored.least) is None:
            left_out[str(found.came)] += 1
            continue
        sex = sexes.get(person, "")
        people.append(
            Followed(
                float(came.total if came.percent is None else came.percent),
                float(came.percent) / HUNDRED if came.percent is not None else None,
                came.adjusted,
                offended_again(pack.name, rated.on, findings[person], law, on=on),
                rated.on,
                {"sex": "" if sex == Sex.NOT_RECORDED else sex},
            )
        )
    return Listed(tuple(people), dict(left_out))
