"""Devices of suspects wait no longer than policy at each step, and are counted while they do."""

from dataclasses import replace

from tests.spec.suspects.referrals import LAW, MINUTE, case, due, final, late, later, step
from tests.table import table
from watchkeeper.suspects.facts import Band, DeviceRecord, DeviceStep, Duty, StepKind
from watchkeeper.suspects.rules.devices import waiting
from watchkeeper.suspects.rules.duties import duties

OWES = {
    "seized": Duty.DEVICE_SUBMITTED,
    "submitted for examination": Duty.DEVICE_EXAMINED,
    "examined": Duty.DEVICE_RESULT,
}


def stepped(step: DeviceStep, days: float, device: str = "PHONE", ref: str = "V1") -> DeviceRecord:
    return DeviceRecord(ref, "R1", device, step, later(days=days))


@table("""
    furthest  | step                      | days
    seized    | seized                    | 7
    submitted | submitted for examination | 90
    examined  | examined                  | 7
""")
def test_the_next_step_is_owed_within_days(step: str, days: str) -> None:
    of = case(Band.LOW, devices=(stepped(DeviceStep(step), 1),))
    last = later(days=1 + int(days))
    assert not late(of, OWES[step], last - MINUTE)
    assert not late(of, OWES[step], last)
    assert late(of, OWES[step], last + MINUTE)


def test_nothing_is_owed_once_the_result_is_there() -> None:
    of = case(Band.LOW, devices=tuple(stepped(each, n, ref=f"V{n}") for n, each in enumerate(DeviceStep)))
    found = {each.duty for each in duties(of, LAW, at=later(days=200))}
    assert found.isdisjoint(OWES.values())


def test_a_step_recorded_twice_does_not_start_anew_and_each_device_has_its_own() -> None:
    of = case(
        Band.LOW,
        devices=(
            stepped(DeviceStep.SEIZED, 0),
            stepped(DeviceStep.SEIZED, 5, ref="V2"),
            stepped(DeviceStep.SUBMITTED, 1, "LAPTOP", "V3"),
        ),
    )
    each = [*waiting(of, at=later(days=9.5))]
    assert [(one.device, one.step, one.days) for one in each] == [
        ("LAPTOP", DeviceStep.SUBMITTED, 8),
        ("PHONE", DeviceStep.SEIZED, 9),
    ]
    found = due(of, Duty.DEVICE_SUBMITTED, later(days=9))
    assert found is not None
    assert found.at == later(days=7)


@table("""
    last happened                 | what    | days
    enforced, and no device       | arrest  | 2
    a later charge decision       | charge  | 9
    the result of the last device | result  | 40
    a device is waited for        | waiting |
    nothing was enforced          | nothing |
    an outcome is proposed        | close   |
""")
def test_an_outcome_is_owed_within_days_of_what_happened_last(what: str, days: str) -> None:
    arrest = step(StepKind.ARREST, later(days=2))
    of = case(Band.LOW, steps=(arrest,))
    if what == "charge":
        of = replace(of, steps=(arrest, replace(step(StepKind.CHARGE, later(days=9)), ref="S2")))
    elif what in ("result", "waiting"):
        reached = DeviceStep.RESULT if what == "result" else DeviceStep.SEIZED
        of = replace(of, devices=(stepped(reached, 40),))
    elif what == "nothing":
        of = case(Band.LOW)
    elif what == "close":
        of = replace(of, finals=(final(15, later(days=50)),))
    found = due(of, Duty.OUTCOME, later(days=60))
    assert (found.at if found is not None else None) == (later(days=int(days) + 28) if days else None)
