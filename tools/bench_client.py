"""A browser's worth of requests, for `tools.bench_pages` to measure what each takes."""

import http.client
import re
import sys
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

PATIENCE = 180
"""Seconds a request may take before the benchmark gives up."""


@dataclass
class Client:
    """One browser's worth of requests over one connection, with its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str, float]:
        """Status, page and milliseconds of one request; redirects are not followed."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Referer"] = f"http://127.0.0.1:{self.port}{path}"
        began = time.perf_counter()
        body = urlencode(form) if form else None
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        except http.client.RemoteDisconnected:  # the server let a connection go that waited its turn too long
            self.connection.close()
            began = time.perf_counter()
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        page = answer.read().decode(errors="replace")
        took = (time.perf_counter() - began) * 1000
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, page, took

    def open_person(self) -> str:
        """The address of somebody on the client's own list, once it is said why their record is looked at."""
        _, page, _ = self.ask("GET", "/?section=unmanaged")
        found = re.search(r'href="(/people/[^/"]+/)"', page)
        if found is None:
            sys.exit("a list without a person on it")
        _, page, _ = self.ask("GET", f"{found[1]}purpose/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        form = {"csrfmiddlewaretoken": token[1] if token else "", "purpose": "supervise", "next": found[1]}
        self.ask("POST", f"{found[1]}purpose/", form)
        return found[1]

    def sign_in(self, login: str, password: str) -> None:
        """Through the form, as a person does."""
        _, page, _ = self.ask("GET", "/accounts/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        form = {"csrfmiddlewaretoken": token[1] if token else "", "login": login, "password": password}
        status, page, _ = self.ask("POST", "/accounts/login/", form)
        if status != 302:
            sys.exit(f"{login} could not sign in: {status}")
