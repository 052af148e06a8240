"""The notification period that one finding begins. Sexual Offences Act 2003, s.82."""

from dataclasses import dataclass
from datetime import date, timedelta

from watchkeeper.law.clocks import last_of_months
from watchkeeper.law.due import Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, names
from watchkeeper.law.wording import months as spoken
from watchkeeper.registers.facts import Disposal, Finding, ReviewOutcome, Sentence, Subject
from watchkeeper.registers.rules.reach import reached, whole
from watchkeeper.registers.rules.terms import Term

DAY = timedelta(days=1)
ENDLESS = frozenset({Sentence.LIFE, Sentence.INDETERMINATE, Sentence.HOSPITAL_RESTRICTED})
S82 = "Sexual Offences Act 2003, s.82"
DAY_OF = {
    Finding.CONVICTION: "conviction",
    Finding.INSANITY: "the finding",
    Finding.DISABILITY: "the finding",
    Finding.CAUTION: "caution",
}


@dataclass(slots=True)
class Stretch:
    """Days of notification from one finding or order. `last` is None where they have no end."""

    begins: date
    last: date | None
    given: tuple[Given, ...]
    cite: str
    confirmed: bool = True
    disposal: Disposal | None = None


def stretch(disposal: Disposal, term: Term | None, subject: Subject, law: Shelf, on: date) -> Stretch | Given:
    """The period one disposal begins, or the fact it lacks.

    s.82(1): without end for life, an indeterminate sentence, a term of 30 months or more or a
    hospital order with restriction; 10 years for a term of more than 6 months; 7 years for
    6 months or less or hospital without restriction; 2 years for a caution; 5 years for
    anything else; the period of a conditional discharge. Under 18 on the relevant date, half
    of the 10, 7, 5 or 2 years, s.82(2). A finding of disability later tried ends with the
    trial, s.82(5). `term` is the term the offence is treated as having, s.82(4).

    A suspended term counts as its length, and of detention and training the custodial part:
    readings from memory, to be confirmed.
    """
    since, sentence, ref = disposal.relevant_date, disposal.sentence, disposal.ref
    if since is None:
        return Given("relevant date", f"missing for {ref}", S82 + "(6)")
    caution = disposal.finding is Finding.CAUTION
    if sentence is None and not caution:
        return Given("sentence", f"missing for {ref} of {day(since)}", S82 + "(1)")
    if sentence is Sentence.CAUTION and not caution:
        return Given(
            "sentence",
            f"missing for {ref}: a caution recorded against a finding of {disposal.finding}",
            S82 + "(1)",
        )
    confirmed, months, last = True, 0, None
    given = [Given("relevant date", f"{day(since)}, the day of {DAY_OF[disposal.finding]}", S82 + "(6)")]
    table = law["notification_period_months"]
    from_day = max(since, table.values[0][0])
    if caution:
        months = table.of("caution", from_day)
    elif sentence in ENDLESS:
        given.append(Given("sentence", str(sentence), S82 + "(1)"))
    elif sentence is Sentence.CONDITIONAL_DISCHARGE:
        if not (disposal.term_months or disposal.term_days):
            return Given("length of the discharge", f"missing for {ref} of {day(since)}", S82 + "(1)")
        starts = max(disposal.term_begins_on or since, since)  # nobody is discharged before the finding
        last = last_of_months(disposal.term_months, beginning_with=starts) + disposal.term_days * DAY
        given.append(Given("sentence", f"conditional discharge to {day(last)}, never halved", S82 + "(1)"))
    elif term is not None:
        if sentence is not Sentence.IMPRISONMENT:
            confirmed = law.confirmed("sentences_counted_as_imprisonment")
        confirmed = confirmed and not term.assumed
        months = _months_for(term, law, from_day)
        given.append(Given("term", _read_out(term, disposal), S82 + ("(4)" if term.together else "(1)")))
    elif sentence is Sentence.IMPRISONMENT or sentence in law["sentences_counted_as_imprisonment"].words(on):
        return Given("length of the term", f"missing for {ref} of {day(since)}", S82 + "(1)")
    else:
        months = table.of("hospital" if sentence is Sentence.HOSPITAL else "other", from_day)
        given.append(Given("sentence", str(sentence), S82 + "(1)"))
    if months:
        last = _ends(months, since, subject.person.born_on, law, given)
    elif last is None:
        given.append(Given("period", "indefinite, and never halved", S82 + "(1)"))
    tried = disposal.trial_ended_on
    if tried is not None and tried <= on and disposal.finding is Finding.DISABILITY and _later(last, tried):
        last = tried
        given.append(Given("later trial ended", day(tried), S82 + "(5)"))
    if last is None and (ended := _reviewed(subject, since, on)) is not None:
        last = ended - DAY
        given.append(
            Given("review granted, notice received", day(ended), "Sexual Offences Act 2003, s.91C(4)")
        )
    return Stretch(since, last, tuple(given), S82 + "(1)", confirmed, disposal)


def _months_for(term: Term, law: Shelf, from_day: date) -> int:
    """Months of the period for a term of imprisonment, 0 where it has no end."""
    if term.reaches(whole(law["indefinite_term_months"], from_day)):
        return 0
    longer = term.exceeds(whole(law["short_term_months"], from_day))
    return law["notification_period_months"].of("longer" if longer else "short", from_day)


def _ends(months: int, since: date, born_on: date | None, law: Shelf, given: list[Given]) -> date:
    """Last day of a period that may be halved, with the birthday it turns on."""
    adult = whole(law["adult_age"], since)
    if born_on is None:
        given.append(
            Given("date of birth", f"missing: adult period used; half if under {adult}", S82 + "(2)")
        )
    elif not reached(adult, born_on=born_on, on=since):
        share = law["youth_share_of_period"]
        months = int(months * share.share(max(since, share.values[0][0])))
        given.append(Given("date of birth", f"{day(born_on)}, under {adult}: half the period", S82 + "(2)"))
    last = last_of_months(months, beginning_with=since)
    given.append(Given("period", f"{spoken(months)}, to the end of {day(last)}", S82 + "(1)"))
    return last


def _read_out(term: Term, disposal: Disposal) -> str:
    assumed = (
        "; counted from the relevant date, because the day it begins is not recorded" if term.assumed else ""
    )
    if term.together:
        ran = f"{day(term.start)} to {day(term.end - DAY)}"
        return f"{', '.join(term.parts)} {term.together}: {ran}{assumed}"
    parts = [spoken(disposal.term_months)] if disposal.term_months or not disposal.term_days else []
    if disposal.term_days:
        parts.append(days(disposal.term_days))
    return f"{disposal.sentence}, {names(parts)}{assumed}"


def _reviewed(subject: Subject, since: date, on: date) -> date | None:
    """Day the person received notice that an indefinite period was ended on review."""
    return min(
        (
            a.notice_received_on
            for a in subject.applications
            if a.outcome is ReviewOutcome.GRANTED
            and a.notice_received_on is not None
            and a.notice_received_on <= on
            and a.received_on >= since
        ),
        default=None,
    )


def _later(last: date | None, than: date) -> bool:
    return last is None or last > than
