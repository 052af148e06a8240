"""Every breach of a plan is found, by a judge that knows no solver."""

from dataclasses import replace

from tests.table import table
from tests.unit.visits.tiny_nights import night
from watchkeeper.visits.routing.checking import Breach, check
from watchkeeper.visits.routing.rounds import Rounds, Stop

GOOD = Rounds(rounds=((Stop(0, 0, 550), Stop(1, 1, 590)),), break_starts=(None,), value=170.0)


def test_a_sound_plan_has_no_findings_and_its_value_by_hand() -> None:
    """Two visits of 100 points, three legs of ten minutes at one point a minute."""
    judged = check(night(), GOOD)
    assert judged.feasible
    assert judged.findings == ()
    assert judged.value == 200 - 30


@table("""
    case                                        | stops                             | changes                                | breaches
    --------------------------------------------|-----------------------------------|----------------------------------------|---------
    one minute before it can be there           | Stop(0, 0, 549)                   | {}                                     | TOO_SOON
    as soon as it can be there                  | Stop(0, 0, 550)                   | {}                                     |
    the next one minute before it can be there  | Stop(0, 0, 550), Stop(1, 1, 589)  | {}                                     | TOO_SOON
    home with the end of the shift              | Stop(1, 1, 730)                   | {}                                     |
    home one minute late                        | Stop(1, 1, 731)                   | {}                                     | SHIFT
    in the last minute of the part              | Stop(0, 0, 569)                   | {}                                     |
    a minute past the part                      | Stop(0, 0, 570)                   | {}                                     | HOURS
    the same person twice                       | Stop(0, 0, 550), Stop(0, 1, 600)  | {}                                     | TWICE
    a stranger                                  | Stop(2, 0, 550)                   | {}                                     | NOBODY
    a fourth part of the day                    | Stop(0, 3, 550)                   | {}                                     | NOBODY
    a crew the rules keep away                  | Stop(0, 0, 550)                   | {"allowed": [[False, True]]}           | NOT_ALLOWED
    worth nothing                               | Stop(0, 0, 550)                   | {"worth": [[[0, 9, 9]] * 2]}           | WORTHLESS
    somebody required left out                  | Stop(0, 0, 550)                   | {"required": [False, True]}            | REQUIRED
    somebody pinned left out                    | Stop(0, 0, 550)                   | {"pinned_to": [-1, 0]}                 | REQUIRED
    """)
def test_a_breach_is_found(stops: str, changes: str, breaches: str) -> None:
    plan = Rounds(rounds=(tuple(eval(f"[{stops}]")),), break_starts=(None,), value=0.0)
    judged = check(night(**eval(changes)), plan)
    assert [finding.breach for finding in judged.findings] == [Breach[name] for name in breaches.split()]


@table("""
    case                                        | break_start | second | breaches
    --------------------------------------------|-------------|--------|---------
    no break                                    | None        | 590    | BREAK_MISSING
    between the visits, on the way              | 585         | 620    |
    between the visits, a minute too little     | 585         | 619    | TOO_SOON
    still on the break when the visit starts    | 600         | 629    | TOO_SOON
    at the first visit                          | 570         | 620    | BREAK_HOURS BREAK_DURING_VISIT
    at the second visit                         | 600         | 595    | BREAK_DURING_VISIT
    after everything                            | 640         | 590    |
    later than it may start                     | 641         | 590    | BREAK_HOURS
    """)
def test_a_break_is_taken_in_its_hours_and_never_during_a_visit(
    break_start: str, second: str, breaches: str
) -> None:
    given = night(breaks=[[580, 640, 30]])
    plan = Rounds(
        rounds=((Stop(0, 0, 550), Stop(1, 1, int(second))),), break_starts=(eval(break_start),), value=0.0
    )
    assert [finding.breach for finding in check(given, plan).findings] == [
        Breach[name] for name in breaches.split()
    ]


def test_a_round_pinned_elsewhere_and_a_plan_for_other_crews() -> None:
    assert [finding.breach for finding in check(night(), replace(GOOD, rounds=())).findings] == [Breach.CREWS]
    two = night(
        crew_base=[0, 0],
        worth=[[[100] * 3] * 2] * 2,
        allowed=[[True, True]] * 2,
        shift=[[540, 780]] * 2,
        breaks=[[0, 0, 0]] * 2,
        pinned_to=[1, -1],
    )
    plan = Rounds(rounds=(GOOD.rounds[0], ()), break_starts=(None, None), value=170.0)
    (finding,) = check(two, plan).findings
    assert (finding.breach, finding.crew, finding.candidate) == (Breach.OTHER_CREW, 0, 0)


def test_a_finding_says_by_how_many_minutes() -> None:
    plan = Rounds(rounds=((Stop(0, 0, 545),),), break_starts=(None,), value=0.0)
    (finding,) = check(night(), plan).findings
    assert (finding.crew, finding.candidate, finding.minutes) == (0, 0, 5)
