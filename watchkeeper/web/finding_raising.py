"""Raising a finding from a sample, and recommending what is to change after one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from watchkeeper.inspection.facts import Measure
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES
from watchkeeper.inspection.sample_actions.answering import read_sample
from watchkeeper.inspection.sample_actions.finding import raise_finding, read_finding
from watchkeeper.inspection.sample_actions.recommending import recommend
from watchkeeper.inspection.sampled import SUBJECTS, Sample
from watchkeeper.inspection.stored import finding as finding_on_record
from watchkeeper.inspection.stored import sample_row
from watchkeeper.inspection.tracked import Gravity
from watchkeeper.law.wording import days
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.sample_shown import acting, title, units_for
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import OWNING
from watchkeeper.workforce.stored import officers_as_known

HUNDRED = 100
RECOMMENDED_BEFORE = "Recommended before, and nothing was added: this recommendation asks the same."
RAISED_BEFORE = "Raised before, and nothing was added: this finding says the same."
MOST = 10**9
SHARE = "Enter a number from 0 to 100, like 5"
COUNT = "Enter a count, like 40"
ANY_TARGET = "Enter a number: of a share in per cent, like 5; of a signal the count, like 40"


@page(Power.RAISE_FINDING)
def raised(request: HttpRequest, sample: str) -> HttpResponse:
    """Put what a sample found to an officer by name, with the cases that show it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = sample_row(sample, known_at=asking.at)
    if row is None:
        raise Http404
    drawn, form, owners = row.fact(), entered(request), _owners(asking)
    if request.method == "POST":
        cases = [each.ref for each in drawn.drawing.cases]
        said = {
            "question": form.one_of("question", SUBJECTS[drawn.theme].questions, "Choose the question"),
            "says": form.text("says", "Enter what was found"),
            "owner": form.one_of("owner", [ref for ref, _, _ in owners], "Choose who is to answer it"),
        }
        gravity = form.one_of("gravity", [*map(str, Gravity)], "Choose how bad it is")
        shown = [ref for ref in form.data.getlist("cases") if ref in cases]
        if not shown:
            form.wrong("cases", "Tick the cases that show it, one at least")
        if not form.problems:
            try:
                made = raise_finding(sample, gravity=Gravity(gravity), cases=shown, **said, **acting(asking))
                if made.known_from == asking.at:
                    messages.success(request, f"Raised: it is put to {said['owner']}.")
                else:
                    messages.info(request, f"{RAISED_BEFORE} It is put to {made.owner}, and is open.")
                return see(reverse("finding", args=[made.ref]))
            except Refused as no:
                parts.refusing(form, "question", no)
        return again(request, form)
    read_sample(sample, **acting(asking))  # whoever may not is told of no case
    return parts.asked(
        request,
        form,
        _finding_parts(drawn, owners, asking),
        title="Raise a finding",
        button="Raise the finding",
        back=("The sample", reverse("sample", args=[sample])),
        caption=title(drawn),
        intro=["An urgent finding waits for no result: raise it as soon as it is seen."],
    )


@page(Power.RECOMMEND)
def recommended(request: HttpRequest, finding: str) -> HttpResponse:
    """Recommend a change, with the measure that is to show it: it closes by that alone."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if finding_on_record(finding, known_at=asking.at) is None:
        raise Http404
    form, owners, units = entered(request), _owners(asking), units_for(asking)
    if request.method == "POST":
        says = form.text("says", "Enter what is to change")
        measure = form.one_of("measure", BY_NAME, "Choose the measure that is to move")
        unit = form.one_of("unit", [ref for ref, _, _ in units], "Choose of which unit it is measured")
        owner = form.one_of("owner", [ref for ref, _, _ in owners], "Choose who is to see to it")
        target = _target(form, BY_NAME.get(measure))
        least = asking.law["recommendation_least_months"].whole(asking.on)
        months = parts.whole(form, "months")
        if months is None and form.said("months") is None:
            form.wrong("months", f"Enter for how many month-ends it must stay there, {least} or more")
        elif months is not None and not least <= months <= _most(asking):
            form.wrong("months", f"Enter a number from {least} to {_most(asking)}")
        if not form.problems and target is not None and months is not None:
            try:
                made = recommend(
                    finding,
                    says=says,
                    measure=measure,
                    unit="" if unit == "force" else unit,
                    target=target,
                    months=months,
                    owner=owner,
                    calendar=asking.calendar,
                    **acting(asking),
                )
                if made.known_from == asking.at:
                    messages.success(request, f"Recommended: it is put to {owner}.")
                else:
                    messages.info(request, RECOMMENDED_BEFORE)
                return see(reverse("recommendation", args=[made.ref]))
            except Refused as no:
                parts.refusing(form, "target", no)
        return again(request, form)
    found = read_finding(finding, **acting(asking))
    least = asking.law["recommendation_least_months"].whole(asking.on)
    measures = [(each.name, f"{sentence(each.theme)}: {each.title}", "") for each in MEASURES]
    return parts.asked(
        request,
        form,
        [
            parts.words("says", "What is to change?", "Something that can be done. No names."),
            parts.pick("measure", "Which measure is to show it?", measures),
            parts.pick("unit", "Measured of which unit?", units),
            parts.line(
                "target",
                "The target",
                "A share of what is wrong, in per cent, like 5: it must be there or below. Of a signal the "
                "count it must reach. What the measure says now must fall short of it.",
                "",
                "5",
            ),
            parts.line(
                "months", "For how many month-ends must it stay there?", f"{least} or more", str(least), "2"
            ),
            parts.pick("owner", "Who is to see to it?", owners, "", found.owner),
        ],
        title="Recommend a change",
        button="Recommend it",
        back=("The finding", reverse("finding", args=[finding])),
        caption=finding,  # what it says is free text, and a caption stands in the title
        intro=[
            found.says,
            "It is closed by this measure, once it moved and stayed, and by nothing on paper.",
        ],
    )


def _finding_parts(drawn: Sample, owners: list[parts.Item], asking: Asking) -> list[parts.Part]:
    law, on = asking.law, asking.on
    row = law["finding_answer_working_days"]
    gravities = [
        (each.value, sentence(each), f"Answered in {days(row.of(each, on)).replace('day', 'working day')}")
        for each in Gravity
    ]
    asked = [(name, str(law[name].on(drawn.on)), "") for name in SUBJECTS[drawn.theme].questions]
    cases = [
        (each.ref, each.ref, f"{each.stratum.unit}, {each.stratum.kind}") for each in drawn.drawing.cases
    ]
    return [
        parts.radios("question", "Which question does it answer?", asked),
        parts.radios("gravity", "How bad is it?", gravities),
        parts.words("says", "What was found?", "In words its owner can act on. No names."),
        parts.boxes("cases", "Which cases show it?", cases),
        parts.pick("owner", "Who is to answer it?", owners),
    ]


def _owners(asking: Asking) -> list[parts.Item]:
    """Officers who may answer a finding, in post, by unit and rank."""
    found = [
        each
        for each in officers_as_known(known_at=asking.at, roles=OWNING)
        if each.until is None or each.until > asking.on
    ]
    found.sort(key=lambda each: (each.unit, each.ref))
    return [(each.ref, f"{each.unit}: {each.ref}, {each.rank}, {each.role}", "") for each in found]


def _target(form: Entered, measure: Measure | None) -> float | None:
    """The target as a measure counts it; of which kind it must be is said once a measure is chosen."""
    typed = form.text("target", "Enter the target, like 5").removesuffix("%").strip()
    if not typed:
        return None
    try:
        number = float(typed) if typed.isascii() and len(typed) <= len("100000000") else -1.0
    except ValueError:
        number = -1.0
    says, most = ANY_TARGET, MOST
    if measure is not None:
        says, most = (COUNT, MOST) if measure.signal else (SHARE, HUNDRED)
    if not 0 <= number <= most:
        form.wrong("target", says)
        return None
    return number if measure is not None and measure.signal else number / HUNDRED


def _most(asking: Asking) -> int:
    """Month-ends a report looks back at most: no measure is asked for longer."""
    return asking.law["report_most_months"].whole(asking.on)
