"""The books that keep anything from being done twice: jobs asked for, by key, and effects done."""

from django.db import models


class Job(models.Model):
    """A job was asked for. The database takes each key and attempt once, whoever asks.

    `task` is the row of the queue that carries it out.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.TextField()
    attempt = models.IntegerField()
    asked_at = models.DateTimeField()
    task = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "attempt"], name="job_asked_once")]


class Effect(models.Model):
    """Something that happens outside the database and leaves no other mark there was done."""

    key = models.TextField(primary_key=True)
    at = models.DateTimeField()


class Cleared(models.Model):
    """How many finished jobs of one kind, ended in one state, were cleared away: counts are not lost."""

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    state = models.TextField()
    jobs = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "state"], name="cleared_once")]
