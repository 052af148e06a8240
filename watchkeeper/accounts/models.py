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
