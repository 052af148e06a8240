"""Periods and notifications: sentences, terms, missing facts, first and yearly notices."""

from tests.spec.explained.people import case, d, home
from tests.spec.registers.subjects import away, convicted, told
from watchkeeper.people.facts import AddressKind, AwayKind
from watchkeeper.registers.facts import (
    Finding,
    Notified,
    Order,
    OrderKind,
    ReviewApplication,
    ReviewOutcome,
    Sentence,
)

PRISON = Sentence.IMPRISONMENT
NOBODY = Notified()

PERIODS = {
    "everything in order": case(),
    "nothing recorded": case(
        facts={"manager": None, "officer": None}, disposals=(), notified=NOBODY, addresses=()
    ),
    "finding still ahead": case(convicted(d("2026-11-10")), notified=NOBODY),
    "period over": case(convicted(d("2018-03-01"), Sentence.FINE), notified=told("2023-03-01", "2018-03-02")),
    "relevant date missing": case(convicted(None), notified=NOBODY),
    "sentence missing": case(convicted(sentence=None)),
    "caution recorded against a conviction": case(convicted(sentence=Sentence.CAUTION)),
    "length of the term missing": case(convicted(sentence=PRISON)),
    "length of the discharge missing": case(convicted(sentence=Sentence.CONDITIONAL_DISCHARGE)),
    "conditional discharge": case(
        convicted(sentence=Sentence.CONDITIONAL_DISCHARGE, months=12, days=5, term_begins_on=d("2026-06-20"))
    ),
    "date of birth missing": case(born_on=None),
    "caution under 18": case(convicted(finding=Finding.CAUTION, sentence=None), born_on=d("2009-05-17")),
    "life": case(convicted(d("2010-02-01"), Sentence.LIFE), notified=told("2026-02-01", "2010-02-02")),
    "hospital without restriction": case(convicted(finding=Finding.INSANITY, sentence=Sentence.HOSPITAL)),
    "disability later tried": case(
        convicted(
            d("2025-01-06"),
            Sentence.HOSPITAL_RESTRICTED,
            finding=Finding.DISABILITY,
            trial_ended_on=d("2026-12-01"),
        )
    ),
    "disability, the trial over": case(
        convicted(
            d("2025-01-06"),
            Sentence.HOSPITAL_RESTRICTED,
            finding=Finding.DISABILITY,
            trial_ended_on=d("2026-09-01"),
        )
    ),
    "short term": case(convicted(sentence=PRISON, months=6)),
    "longer term of months and days": case(convicted(sentence=PRISON, months=6, days=1)),
    "suspended term": case(convicted(sentence=Sentence.SUSPENDED, months=9)),
    "detention and training under 18": case(
        convicted(sentence=Sentence.DETENTION_AND_TRAINING, months=8), born_on=d("2010-01-31")
    ),
    "two terms, one after the other": case(
        convicted(sentence=PRISON, months=20, term_begins_on=d("2026-06-15")),
        convicted(sentence=PRISON, months=10, ref="D2", consecutive_to="D1"),
    ),
    "two terms partly concurrent": case(
        convicted(sentence=PRISON, months=20, term_begins_on=d("2026-06-15")),
        convicted(sentence=PRISON, months=24, ref="D2", term_begins_on=d("2026-09-01")),
    ),
    "review granted": case(
        convicted(d("2005-02-01"), Sentence.INDETERMINATE),
        notified=told("2026-02-01", "2005-02-02"),
        applications=(
            ReviewApplication(
                "W1",
                d("2025-11-03"),
                acknowledged_on=d("2025-11-10"),
                bodies_notified_on=d("2025-11-12"),
                decided_on=d("2026-01-20"),
                outcome=ReviewOutcome.GRANTED,
                notice_received_on=d("2026-01-22"),
            ),
        ),
    ),
    "review granted, notice still on its way": case(
        convicted(d("2005-02-01"), Sentence.INDETERMINATE),
        notified=told("2026-02-01", "2005-02-02"),
        applications=(
            ReviewApplication(
                "W1",
                d("2025-11-03"),
                acknowledged_on=d("2025-11-10"),
                bodies_notified_on=d("2025-11-12"),
                decided_on=d("2026-01-20"),
                outcome=ReviewOutcome.GRANTED,
                notice_received_on=d("2026-12-22"),
            ),
        ),
    ),
    "carried on by an order": case(
        convicted(d("2020-03-02"), Sentence.COMMUNITY),
        notified=told("2026-03-02", "2020-03-03"),
        orders=(Order("C1", OrderKind.SHPO, d("2020-03-02"), None),),
    ),
    "a risk order only": case(
        disposals=(), notified=NOBODY, orders=(Order("C1", OrderKind.SRO, d("2026-03-02"), d("2029-03-02")),)
    ),
    "notification order, finding abroad missing": case(
        disposals=(), notified=NOBODY, orders=(Order("C1", OrderKind.NOTIFICATION, d("2026-03-02"), None),)
    ),
    "notification order with its finding": case(
        convicted(d("2024-03-04")),
        notified=NOBODY,
        orders=(Order("C1", OrderKind.NOTIFICATION, d("2026-10-30"), None),),
    ),
    "interim order alone makes notifiable": case(
        disposals=(),
        notified=NOBODY,
        orders=(Order("C1", OrderKind.INTERIM_SHPO, d("2026-10-31"), d("2026-12-01")),),
    ),
}
NOTIFICATIONS = {
    "first notification owed": case(convicted(d("2026-11-01")), notified=NOBODY),
    "first notification made late": case(notified=told("2026-06-09")),
    "first notification before the finding": case(
        convicted(d("2024-05-02")), convicted(ref="D2"), notified=told("2026-06-02", "2024-05-03")
    ),
    "already notifying when found again": case(
        convicted(d("2024-05-02"), PRISON, months=12),
        convicted(d("2026-10-29"), ref="D2"),
        notified=told("2026-05-04", "2024-05-03"),
    ),
    "held in custody before the first notification": case(
        convicted(d("2026-10-20"), PRISON, months=12), notified=NOBODY, away=(away("2026-10-20"),)
    ),
    "custody with a release expected": case(
        convicted(d("2026-10-20"), PRISON, months=12),
        notified=NOBODY,
        away=(away("2026-10-20", "2026-12-01"),),
    ),
    "first notification after release": case(
        convicted(d("2026-06-01"), PRISON, months=12),
        notified=NOBODY,
        away=(away("2026-06-01", "2026-10-31"),),
    ),
    "yearly notification ends in hospital": case(
        convicted(d("2024-10-01"), Sentence.HOSPITAL),
        notified=told("2025-10-05", "2024-10-02"),
        away=(away("2026-09-20", kind=AwayKind.HOSPITAL),),
    ),
    "yearly notification held open, back from abroad": case(
        convicted(d("2024-10-01")),
        notified=told("2025-10-05", "2024-10-02"),
        away=(away("2026-09-20", "2026-11-01", AwayKind.ABROAD),),
    ),
    "yearly notification overdue": case(
        convicted(d("2024-10-01")), notified=told("2025-10-05", "2024-10-02")
    ),
    "prescribed change since the last notification": case(
        notified=told("2026-06-02", last_prescribed_on=d("2026-08-03"))
    ),
    "weekly, of no fixed home": case(
        notified=told("2026-10-27", "2026-06-02"), addresses=(home("2026-06-01", kind=AddressKind.FOUND),)
    ),
    "weekly, in custody": case(
        notified=told("2026-10-20", "2026-06-02"),
        addresses=(home("2026-06-01", kind=AddressKind.FOUND),),
        away=(away("2026-10-22", kind=AwayKind.REMAND),),
    ),
    "last notification missing": case(notified=Notified(first_on=d("2026-06-02"))),
    "items missing": case(
        notified=told(
            "2026-06-02",
            incomplete_on=d("2026-10-12"),
            incomplete_items=("Photograph", "fingerprints", "something else"),
        )
    ),
    "items missing, none named": case(notified=told("2026-06-02", incomplete_on=d("2026-10-12"))),
}
CASES = {**PERIODS, **NOTIFICATIONS}
