"""References of a force in addresses: those of crimes, of missing episodes and of children."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from watchkeeper.audit.models import Fact
from watchkeeper.audit.standing import as_written
from watchkeeper.law.wording import in_address


class Reference:
    """A reference in an address: forces write 01/1234/26, and a stroke parts addresses."""

    regex = "[^/]+"

    def to_python(self, text: str) -> str:
        """The reference as it is on record."""
        return text.replace("~", "/")

    def to_url(self, ref: str) -> str:
        """The reference as addresses write it."""
        return in_address(ref)


def as_on_record(request: HttpRequest, kind: type[Fact], name: str, *, known_at: datetime) -> HttpResponse:
    """The same page under the reference as it is on record, where it was typed in another case.

    `name` is what the address calls it. Raises Http404 where nothing is on record of it: what was
    typed goes nowhere.
    """
    here = request.resolver_match
    typed = here.kwargs[name] if here is not None else ""
    ref = as_written(kind, typed, known_at=known_at)
    if here is None or ref == typed or request.method != "GET":
        raise Http404
    return HttpResponseRedirect(reverse(here.view_name, kwargs=here.kwargs | {name: ref}))
