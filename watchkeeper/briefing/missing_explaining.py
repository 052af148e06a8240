"""Every clock of one episode and its child, explained: what `watchkeeper missing REF` shows. It is an act."""

from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.clocks import london_day
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, moment, names
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.exploitation import concerns_of
from watchkeeper.missing.rules.accepting import counted, may_accept, newest_grade
from watchkeeper.missing.rules.closing import may_close
from watchkeeper.missing.rules.concerns import concern_duties
from watchkeeper.missing.rules.duties import duties
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.missing.rules.forms import form_age
from watchkeeper.missing.rules.grading import proposed
from watchkeeper.missing.rules.history import episodes_together, flags_on
from watchkeeper.missing.stored import case_as_known
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Officer, Power


@dataclass(frozen=True, slots=True)
class ExplainedEpisode:
    """One episode at an instant: the grade that counts, what is said of it, and each clock.

    `says` are sentences: what the facts propose and what would change it, what the newest grade
    lacks, how often they went missing, flags, the carer's form, what the close lacks. The clocks of the
    episode come first, to the minute; then those of exploitation, by day.
    """

    ref: str
    at: datetime
    grade: str
    found_at: datetime | None
    says: tuple[str, ...]
    dues: tuple[Due, ...]


def explain_episode(
    ref: str,
    *,
    by: Officer,
    on_at: datetime,
    known_at: datetime,
    purpose: str,
    law: Shelf,
    at: datetime,
    account: str = "",
) -> ExplainedEpisode | None:
    """Every clock of one episode at `on_at`, as known at an instant; None where it was not known then.

    Raises Refused without the power or the need to know, for an episode nobody recorded, and for an
    instant before its report: no clock ran then.
    """
    acting = Acting(by=by, about=ref, on=london_day(at), law=law, purpose=purpose, at=at)
    with act_on_episode(Power.READ_MISSING, acting) as (this, _):
        if account:
            this.fact("account", account)
        case = case_as_known(ref, known_at=known_at)
        if case is None:
            return None
        told = case.episode.reported_at
        begun = Reason(on_at >= told, f"judged from its report on, {moment(told)}", RECORDS)
        this.require(Decision((begun,)))
        grade, asked = counted(case, law, at=on_at), proposed(case, law, at=on_at)
        says = [f"the facts propose {asked.grade}: {_met(asked.reasons)}"]
        says.extend(asked.changes)
        newest = newest_grade(case, at=on_at)
        if newest is not None:
            unmet = may_accept(newest, case, law, at=on_at).unmet
            says.append(f"given last: {newest.grade}, {'not accepted' if unmet else 'accepted'}")
            says.extend(f"lacks: {reason.says} [{reason.cite}]" for reason in unmet)
        says.append(f"episodes close together: {episodes_together(case, law)}")
        says.extend(f"flag: {flag.kind}, {day(flag.on)}" for flag in flags_on(case, at=on_at))
        says.append(f"carer's form: {form_age(case.forms, law, at=on_at).current.says}")
        on = london_day(on_at)
        child = concerns_of(case.episode.missing, law, on=on, known_at=known_at)
        lacking = may_close(case, law, at=on_at).unmet
        says.extend(f"to be closed it lacks: {reason.says}" for reason in lacking)
        found = found_by(case, at=on_at)
        return ExplainedEpisode(
            ref,
            on_at,
            grade.word if grade.accepted or grade.grade is None else f"{grade.word}, not accepted",
            found.at if found is not None else None,
            tuple(says),
            (*duties(case, law, at=on_at), *concern_duties(child, law, on=on)),
        )


def _met(reasons: tuple[Reason, ...]) -> str:
    return names([each.says for each in reasons if each.met]) or "nothing graver"
