"""Stored facts of `people`: who somebody is, where they live, and when they are out of reach."""

from django.db import models

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.people import facts


class Person(Fact):
    family_name = models.TextField(default="")
    given_names = models.TextField(default="")
    born_on = models.DateField(null=True)
    sex = models.TextField(default="")
    unit = models.TextField(default="")
    safety_marker = models.TextField(default="")
    intelligence_flag_on = models.DateField(null=True)
    on_licence = models.BooleanField(null=True)
    parent_ref = models.TextField(default="")
    parental_direction_on = models.DateField(null=True)
    parental_direction_until = models.DateField(null=True)

    def fact(self) -> facts.Person:
        """The person as rules read them; a blank sex is `not recorded`."""
        return facts.Person(
            ref=self.ref,
            family_name=self.family_name,
            given_names=self.given_names,
            born_on=self.born_on,
            sex=facts.Sex(self.sex or facts.Sex.NOT_RECORDED),
            unit=self.unit,
            safety_marker=self.safety_marker,
            intelligence_flag_on=self.intelligence_flag_on,
        )


class Alias(AboutPerson):
    name = models.TextField(default="")
    used_since = models.DateField(null=True)
    notified_on = models.DateField(null=True)

    def fact(self) -> facts.Alias:
        """The other name used."""
        return facts.Alias(self.ref, self.name, self.used_since, self.notified_on)


class Address(AboutPerson):
    kind = models.TextField(default="")
    line = models.TextField(default="")
    postcode = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    force = models.TextField(default="")
    children_live_there = models.BooleanField(null=True)

    def fact(self) -> facts.Address:
        """The address; nobody having recorded whether a child lives there stays None."""
        return facts.Address(
            ref=self.ref,
            kind=facts.AddressKind(self.kind),
            line=self.line,
            postcode=self.postcode,
            since=self.since,
            until=self.until,
            force=self.force,
            children_live_there=self.children_live_there,
        )


class Away(AboutPerson):
    kind = models.TextField(default="")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def fact(self) -> facts.Away:
        """The days out of reach."""
        if self.since is None:
            raise ValueError(f"away {self.ref} has no since")
        return facts.Away(self.ref, facts.AwayKind(self.kind), self.since, self.until)
