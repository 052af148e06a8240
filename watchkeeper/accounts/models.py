"""An account: what somebody signs in with. What they may do follows from the officer it names."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    """Accounts by their login."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(login__iexact=username)


class Account(AbstractBaseUser):
    """One person's way in. `officer_ref` is the officer they are; powers are read from that officer."""

    id = models.BigAutoField(primary_key=True)
    login = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True, default="")
    officer_ref = models.TextField()
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)  # made for a demonstration: useless outside it
    made_at = models.DateTimeField()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"

    objects = AccountManager()

    def __str__(self) -> str:
        return self.officer_ref

    def get_full_name(self) -> str:
        return self.officer_ref

    def has_perm(self, _permission: str, _of: Any = None) -> bool:
        """Never: what an officer may do stands in the table of powers and nowhere else."""
        return False


class SavedView(models.Model):
    """How one account likes to see a list: its filters and order, under a name of the officer's own.

    `query` is what stands after the question mark of the list's address: references, no names.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="views")
    name = models.CharField(max_length=60)
    query = models.TextField(blank=True, default="")
    first = models.BooleanField(default=False)  # shown when the officer opens the list without asking for any
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "name"], name="view_named_once"),
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(first=True), name="view_one_first"
            ),
        ]
