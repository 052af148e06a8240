"""What a report must say to be one: something to act on. Whatever else is missing is asked for later."""

from watchkeeper.crimes.facts import Crime
from watchkeeper.law.decision import RECORDS, Reason

ASKED = "a report says what happened (in words, or by its counting code) or who is in it"


def something_to_act_on(crime: Crime, *, summary: str, people: int) -> Reason:
    """Whether a report says what happened or who is in it, so that somebody can do something about it.

    What happened: words that are no blanks, a counting code, or that it is domestic, of high risk
    or in the street. `people` is how many are told of, named or not. An instant, a unit, a postcode
    or a day alone is no crime: nobody could grade it, and nothing would ever close it. A proposal of ours.

    >>> bare = Crime("", None, "", "U1", "E1 1AA")
    >>> something_to_act_on(bare, summary=" ", people=0).met
    False
    >>> something_to_act_on(bare, summary="a man shouting", people=0).met
    True
    """
    happened = bool(crime.offence.strip() or summary.strip())
    marked = True in (crime.domestic, crime.high_risk, crime.street)
    return Reason(happened or marked or people > 0, ASKED, RECORDS)
