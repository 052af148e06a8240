"""The brief of a night, frozen: what was known, under which policy, and what it said."""

from django.db import models


class FrozenBrief(models.Model):
    """One compiled brief. Compiled again from the same facts it gives the same bytes.

    `through` is the highest act it saw; `digest` is the SHA-256 of the content before it was
    compressed.
    """

    id = models.BigAutoField(primary_key=True)
    on = models.DateField()
    known_at = models.DateTimeField()
    unit = models.TextField(default="")
    officer = models.TextField(default="")
    policy_version = models.TextField()
    compiled_at = models.DateTimeField()
    act = models.BigIntegerField()
    through = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["on", "unit", "officer", "known_at"], name="frozenbrief_on")]
