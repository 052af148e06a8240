"""What an arrest for failing to notify needs. Sexual Offences Act 2003, s.91; PACE 1984, s.24."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from watchkeeper.escalation.facts import Failure, Necessity
from watchkeeper.escalation.failing import OFFENCES
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, names

DAY = timedelta(days=1)
ACT = "Sexual Offences Act 2003, s.91"
NECESSITY = "Police and Criminal Evidence Act 1984, s.24(4) and (5)"


def failures_in(dues: Iterable[Due], *, on: date) -> tuple[Failure, ...]:
    """The duties in default on `on` whose breach is an offence, each from its first day of default.

    s.91(3): the offence is committed "on the day on which he first fails" and goes on while the
    failure does. The last lawful day itself is no default.
    """
    return tuple(
        Failure(due.duty, due.about, due.by + DAY)
        for due in dues
        if due.by is not None and due.by < on and due.duty in OFFENCES
    )


def open_failures(failures: Iterable[Failure], *, on: date) -> tuple[Failure, ...]:
    """Failures that are an offence, with no accepted excuse and not prosecuted, oldest first."""
    return tuple(
        sorted(
            (
                failure
                for failure in failures
                if failure.duty in OFFENCES
                and failure.failed_on <= on
                and not failure.excuse
                and not failure.prosecuted
            ),
            key=lambda failure: (failure.failed_on, failure.duty, failure.ref),
        )
    )


def grounds_for_arrest(
    failures: Iterable[Failure],
    *,
    necessity: Collection[Necessity] = (),
    considered: Collection[str] = (),
    law: Shelf,
    on: date,
) -> Decision:
    """Whether an arrest for failing to notify can be justified, with all it still lacks.

    An offence first: a requirement of s.91(1)(a) not complied with, without reasonable
    excuse, and not prosecuted before for the same failure, s.91(3). All three must hold of one
    failure; what the one before leaves nothing of is not asked. Then necessity, for a reason
    of PACE s.24(5). Then each less intrusive course that policy lists must have been
    considered.

    The constable decides. This says what can be shown.
    """
    known = [f for f in failures if f.duty in OFFENCES and f.failed_on <= on]
    unexcused = [failure for failure in known if not failure.excuse]
    left = [failure for failure in unexcused if not failure.prosecuted]
    excused = Reason(
        bool(unexcused),
        "no reasonable excuse is accepted" if unexcused else "no failure without an accepted excuse",
        f"{ACT}(1)(a)",
        "There was no reasonable excuse",
    )
    prosecuted = Reason(
        bool(left),
        "not prosecuted before for the same failure" if left else "no failure left to prosecute",
        f"{ACT}(3)",
        "Nobody was prosecuted for the same failure before",
    )
    maximum, alternatives = law["failure_to_notify_maximum"], law["arrest_alternatives"]
    return Decision(
        (
            Reason(
                bool(known),
                f"{names([describe(f) for f in known])}; up to {maximum.whole(on)} years' imprisonment"
                if known
                else "no requirement to notify in default",
                f"{ACT}(1)(a)",
                "A requirement to notify was not complied with",
            ),
            *((excused,) if known else ()),
            *((prosecuted,) if unexcused else ()),
            Reason(
                bool(necessity),
                f"necessary {names([n for n in Necessity if n in necessity])}"
                if necessity
                else "why an arrest is necessary is not recorded",
                NECESSITY,
                "An arrest is necessary, for a reason the Act names",
            ),
            *(
                Reason(
                    course in considered,
                    f"{course}: considered" if course in considered else f"{course}: not yet considered",
                    alternatives.cite,
                    f"A less intrusive course is considered first: {course}",
                )
                for course in alternatives.words(on)
            ),
        )
    )


def describe(failure: Failure) -> str:
    """A failure as one reads it out, with the requirement breached."""
    late = ""
    if failure.answered_on is not None:
        counted = f"{days(failure.days_late)} " if failure.days_late else ""
        late = f", notified on {day(failure.answered_on)}, {counted}late"
    said = "".join(f"; {one}" for one in failure.said)
    return f"{failure.duty} ({OFFENCES[failure.duty]}) since {day(failure.failed_on)}{late}{said}"
