"""The front door: who may sign in, and where they go from there."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Door(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator; nobody signs themselves up."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never."""
        return False
