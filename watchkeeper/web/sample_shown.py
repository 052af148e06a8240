"""Samples as their pages show them: who asks, what a sample is called, and where a case of it is read."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse

from watchkeeper.inspection.rules.reaching import wide
from watchkeeper.inspection.rules.settling import state
from watchkeeper.inspection.sample_actions import seeing
from watchkeeper.inspection.sampled import SUBJECTS, Answer, Sample, SampleState, SampleTheme
from watchkeeper.inspection.stored import answers_of_all, settled_of_all
from watchkeeper.web.asking import Asking
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

RECORDS = {
    SampleTheme.OFFENDERS: ("person", Power.READ_PERSON),
    SampleTheme.VISITS: ("person", Power.READ_PERSON),
    SampleTheme.ALLOCATION: ("crime", Power.READ_CRIME),
    SampleTheme.MISSING: ("episode", Power.READ_MISSING),
}
"""The page a case is read on, and the power it takes. That page asks for itself who needs to know."""
MEANS = {
    Answer.YES: ("Yes", "The record shows that it is so."),
    Answer.NO: ("No", "The record shows that it is not so, or is silent where it ought to speak."),
    Answer.NOT_APPLICABLE: ("Does not apply", "The question cannot arise in this case."),
    Answer.CANNOT_TELL: ("Cannot tell", "You may not see what would say so, or it is not clear."),
}
"""Each answer as it is read, and when it is the one to give."""


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One sample in a list: how many looks are in, of how many, and how far it has come."""

    sample: Sample
    looks: int
    of: int
    state: SampleState

    @property
    def title(self) -> str:
        """What the sample is of."""
        return title(self.sample)


def acting(asking: Asking) -> seeing.Asking:
    """Who acts, when and under which law, as the acts on samples are told."""
    return {"by": asking.officer, "on": asking.on, "law": asking.law, "at": asking.at}


def title(sample: Sample) -> str:
    """What a sample is of: its theme and its unit."""
    return f"{SUBJECTS[sample.theme].title}, {sample.unit or 'the whole force'}"


def rows_of(samples: Collection[Sample], asking: Asking) -> list[SampleRow]:
    """Samples with how far each has come, in the order given."""
    refs = [each.ref for each in samples]
    given, settled = answers_of_all(refs, known_at=asking.at), settled_of_all(refs, known_at=asking.at)
    return [
        SampleRow(
            each,
            len(given[each.ref]),
            looks_of(each),
            state(each, given[each.ref], settled[each.ref]),
        )
        for each in samples
    ]


def looks_of(sample: Sample) -> int:
    """How many looks a sample asks for: two of the cases the lot gave a second."""
    return len(sample.drawing.cases) + sum(each.second for each in sample.drawing.cases)


def record_of(sample: Sample, case: str, asking: Asking) -> str:
    """The address of a case's own record; empty for whoever may open none of its kind."""
    name, power = RECORDS[sample.theme]
    return reverse(name, args=[case]) if asking.may(power).allowed else ""


def units_for(asking: Asking) -> list[tuple[str, str, str]]:
    """The units an officer may draw a sample of, as answers of a form; the whole force first."""
    if not wide(asking.officer, asking.law, on=asking.on):
        return [(asking.officer.unit, asking.officer.unit, "")]
    refs = sorted(set(Unit.objects.as_known(asking.at).values_list("ref", flat=True)))
    return [("force", "The whole force", ""), *((ref, ref, "") for ref in refs)]
