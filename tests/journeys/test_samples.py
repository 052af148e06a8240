"""A dip sample goes its whole way: drawn, answered twice apart, settled, found upon, and not closed on paper."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.service import DESKTOP, NARROWEST, Service, accessible
from watchkeeper.inspection.sampled import SUBJECTS, SampleTheme
from watchkeeper.law import shelf

QUESTIONS = SUBJECTS[SampleTheme.VISITS].questions
ASKED = {name: str(shelf.load()[name].values[-1][1]) for name in QUESTIONS}
LAST = ASKED[QUESTIONS[-1]]
UNBROKEN = "0123456789abcdef" * 6  # a seed of letters alone, and a reason typed without a blank
NOTE = "The log of the last visit is two lines long."


def both(page: Page) -> None:
    """Accessible on the narrowest phone, and nothing sticks out sideways there or on a desk."""
    page.set_viewport_size(NARROWEST)
    accessible(page)
    page.set_viewport_size(DESKTOP)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def say(page: Page, question: str, answer: str) -> None:
    page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def give(page: Page, **answers: str) -> None:
    """Answer every question of a case yes, but for those named, and give it."""
    for name, question in ASKED.items():
        say(page, question, answers.get(name, "Yes"))
    page.get_by_role("button", name="Give these answers").click()
    expect(page.get_by_text(re.compile("^Given: the (first|second) look"))).to_be_visible()


def give_all(page: Page, address: str, **answers: str) -> int:
    """Answer whatever is theirs; how many that were."""
    page.goto(address)
    mine = page.get_by_role("link", name=re.compile(r"^Answer P\d+$"))
    many = mine.count()
    while mine.count():
        mine.first.click()
        give(page, **answers)
    return many


def test_a_sample_is_drawn_answered_apart_settled_and_what_it_found_is_not_closed_on_paper(
    service: Service,
) -> None:
    # Given an inspection officer who draws six cases of a unit, having seen how many it would take of which
    first = service.sign_in("inspection-officer")
    first.goto("/inspection/")
    first.get_by_role("link", name="Dip samples: cases read by officers").click()
    both(first)
    first.get_by_role("button", name="Draw a sample").click()
    first.get_by_label("How many cases?").fill("a few")
    first.get_by_role("group", name="As the force stood on which day?").get_by_label("Year").fill("2036")
    first.get_by_role("button", name="Draw and keep it").click()
    problems = first.get_by_role("alert")
    for says in (
        "Choose what the sample is of",
        "Choose a unit",
        "is still to come, and nobody knows how the force will stand",
        "Enter a whole number of cases, 1 or more",
    ):
        expect(problems).to_contain_text(says)
    both(first)
    first.get_by_label("Visits and the ladder").check()
    first.get_by_label("Of which unit?").select_option("BCU01")
    first.get_by_label("How many cases?").fill("1")
    first.get_by_role("group", name="As the force stood on which day?").get_by_label("Year").fill("2026")
    first.get_by_role("button", name="Show what it would take").click()
    expect(first.get_by_role("heading", name="It would take 6 of")).to_be_visible()
    expect(first.get_by_text("5 more than the 1 you asked for.")).to_be_visible()
    assert first.locator("[data-stratum]").count() == 3
    both(first)
    first.get_by_label("Seed").fill(UNBROKEN)
    first.get_by_role("button", name="Draw and keep it").click()
    expect(first.get_by_text("6 of 46 cases are drawn and kept, 5 more than asked for.")).to_be_visible()
    sample = first.url
    first.goto("/inspection/samples/")
    both(first)
    first.goto(sample)
    first.get_by_role("button", name="Draw again from the seed").click()
    expect(first.get_by_text("Drawn again from the seed: the same 6 cases")).to_be_visible()

    # When they answer, one case half-way first, and a commander takes the second looks
    twice = first.locator("[data-case]").filter(has_text="the second look").first
    twice.get_by_role("link", name=re.compile("^Answer")).click()
    first.get_by_label("Note").fill(NOTE)
    first.get_by_role("button", name="Give these answers").click()
    expect(first.get_by_role("alert").get_by_role("link")).to_have_count(len(ASKED))
    both(first)
    say(first, LAST, "Cannot tell")
    first.get_by_role("button", name="Keep them and go on later").click()
    expect(first.get_by_text("Kept for you alone: 1 answered so far.")).to_be_visible()
    first.get_by_role("listitem").filter(has_text="kept half-way").get_by_role("link").click()
    case = first.url
    expect(first.get_by_role("group", name=LAST).get_by_label("Cannot tell")).to_be_checked()
    tab = first.context.new_page()
    tab.goto(case)
    give(first)
    tab.get_by_label("Note").fill("Typed in a second tab.")
    tab.get_by_role("button", name="Give these answers").click()
    expect(tab.get_by_text("what was typed just now was not kept")).to_be_visible()
    expect(
        tab.get_by_text(re.compile(r"^You gave your answers to this case on \d+ \w+ 2026, \d\d:\d\d"))
    ).to_be_visible()
    assert "Typed in" not in tab.content()
    accessible(tab)
    tab.close()
    give_all(first, sample)
    first.goto(f"{sample}results/")
    expect(first.get_by_text("half a sample steers nobody")).to_be_visible()

    second = service.sign_in("commander")
    second.goto(case)
    expect(second.get_by_text("this is the second look")).to_be_visible()
    assert NOTE not in second.content()
    give(second, **{QUESTIONS[-1]: "No"})
    assert give_all(second, sample) == 1
    second.goto(case)
    expect(second.get_by_text(NOTE)).to_be_visible()
    both(second)

    # Then a third, who took neither look, settles where they differ, and the sample says something
    third = service.sign_in("duty-inspector")
    third.goto(sample)
    both(third)
    third.get_by_role("link", name=re.compile(r"^Settle P\d+$")).click()
    third.get_by_role("button", name="Settle it").click()
    expect(third.get_by_role("alert")).to_contain_text("Enter why, from the record")
    both(third)
    say(third, LAST, "No")
    third.get_by_label("Why").fill(f"Nobody wrote {UNBROKEN}.")
    third.get_by_role("button", name="Settle it").click()
    expect(third.get_by_text("Finished.")).to_be_visible()
    third.get_by_role("link", name="What it says").click()
    expect(third.get_by_role("img")).to_be_visible()
    rows = third.locator("[data-result]")
    assert rows.count() == len(ASKED)
    expect(rows.last).to_contain_text("Too few to say")
    expect(rows.last).to_contain_text("50% of 2 alike")
    expect(third.locator("[data-differing]")).to_contain_text("No, by BCU01-I1")
    both(third)

    # And what it found is put to a supervisor, who answers it, and to whom a change is recommended
    first.goto(sample)
    first.get_by_role("link", name="Raise a finding").click()
    first.get_by_role("button", name="Raise the finding").click()
    expect(first.get_by_role("alert").get_by_role("link")).to_have_count(5)
    both(first)
    for owner, gravity in (("BCU01-A1", "Urgent"), ("BCU01-S01", "Serious")):
        first.goto(f"{sample}finding/")
        first.get_by_label(LAST).check()
        first.get_by_label(gravity).check()
        first.get_by_label("What was found?").fill("Nobody considered a warrant.")
        first.get_by_role("group", name="Which cases show it?").get_by_role("checkbox").first.check()
        first.get_by_label("Who is to answer it?").select_option(owner)
        first.get_by_role("button", name="Raise the finding").click()
        expect(first.get_by_text(f"Raised: it is put to {owner}.")).to_be_visible()
    both(first)
    first.get_by_role("link", name="Recommend a change").click()
    expect(first).not_to_have_title(re.compile("warrant"))  # what a finding says stands in no title
    first.get_by_label("The target").fill("lots")
    first.get_by_label("For how many month-ends").fill("1")
    first.get_by_role("button", name="Recommend it").click()
    expect(first.get_by_role("alert")).to_contain_text(
        "of a share in per cent, like 5; of a signal the count"
    )
    expect(first.get_by_role("alert").get_by_role("link")).to_have_count(5)
    both(first)
    first.get_by_label("What is to change?").fill("Consider a warrant at every failed visit.")
    first.get_by_label("Which measure is to show it?").select_option("visits_late")
    first.get_by_label("Measured of which unit?").select_option("BCU01")
    first.get_by_label("The target").fill("1")
    first.get_by_label("For how many month-ends").fill("3")
    first.get_by_role("button", name="Recommend it").click()
    expect(first.get_by_text("Recommended: it is put to BCU01-S01.")).to_be_visible()

    owner = service.sign_in("supervisor")
    owner.get_by_role("link", name="Findings", exact=True).click()
    both(owner)
    owner.locator("[data-finding]").first.get_by_role("link").click()
    owner.get_by_label("Accept it").check()
    owner.get_by_label("What is done about it").fill("It is asked at every failed visit from today.")
    owner.get_by_role("button", name="Give the answer").click()
    expect(owner.get_by_text("Accepted by BCU01-S01")).to_be_visible()
    expect(owner.get_by_role("button", name="Record it")).to_have_count(0)  # another settles it
    at = urlsplit(owner.url).path
    first.goto(at)
    both(first)
    first.get_by_label("It is settled").check()
    first.get_by_role("button", name="Record it").click()
    expect(first.locator(".govuk-error-summary")).to_contain_text("Say why")
    first.get_by_label("Why?").fill("It was asked at each since.")
    first.get_by_role("button", name="Record it").click()
    expect(first.get_by_text("Settled by ")).to_be_visible()
    both(first)
    owner.goto("/findings/")
    owner.locator("[data-recommendation]").first.get_by_role("link").click()
    owner.get_by_label("Where the evidence is").fill("DOC-7")
    owner.get_by_role("button", name="Attach it").click()
    expect(owner.get_by_role("heading", name="Evidence: 1")).to_be_visible()
    expect(owner.get_by_role("heading", name="Why it may not be closed yet")).to_be_visible()
    owner.get_by_label("Why", exact=True).fill("It is done.")
    owner.get_by_role("button", name="Propose to close it").click()
    expect(owner.get_by_role("alert")).to_contain_text("at most 1.0% on the day and for 3 month-ends")
    both(owner)

    allocator = service.sign_in("crime-allocator")
    expect(allocator.locator("[data-inspected]")).to_contain_text("Answer to a finding")
    both(allocator)
