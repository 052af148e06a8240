"""Every request is counted, timed and logged by the name of its page: never its address, query or people."""

import secrets
import sys
import time
from collections.abc import Callable

import structlog
from django.core.signals import got_request_exception
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from prometheus_client import Counter, Histogram

from watchkeeper.faults import named as class_of
from watchkeeper.faults import places

REQUESTS = Counter("watchkeeper_requests", "Requests answered.", ("page", "status"))
SECONDS = Histogram(
    "watchkeeper_request_seconds",
    "Time until an answer began.",
    ("page",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
QUIET = frozenset({"alive", "ready", "metrics"})
"""Pages machines ask for every few seconds: counted, not logged."""
REFERENCE = 4
"""Bytes of the reference by which a request is found in the log."""

log = structlog.get_logger()


class Measured:
    """Middleware, outermost but for security: the count, the time and one line of the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        request.ref = secrets.token_hex(REFERENCE)  # type: ignore[attr-defined]
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        page = named(request)
        REQUESTS.labels(page, response.status_code).inc()
        SECONDS.labels(page).observe(seconds)
        if page not in QUIET:
            asking = getattr(request, "asking", None)
            log.info(
                "request",
                page=page,
                status=response.status_code,
                ms=round(seconds * 1000),
                by=asking.officer.ref if asking else "",
                request=request.ref,  # type: ignore[attr-defined]
            )
        return response


@receiver(got_request_exception)
def failed(request: HttpRequest, **_rest: object) -> None:
    """One line for a page that broke: the class of the error and the code it came through, not its words."""
    error = sys.exc_info()[1]
    if error is None:
        return
    asking = getattr(request, "asking", None)
    log.error(
        "request failed",
        page=named(request),
        request=getattr(request, "ref", ""),
        by=asking.officer.ref if asking else "",
        error=class_of(error),
        where=places(error),
    )


def named(request: HttpRequest) -> str:
    """The name of the page that answered; its view where it has no name; "none" where none did."""
    match = request.resolver_match
    if match is None:
        return "none"
    return match.view_name or match._func_path
