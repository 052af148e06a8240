"""Looking at a crime is an act: need to know, the purpose, and the look on the trail first."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import known_of
from watchkeeper.crimes.acts import act_on_crime, unit_of_party
from watchkeeper.crimes.facts import Case, Part, Suspected
from watchkeeper.crimes.holders import near_to
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.codes import title_of
from watchkeeper.crimes.rules.holding import holder, report_in_words
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.rules.seeing import CITE, may_know_of_suspect
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.workforce.acts import Acting, acted
from watchkeeper.workforce.facts import Power

if TYPE_CHECKING:
    from watchkeeper.crimes.ranking import Suiting


def look(acting: Acting) -> Case:
    """All that is on record of a crime, for whoever needs to know of it; the look is on the trail.

    Raises Refused without the power, without need to know, without a purpose, and for a crime
    nobody recorded.
    """
    with act_on_crime(Power.READ_CRIME, acting) as (_, case):
        return case


def look_at_suspects(acting: Acting) -> Suspected:
    """Which suspects of a crime the officer looks after, and what of it they need to know: no more.

    For the manager of somebody on the register, of whichever unit, who need not see the crime. The look,
    and how many of the suspects were theirs, is on the trail. Raises Refused without the power, a
    purpose, or a suspect whose record they may see; for a crime nobody recorded as for any other.
    """
    with acted(Power.READ_CRIME, acting) as this:
        case = case_as_known(acting.about, known_at=acting.at)
        if case is None:
            this.require(Decision((Reason(False, "may see the record of a suspect in it", CITE),)))
            raise AssertionError("unreachable: an unmet reason is refused")
        law, on = acting.law, acting.on
        suspects = {party.person for party in case.parties if party.person and party.part is Part.SUSPECT}
        theirs = sorted(
            ref
            for ref in suspects
            if may_see(acting.by, known_of(ref, on=on, known_at=acting.at), law, on=on).allowed
        )
        unit = unit_of_party(case, acting.at)
        this.require(may_know_of_suspect(acting.by, case, theirs=theirs, unit_of_party=unit))
        this.fact("suspects", len(theirs))
        placed, held = kind_of(case, law, on=on), holder(case, on=on)
        return Suspected(
            case.crime.ref,
            tuple(theirs),
            title_of(case.crime.offence, law, on=on) or str(placed.kind),
            report_in_words(case.crime),
            case.crime.unit,
            held.officer if held is not None else "",
            closed_for_good(case, placed.kinds, law, on=on) is not None,
        )


def who_may_hold(acting: Acting, *, also: Collection[str] = ()) -> "Suiting":
    """Who may hold a crime, who suits it best first, and what the others lack; `also` are asked about by ref.

    What is sealed says only whether somebody is available. How many were asked about is on the trail.
    Raises Refused without the power to ask, and without need to know.
    """
    from watchkeeper.crimes.ranking import ranked  # the tables of a proposal: a slow start

    with act_on_crime(Power.SEE_ELIGIBILITY, acting) as (this, case):
        law, on = acting.law, acting.on
        near, spell = near_to(case, law, on=on, known_at=acting.at, also=also), holder(case, on=on)
        found = ranked(case, near, law, on=on, held_by=spell.officer if spell is not None else "")
        this.fact("officers", found.many)
        return found


def look_for_suspect(found: int, acting: Acting) -> None:
    """Put on the trail that a party's name was looked for on the register, and how many it was near.

    What was typed is kept nowhere but in the crime. Raises Refused as `look` does.
    """
    with act_on_crime(Power.READ_CRIME, acting) as (this, _):
        this.fact("people shown", found)
