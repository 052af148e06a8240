"""What was typed into a form: days, times and texts, and every problem with them at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from watchkeeper.today import LONDON

KEPT = "entered"
LONGEST_REFERENCE = 60  # characters; those of forces have a dozen or two
TOO_LONG = f"No reference is so long: enter one of at most {LONGEST_REFERENCE} characters"


@dataclass(slots=True)
class Entered:
    """One form as sent. Each reading that fails adds a problem; what was typed is kept for the page."""

    data: QueryDict
    problems: list[dict[str, str]] = field(default_factory=list)

    def wrong(self, name: str, says: str) -> None:
        """Add a problem with a field: it is shown at the top and beside the field."""
        self.problems.append({"text": says, "href": f"#{name}", "name": name})

    def said(self, name: str) -> dict[str, str] | None:
        """The problem with a field, as its component shows it; None when there is none."""
        for problem in self.problems:
            if problem["name"] == name:
                return {"text": problem["text"]}
        return None

    def text(self, name: str, needed: str = "") -> str:
        """A text without the blanks around it. `needed` is what to say when there is none."""
        typed = self.data.get(name, "").replace("\r\n", "\n").replace("\0", "").strip()
        if needed and not typed:
            self.wrong(name, needed)
        return typed

    def reference(self, name: str, needed: str = "") -> str:
        """A reference typed in a box; one longer than any is a problem, and is neither kept nor said back."""
        typed = self.text(name, needed)
        if len(typed) <= LONGEST_REFERENCE:
            return typed
        self.wrong(name, TOO_LONG)
        self._keep(name, "")
        return ""

    def references(self, name: str, needed: str = "") -> tuple[str, ...]:
        """The references typed in one box, parted by commas; those too long are a problem, and not kept."""
        typed = [each.strip() for each in self.text(name, needed).split(",")]
        found = short_enough(each for each in typed if each)
        if len(found) < sum(map(bool, typed)):
            self.wrong(name, TOO_LONG)
            self._keep(name, ", ".join(found))
        return found

    def _keep(self, name: str, typed: str) -> None:
        """Keep this of a field for the page in place of what was typed."""
        self.data = self.data.copy()
        self.data[name] = typed

    def one_of(self, name: str, allowed: object, needed: str = "") -> str:
        """One of the answers offered; anything else is as good as none."""
        typed = self.data.get(name, "")
        if typed in allowed:  # type: ignore[operator]
            return typed
        if needed:
            self.wrong(name, needed)
        return ""

    def day(self, name: str, needed: str = "") -> date | None:
        """A day typed in three boxes. A blank one is None; one that is no day is a problem."""
        parts = [self.data.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year")]
        if not any(parts):
            if needed:
                self.wrong(name, needed)
            return None
        try:
            return date(*(int(part) for part in reversed(parts)))
        except (ValueError, OverflowError):
            self.wrong(name, "Enter a real date, like 27 3 2026")
            return None

    def instant(self, name: str, needed: str) -> datetime | None:
        """A day in three boxes and a time in one, on London's clock."""
        on = self.day(name, needed)
        typed = self.data.get(f"{name}-time", "").strip()
        try:
            at = time.fromisoformat(typed)
        except ValueError:
            self.wrong(f"{name}-time", "Enter the time, like 07:30")
            return None
        return datetime.combine(on, at, LONDON) if on is not None else None

    def boxes(self, name: str, says: str, hint: str, value: date | None = None) -> dict[str, object]:
        """The three boxes of a day as the page shows them, with what was typed or `value`."""
        given = (value.day, value.month, value.year) if value and f"{name}-day" not in self.data else None
        items = []
        for place, (part, width) in enumerate((("day", 2), ("month", 2), ("year", 4))):
            typed = str(given[place]) if given else self.data.get(f"{name}-{part}", "")
            classes = f"govuk-input--width-{width}" + (" govuk-input--error" if self.said(name) else "")
            items.append(
                {
                    "id": name if place == 0 else f"{name}-{part}",
                    "name": part,
                    "classes": classes,
                    "value": typed,
                }
            )
        shown: dict[str, object] = {
            "id": f"{name}-group",
            "namePrefix": name,
            "items": items,
            "fieldset": {"legend": {"text": says, "classes": "govuk-fieldset__legend--s"}},
            "hint": {"text": hint},
        }
        if said := self.said(name):
            shown["errorMessage"] = said
        return shown


def short_enough(refs: Iterable[str]) -> tuple[str, ...]:
    """Those references that are no longer than any reference is.

    >>> short_enough(["O1", "O" * 61])
    ('O1',)
    """
    return tuple(ref for ref in refs if len(ref) <= LONGEST_REFERENCE)


def entered(request: HttpRequest) -> Entered:
    """The form as sent; for a page that is looked at, what `again` kept for it, else empty."""
    kept = request.session.pop(KEPT, None) if request.method == "GET" and KEPT in request.session else None
    if kept is None or kept["path"] != request.path:
        return Entered(request.POST)
    return Entered(QueryDict(kept["data"]), kept["problems"])


def again(request: HttpRequest, form: Entered) -> HttpResponse:
    """Back to the page of the form with its problems, by an address that can be loaded and gone back to.

    A page answered to a form itself is one the browser asks to send again on the way back. What
    was typed waits in the session for the one page that shows it, and is gone from there.
    """
    data = form.data.copy()
    data.pop("csrfmiddlewaretoken", None)
    request.session[KEPT] = {"path": request.path, "data": data.urlencode(), "problems": form.problems}
    return HttpResponseRedirect(request.get_full_path(), status=HTTPStatus.SEE_OTHER)
