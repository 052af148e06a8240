"""Pages for what goes wrong: what happened, what is kept, what to do. They show nothing of any record."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

SAYS = {
    HTTPStatus.BAD_REQUEST: (
        "That could not be read",
        "Something in the address or the form is not what any page sends. Nothing was kept of it.",
    ),
    HTTPStatus.FORBIDDEN: ("You may not do this", "Watchkeeper does not say more about it."),
    HTTPStatus.NOT_FOUND: (
        "There is no such page",
        "If you typed the address, check it. If you followed a link, what it led to may be gone.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "This address only takes what a form sends",
        "Nothing was done. It was opened by its address, by a bookmark or by loading a page again. Go to the "
        "page with the form, and press its button.",
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "Something went wrong with Watchkeeper",
        "What you were doing may not have been kept. Go back, see whether it is there, and try again. "
        "The fault is in the log for whoever looks after the service.",
    ),
}
STALE = (
    "This form is too old to be sent",
    "Nothing was kept. Go back, load the page again, and send it once more. It happens after signing in "
    "again in another window, and where a browser keeps no cookies.",
)


def error(
    request: HttpRequest | None, status: HTTPStatus, says: tuple[str, str], reference: str = ""
) -> HttpResponse:
    """One page for every fault. Without a request it needs no session and no database.

    `reference` is what the line of the log about it carries.
    """
    heading, words = says
    shown = {"request": request, "heading": heading, "words": words, "reference": reference}
    content = get_template("error.html").render(shown, request)
    response = HttpResponse(content, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def not_read(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: malformed, too large, or sent to another host."""
    return error(_where_signed_in(request), HTTPStatus.BAD_REQUEST, SAYS[HTTPStatus.BAD_REQUEST])


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: raised by a library; our own refusals say why."""
    return error(_where_signed_in(request), HTTPStatus.FORBIDDEN, SAYS[HTTPStatus.FORBIDDEN])


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: no such address, or nothing there."""
    return error(_where_signed_in(request), HTTPStatus.NOT_FOUND, SAYS[HTTPStatus.NOT_FOUND])


def explained(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: an address asked in a way it does not take says what to do, where it said nothing."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        empty = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.streaming
        if not empty or response.content:
            return response
        says = SAYS[HTTPStatus.METHOD_NOT_ALLOWED]
        page = error(_where_signed_in(request), HTTPStatus.METHOD_NOT_ALLOWED, says)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return answer


def fault(request: HttpRequest) -> HttpResponse:
    """500: made without the request, which may be what is broken, but for its reference."""
    says = SAYS[HTTPStatus.INTERNAL_SERVER_ERROR]
    return error(None, HTTPStatus.INTERNAL_SERVER_ERROR, says, getattr(request, "ref", ""))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django hands it over
    """403: a form without the token that shows it came from our own page."""
    return error(None, HTTPStatus.FORBIDDEN, STALE)


def _where_signed_in(request: HttpRequest) -> HttpRequest | None:
    """The request where a page had begun to answer it: then the way round can be shown."""
    return request if hasattr(request, "asking") else None
