"""Days and instants as British clerks, databases and spreadsheets write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_SEP = r"[-/. ]"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}})", re.ASCII)
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}|\d\d)", re.ASCII)
_NAMED = re.compile(
    rf"(?:[a-z]+,? )?(\d{{1,2}})(?:st|nd|rd|th)?{_SEP}?([a-z]{{3,9}})\.?,?{_SEP}?(\d{{4}}|\d\d)",
    re.I | re.ASCII,
)
_SERIAL = re.compile(r"(\d{5})(\.\d+)?", re.ASCII)
_CLOCK = re.compile(
    r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([ap]\.?m\.?)?"
    r" ?(z|utc|gmt|bst|[+-]\d\d(?::?\d\d)?)?",
    re.I | re.ASCII,
)
_SPREADSHEET_DAY_0 = date(1899, 12, 30)
_WITH_MINUTES = len("2026-03-02 14:30")
_EARLIEST_YEAR, _LATEST_YEAR = 1890, 2200
_YEARS_AHEAD = 20  # a year of two digits, in a column that may look ahead
MIDNIGHT_SAID = "a day without a time of day is read as its first minute"
SHORT_YEAR_SAID = "years of two digits were completed"

Said = set[str]


def read_day(text: str, past: bool, this_year: int, said: Said) -> date | str:
    """The day `text` names, or a sentence on why it names none.

    The day comes before the month, as written in Britain: 02/03/2026 is 2 March. An instant
    gives its day in London.

    >>> read_day("2-Mar-26", True, 2026, set()), read_day("46083", True, 2026, set())
    (datetime.date(2026, 3, 2), datetime.date(2026, 3, 2))
    """
    found = _day(text, past, this_year)
    if found is None and (":" in text or "." in text):
        instant = read_instant(text, past, this_year, said)
        return instant if isinstance(instant, str) else instant.astimezone(LONDON).date()
    return _told(found, said)


def read_instant(text: str, past: bool, this_year: int, said: Said) -> datetime | str:
    """The instant `text` names, in UTC, or a sentence on why it names none.

    Without a zone the clock is London's; in the hour that happens twice in October, the first.

    >>> read_instant("02/07/2026 14:30", True, 2026, set())
    datetime.datetime(2026, 7, 2, 13, 30, tzinfo=datetime.timezone.utc)
    """
    if len(text) >= _WITH_MINUTES and text[4] == "-" == text[7] and text[13] == ":":
        try:
            instant = datetime.fromisoformat(text)
        except ValueError:
            pass  # an odd one: read below, with a reason where it cannot be
        else:
            if _EARLIEST_YEAR <= instant.year <= _LATEST_YEAR:
                return (instant.replace(tzinfo=LONDON) if instant.tzinfo is None else instant).astimezone(UTC)
    serial = _SERIAL.fullmatch(text)
    if serial and serial[2]:
        seconds = round(float(serial[2]) * 86_400)
        day = _SPREADSHEET_DAY_0 + timedelta(int(serial[1]))
        return _in_utc(datetime.combine(day, time()) + timedelta(seconds=seconds))
    day_text, clock_text = _parted(text)
    found = _told(_day(day_text, past, this_year), said)
    if isinstance(found, str):
        return found
    if not clock_text:
        said.add(MIDNIGHT_SAID)
        return _in_utc(datetime.combine(found, time()))
    return _at(found, clock_text)


def _parted(text: str) -> tuple[str, str]:
    colon = text.find(":")
    if colon < 0:
        return text, ""
    start = colon
    while start and text[start - 1].isdigit():
        start -= 1
    day = text[:start].rstrip(" ,")
    return (day[:-1] if day[-1:] in "Tt" and day[-2:-1].isdigit() else day), text[start:]


def _at(day: date, clock_text: str) -> datetime | str:
    clock = _CLOCK.fullmatch(clock_text)
    if clock is None:
        return "the time of day cannot be read"
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if clock[5]:
        if not 1 <= hour <= 12:
            return "no such time of day"
        hour = hour % 12 + (12 if clock[5][0] in "pP" else 0)
    micros = int((clock[4] or "0")[:6].ljust(6, "0"))
    try:
        local = datetime.combine(day, time(hour, minute, second, micros))
        return _in_utc(local, clock[6] or "")
    except (ValueError, OverflowError):
        return "no such time of day"


def _in_utc(local: datetime, zone: str = "") -> datetime:
    if not zone:
        return local.replace(tzinfo=LONDON).astimezone(UTC)
    word = zone.upper()
    if word in ("Z", "UTC", "GMT"):
        return local.replace(tzinfo=UTC)
    if word == "BST":
        return local.replace(tzinfo=timezone(timedelta(hours=1))).astimezone(UTC)
    digits = word[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return local.replace(tzinfo=timezone(ahead if word[0] == "+" else -ahead)).astimezone(UTC)


def _told(found: tuple[date, bool] | str | None, said: Said) -> date | str:
    if found is None:
        return "not a day that can be read"
    if isinstance(found, str):
        return found
    if found[1]:
        said.add(SHORT_YEAR_SAID)
    return found[0]


@lru_cache(maxsize=100_000)
def _day(text: str, past: bool, this_year: int) -> tuple[date, bool] | str | None:
    """The day and whether its year had two digits; a sentence where no such day; None if not a day."""
    if match := _YEAR_FIRST.fullmatch(text) or _PACKED.fullmatch(text):
        return _made(int(match[1]), int(match[2]), int(match[3]), short=False)
    if match := _DAY_FIRST.fullmatch(text):
        short = len(match[3]) == 2
        year = _whole_year(int(match[3]), past, this_year) if short else int(match[3])
        return _made(year, int(match[2]), int(match[1]), short=short)
    if match := _NAMED.fullmatch(text):
        month = _MONTHS.get(match[2][:3].casefold())
        if month is None:
            return "no such month"
        short = len(match[3]) == 2
        year = _whole_year(int(match[3]), past, this_year) if short else int(match[3])
        return _made(year, month, int(match[1]), short=short)
    if (match := _SERIAL.fullmatch(text)) and not (match[2] or "").strip(".0"):
        return _SPREADSHEET_DAY_0 + timedelta(int(match[1])), False
    return None


def _whole_year(short: int, past: bool, this_year: int) -> int:
    latest = this_year if past else this_year + _YEARS_AHEAD
    return latest - (latest - short) % 100


def _made(year: int, month: int, day: int, *, short: bool) -> tuple[date, bool] | str:
    if year > _LATEST_YEAR:
        return "a year too far ahead to be meant; leave an open end blank"
    if year < _EARLIEST_YEAR:
        return "a year too long ago to be meant"
    try:
        return date(year, month, day), short
    except ValueError:
        return "no such day; the day is read before the month" if month > 12 else "no such day in that month"
