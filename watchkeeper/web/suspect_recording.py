"""What is recorded in a referral while it runs: steps, devices, children referred, prompts answered, news."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.law.wording import moment
from watchkeeper.suspects.actions.recording import (
    answer_prompt,
    record_device,
    record_news,
    record_step,
    refer_children,
)
from watchkeeper.suspects.actions.telling import tell
from watchkeeper.suspects.facts import DeviceStep, News, PromptAnswer, StepKind
from watchkeeper.suspects.rules.children import near
from watchkeeper.suspects.rules.devices import waiting
from watchkeeper.suspects.rules.prompts import prompts
from watchkeeper.web import form_parts as parts
from watchkeeper.web import suspect_forms as forms
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import entered
from watchkeeper.web.episode_forms import happened, when
from watchkeeper.web.suspect_looking import suspect_page
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


@suspect_page(Power.WORK_SUSPECT)
def step(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record what happened: a search, arrest or interview ends the clock of enforcement."""
    asking, _ = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("kind", [each.value for each in StepKind], "Choose what happened")
        at, note = when(form, "at", asking), form.text("note")
        says = "Recorded. What it asks for next stands on top."
        return forms.recorded(
            request, form, lambda acting: record_step(StepKind(kind), at, note, acting), "kind", says
        )
    shown = [
        parts.choice("kind", "What happened?", parts.each_of(StepKind)),
        *happened("at", "did it happen", asking),
        parts.words("note", "More, in words"),
    ]
    intro = ["A search, an arrest or an interview is enforcement. After an arrest somebody asks, by name, "
             "about suicide risk."]  # fmt: skip
    return forms.asked(request, form, shown, "Record enforcement, or another step", "Record it", intro)


@suspect_page(Power.WORK_SUSPECT)
def device(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record a step of a device."""
    asking, case = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        which = form.text("device", "Say which device: its exhibit reference")
        kind = form.one_of("step", [each.value for each in DeviceStep], "Choose which step")
        at, note = when(form, "at", asking), form.text("note")

        def do(acting: Acting) -> object:
            return record_device(which, DeviceStep(kind), at, note, acting)

        return forms.recorded(request, form, do, "device", "Recorded.")
    lists = [
        (
            "Devices of this referral",
            [f"{each.device}: {each.step}, {moment(each.since)}" for each in waiting(case, at=asking.at)],
        )
    ]
    shown = [
        parts.line("device", "Which device?", "The exhibit's own reference.", width="10"),
        parts.choice("step", "Which step?", parts.each_of(DeviceStep)),
        *happened("at", "was that", asking),
        parts.words("note", "What came of it?", "No material, and no link to any."),
    ]
    return forms.asked(request, form, shown, "Record a step of a device", "Record it", lists=lists)


@suspect_page(Power.WORK_SUSPECT)
def safeguard(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record that the children near were referred to a local authority."""
    asking, case = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        authority = form.text("authority", "Enter which local authority")
        at, note = when(form, "at", asking), form.text("note")
        says = "Recorded. A child found after it is owed another."
        return forms.recorded(
            request, form, lambda acting: refer_children(at, authority, note, acting), "authority", says
        )
    lists = [
        (
            "Children known to be near",
            [
                f"{sentence(each.what)}, since {moment(each.since)}"
                for each in sorted(near(case, asking.law, at=asking.at))
            ],
        )
    ]
    shown = [
        parts.line("authority", "Which local authority?"),
        *happened("at", "was it told", asking),
        parts.words("note", "What was said, and to whom?"),
    ]
    return forms.asked(
        request, form, shown, "Refer children to the local authority", "Record it", lists=lists
    )


@suspect_page(Power.ANSWER_PROMPT)
def prompt(request: HttpRequest, *, suspect: str, trigger: str) -> HttpResponse:  # noqa: ARG001
    """Answer, by name, about the suicide risk of the suspect after something happened."""
    asking, case = forms.of_referral(request)
    found = next((each for each in prompts(case, asking.law, at=asking.at) if each.trigger == trigger), None)
    if found is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        said = form.one_of("answer", [each.value for each in PromptAnswer], "Choose what was done")
        note = form.text("note", "Say in words what was said and done")
        return forms.recorded(
            request,
            form,
            lambda acting: answer_prompt(trigger, PromptAnswer(said), note, acting),
            "answer",
            "Answered in your name.",
        )
    intro = [
        f"{sentence(found.what)}, {moment(found.at)}. Suspects of online child abuse are at high risk of "
        "suicide at each of these points. Ask them, or whoever is close to them; nothing is scored.",
        f"Your answer stands under your name, {asking.officer.ref}.",
    ]
    shown = [
        parts.radios("answer", "What was asked, and what was done?", parts.each_of(PromptAnswer)),
        parts.words("note", "In words", "Who was asked, what they said, who was told."),
    ]
    return forms.asked(request, form, shown, "Suicide risk of the suspect", "Answer", intro)


@suspect_page(Power.WORK_SUSPECT)
def news(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Record that facts changed: the band given before expires."""
    asking, _ = forms.of_referral(request)
    form = entered(request)
    if request.method == "POST":
        kind = form.one_of("kind", [each.value for each in News], "Choose what changed")
        at, note = when(form, "at", asking), form.text("note", "Say in words what changed")
        says = "Recorded. A band given before has expired."
        return forms.recorded(
            request, form, lambda acting: record_news(News(kind), at, note, acting), "kind", says
        )
    shown = [
        parts.choice("kind", "What changed?", parts.each_of(News)),
        *happened("at", "was that known", asking),
        parts.words("note", "In words"),
    ]
    intro = ["An address, a child or a suspect has a form of its own, which records it as well."]
    return forms.asked(request, form, shown, "Record that facts changed", "Record it", intro)


@suspect_page(Power.WORK_SUSPECT)
def manager(request: HttpRequest, *, suspect: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """Tell the manager of each suspect on the register who was not told."""
    _, case = forms.of_referral(request)
    form, registered = entered(request), case.known.registered
    if request.method == "POST":
        if not registered:
            form.wrong("manager", "Nobody on it is on the register, so there is no manager to tell")
        elif registered <= {each.person for each in case.told}:
            form.wrong("manager", "Whoever manages them was told before")
        return forms.recorded(request, form, tell, "manager", "Told now: it is among their alerts.")
    intro = ["An alert goes to whoever manages them, and to the sergeants of their unit, and stays until "
             "somebody takes it on."]  # fmt: skip
    return forms.asked(request, form, [], "Tell the manager", "Tell them now", intro)


addresses = [
    path("suspects/<suspect:suspect>/step/", step, name="suspect-step"),
    path("suspects/<suspect:suspect>/device/", device, name="suspect-device"),
    path("suspects/<suspect:suspect>/safeguard/", safeguard, name="suspect-safeguard"),
    path("suspects/<suspect:suspect>/prompt/<suspect:trigger>/", prompt, name="suspect-prompt"),
    path("suspects/<suspect:suspect>/news/", news, name="suspect-news"),
    path("suspects/<suspect:suspect>/manager/", manager, name="suspect-manager"),
]
