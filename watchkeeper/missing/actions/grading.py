"""A grade is given by an officer, saved whatever it lacks, and reviewed by a supervisor."""

from watchkeeper.alerts.actions import raise_alert
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import facts, models
from watchkeeper.missing.actions.ringing import page_of
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.facts import Case, Grade, Graded
from watchkeeper.missing.rules.accepting import counted, may_accept
from watchkeeper.missing.rules.closing import is_closed
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.missing.rules.grading import proposed
from watchkeeper.missing.stored import case_as_known
from watchkeeper.workforce.acts import Act, Acting
from watchkeeper.workforce.facts import Power, Rank


def grade_episode(given: Graded, acting: Acting) -> tuple[models.Graded, Decision]:
    """Give a grade now, and say whether it is accepted and what it lacks.

    It is saved either way, beside the grade that was proposed: one that is not accepted lowers
    nothing. High, accepted or not, is pushed to the duty inspector in the same act while they are
    missing. Whoever is found before a grade was accepted is graded still: an episode is closed with one.
    Raises Refused for an episode that is closed.
    """
    with act_on_episode(Power.GRADE_MISSING, acting) as (this, case):
        is_open = not is_closed(case, at=acting.at)
        this.require(Decision((Reason(is_open, "the episode is open", RECORDS),)))
        row = models.Graded(
            episode_ref=case.episode.ref,
            grade=given.grade.value,
            at=acting.at,
            by=acting.by.ref,
            provisional=given.provisional,
            grounds=";".join(given.grounds),
            reasons=given.reasons,
        )
        stored = this.store(row)
        found = may_accept(stored.fact(), case, acting.law, at=acting.at)
        this.because(found)
        this.fact("proposed", proposed(case, acting.law, at=acting.at).grade)
        this.fact("given", given.grade)
        if given.grade is Grade.HIGH and found_by(case, at=acting.at) is None:
            _pushed(case, this)
        return stored, found


def give_rationale(ref: str, rationale: str, acting: Acting) -> tuple[models.Graded, Decision]:
    """Add a supervisor's rationale to a grade, and say whether it is accepted now.

    Not by whoever gave it. Raises Refused without words, for a grade nobody gave, and for one that
    has a rationale.
    """
    row = models.Graded.objects.filter(ref=ref, episode_ref=acting.about).as_known(acting.at).first()
    own = row is not None and row.by == acting.by.ref
    with act_on_episode(Power.AGREE_GRADE, acting, about_own=own) as (this, case):
        this.require(Decision((Reason(row is not None, "the grade is on record", RECORDS),)))
        assert row is not None
        this.require(
            Decision(
                (
                    Reason(not row.rationale, "it has no rationale yet", RECORDS),
                    Reason(bool(rationale.strip()), "the rationale is said in words", RECORDS),
                )
            )
        )
        row.id, row.rationale = None, rationale
        row.rationale_by, row.rationale_at = acting.by.ref, acting.at
        stored = this.store(row)
        found = may_accept(stored.fact(), case, acting.law, at=acting.at)
        this.because(found)
        return stored, found


def review(note: str, acting: Acting) -> models.Reviewed:
    """Record a supervisor's review of somebody missing. Nobody reviews a grade they gave.

    The grade is given anew by `grade_episode` where it changes. Raises Refused without words.
    """
    standing = _graded(acting)
    own = standing is not None and standing.by == acting.by.ref
    with act_on_episode(Power.REVIEW_MISSING, acting, about_own=own) as (this, case):
        this.require(
            Decision(
                (
                    Reason(bool(note.strip()), "what was found is said in words", RECORDS),
                    Reason(found_by(case, at=acting.at) is None, "they are still missing", RECORDS),
                )
            )
        )
        return this.store(
            models.Reviewed(episode_ref=case.episode.ref, at=acting.at, by=acting.by.ref, note=note)
        )


def _graded(acting: Acting) -> facts.Graded | None:
    case = case_as_known(acting.about, known_at=acting.at)
    return None if case is None else counted(case, acting.law, at=acting.at).graded


def _pushed(case: Case, this: Act) -> None:
    ref = case.episode.ref
    raising = Raising(
        Kind.MISSING_HIGH,
        f"missing episode {ref} is graded high: officers are sent at once",
        "",
        ref,
        case.episode.unit,
        Rank.INSPECTOR,
        Urgency.NOW,
        page_of(ref),
    )
    raise_alert(raising, under=this)
