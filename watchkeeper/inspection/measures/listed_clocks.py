"""Measures of online suspects, of orders and of alerts: what each counts, of what, on whose word."""

from watchkeeper.inspection.facts import Measure, Theme

SUSPECT, REGISTER, WORK = Theme.SUSPECTS, Theme.NOTIFICATION, Theme.WORKFORCE
ONLINE, PEEL = (
    "HMICFRS, police response to online child sexual abuse, April 2023",
    "HMICFRS, PEEL 2023-25, Metropolitan",
)
PAST = "nothing was enforced in the band's time, and no reason that is accepted holds"


def _waiting(band: str) -> Measure:
    return Measure(
        f"suspects_{band.replace(' ', '_')}",
        SUSPECT,
        f"Online suspects past their time, {band}",
        PAST,
        f"referrals of band {band}, not closed, on which nothing was enforced",
        ONLINE,
    )


MEASURES: tuple[Measure, ...] = (
    Measure(
        "suspects_unbanded",
        SUSPECT,
        "Online suspects without a band",
        "no band that counts came in the hours of policy, or none again in those after it expired",
        "referrals not closed on which nothing was enforced",
        ONLINE,
    ),
    _waiting("very high"),
    _waiting("high"),
    _waiting("medium"),
    _waiting("low"),
    Measure(
        "enforced_late",
        SUSPECT,
        "Online suspects not enforced upon in their band's time",
        "no search, arrest or interview came in the band's time, whatever reason was given",
        "referrals whose time ended in the month, but for those closed with nothing enforced",
        ONLINE,
    ),
    Measure(
        "changes_late",
        REGISTER,
        "Changes not told of in time",
        "no notification told of it by its last day",
        "changes of people on the register whose last day fell in the month, nobody away in its days",
        "Sexual Offences Act 2003, s.84",
    ),
    Measure(
        "journeys_late",
        REGISTER,
        "Journeys abroad without notice in time",
        "no notice came in time, nor later with an excuse and in its hours",
        "journeys abroad of people on the register begun in the month",
        "S.I. 2004/1220, reg.5",
    ),
    Measure(
        "stays_untold",
        REGISTER,
        "Stays away from home nobody was told of",
        "the address was never notified",
        "qualifying stays of people on the register whose last day to tell fell in the month, nobody away in "
        "its days",
        "Sexual Offences Act 2003, s.84(1)(c) and (6)",
        unsaid="of a stay it is recorded whether it was notified and not when: what was told too late cannot "
        "be told from what was told in time, and a month falls as stays in it are told of late",
    ),
    Measure(
        "orders_lapsing",
        REGISTER,
        "Orders about to lapse",
        "the last day of policy to look at it is over, and no order of its kind outlasts it",
        "orders in force that have an end",
        "Sexual Offences Act 2003, ss.103A to 103E",
    ),
    Measure(
        "orders_lapsed",
        REGISTER,
        "Orders lapsed with nothing in their place",
        "no order of the kind holds",
        "orders whose end came in the month, of people on the register",
        "Sexual Offences Act 2003, ss.103A to 103E",
    ),
    Measure(
        "alerts_unanswered",
        WORK,
        "Alerts not taken on in time",
        "nobody took it on before it went one rank up",
        "alerts whose first minutes of policy ended in the month",
        PEEL,
    ),
    Measure(
        "alerts_unseen",
        WORK,
        "Alerts that reached nobody in time",
        "nobody was shown it in the minutes of policy",
        "alerts whose minutes ended in the month",
        PEEL,
    ),
)
