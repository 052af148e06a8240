"""Stored facts of `people`: who somebody is, where they live, and when they are out of reach."""

from django.db import models

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.people import facts
from watchkeeper.people.facts import addresses, parts


class Compact(models.Func):
    """A postcode in capitals with nothing between its letters, in the words of both databases.

    Whoever stores one leaves nothing but blanks there. The words are whole, with no value to be filled
    in, so that a question finds the index made of them.
    """

    template = "UPPER(REPLACE(%(expressions)s, ' ', ''))"
    output_field = models.TextField()


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

    class Meta(AboutPerson.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="address_ref"),
            models.Index(fields=["person_ref", "known_from"], name="address_person"),
            models.Index(
                Compact("postcode"),
                name="address_home_of_child",
                condition=models.Q(children_live_there=True),
            ),
        ]

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


class Mention(Fact):
    """Somebody as another source than the register names them. `ref` is their key: source and reference."""

    source = models.TextField(default="")
    given_names = models.TextField(default="")
    family_name = models.TextField(default="")
    other_names = models.TextField(default="")
    born_on = models.DateField(null=True)
    line = models.TextField(default="")
    postcode = models.TextField(default="")
    past_addresses = models.TextField(default="")
    phones = models.TextField(default="")
    identifiers = models.TextField(default="")

    def fact(self) -> facts.Mention:
        """The mention as it is compared; several names, phones or identifiers are parted by semicolons."""
        return facts.Mention(
            ref=self.ref.removeprefix(f"{self.source} "),
            source=self.source,
            given_names=self.given_names,
            family_name=self.family_name,
            other_names=parts(self.other_names),
            born_on=self.born_on,
            addresses=addresses(self.line, self.postcode, self.past_addresses),
            phones=parts(self.phones),
            identifiers=parts(self.identifiers),
        )


class Pairing(Fact):
    """A decision about two records: joined, kept apart, not sure. Undone, its newest version is withdrawn."""

    one = models.TextField(default="")
    other = models.TextField(default="")
    joined = models.BooleanField(null=True)
    by = models.TextField(default="")
    on = models.DateField(null=True)
    bits = models.FloatField(null=True)
    model = models.TextField(default="")
    guard = models.TextField(default="")
    reason = models.TextField(default="")

    def fact(self) -> facts.Pairing:
        """The decision as rules read it."""
        assert self.on is not None
        return facts.Pairing(
            self.one,
            self.other,
            self.joined,
            self.by,
            self.on,
            self.bits,
            self.model,
            self.guard,
            self.reason,
        )
