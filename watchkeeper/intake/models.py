"""Loads of a force's files, so that one that was cut short goes on where it stopped.

These are the books of the loading itself, not facts about anybody: they are brought up to date.
"""

from typing import ClassVar

from django.db import models


class Load(models.Model):
    """One folder loaded. `fingerprint` names the folder's content; `act` is its trail entry."""

    id = models.BigAutoField(primary_key=True)
    fingerprint = models.CharField(max_length=64)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    by = models.TextField()
    state = models.TextField()
    act = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["fingerprint"], name="load_fingerprint")]


class LoadedFile(models.Model):
    """One file of a load: what it held and what became of its rows; `outcome` holds all that was said."""

    id = models.BigAutoField(primary_key=True)
    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="files")
    name = models.TextField()
    sha256 = models.CharField(max_length=64)
    rows_read = models.BigIntegerField(default=0)
    rows_loaded = models.BigIntegerField(default=0)
    rows_unchanged = models.BigIntegerField(default=0)
    rows_rejected = models.BigIntegerField(default=0)
    state = models.TextField()
    act = models.BigIntegerField(null=True)
    outcome = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["load", "name"], name="loadedfile_once")]


class Upload(models.Model):
    """Files handed in through the pages, from being checked to being removed.

    `ref` is drawn at random and names their folder in the home. `files` says what was handed in,
    `report` what a load would do; what a load did stands in its books, found by `fingerprint`.
    """

    ref = models.CharField(max_length=32, primary_key=True)
    by = models.TextField()
    at = models.DateTimeField()
    state = models.TextField()
    files = models.JSONField(default=list)
    report = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64, default="")
    tries = models.IntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["at"], name="upload_at")]
