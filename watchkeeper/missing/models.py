"""Stored facts of `missing`. What somebody wrote in words stays here; rules read only what they need."""

from datetime import date

from django.db import models

from watchkeeper.audit.models import Fact
from watchkeeper.missing import concerns, facts


class OfEpisode(Fact):
    """A fact about one episode, by its ref."""

    episode_ref = models.TextField(default="")

    class Meta(Fact.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["ref", "known_from"], name="missing_%(class)s_ref"),
            models.Index(fields=["episode_ref", "known_from"], name="missing_%(class)s_ep"),
        ]


class OfMissing(Fact):
    """A fact about somebody who goes missing, by their ref."""

    missing_ref = models.TextField(default="")

    class Meta(Fact.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["ref", "known_from"], name="missing_%(class)s_ref"),
            models.Index(fields=["missing_ref", "known_from"], name="missing_%(class)s_who"),
        ]


class CareHome(Fact):
    name = models.TextField(default="")
    postcode = models.TextField(default="")
    authority = models.TextField(default="")
    unit = models.TextField(default="")
    contact = models.TextField(default="")

    def fact(self) -> facts.CareHome:
        """The home as rules read it."""
        return facts.CareHome(
            ref=self.ref,
            name=self.name,
            postcode=self.postcode,
            authority=self.authority,
            unit=self.unit,
        )


class MissingPerson(Fact):
    family_name = models.TextField(default="")
    given_names = models.TextField(default="")
    born_on = models.DateField(null=True)
    care = models.TextField(default="")
    home = models.TextField(default="")
    postcode = models.TextField(default="")
    authority = models.TextField(default="")
    disabled = models.BooleanField(null=True)
    learning_disabled = models.BooleanField(null=True)
    person = models.TextField(default="")

    def fact(self) -> facts.MissingPerson:
        """Whoever goes missing, as rules read them."""
        return facts.MissingPerson(
            ref=self.ref,
            born_on=self.born_on,
            care=facts.Care(self.care) if self.care else None,
            home=self.home,
            postcode=self.postcode,
            authority=self.authority,
            disabled=self.disabled,
            learning_disabled=self.learning_disabled,
            person=self.person,
        )


class Flag(OfMissing):
    kind = models.TextField(default="")
    on = models.DateField(null=True)
    owner = models.TextField(default="")
    review_on = models.DateField(null=True)
    until = models.DateField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")
    reviewed_on = models.DateField(null=True)

    def fact(self) -> facts.Flag:
        """Flag as rules read it."""
        return facts.Flag(
            ref=self.ref,
            missing=self.missing_ref,
            kind=facts.FlagKind(self.kind),
            on=_given(self, self.on),
            owner=self.owner,
            review_on=self.review_on,
            until=self.until,
            reviewed_on=self.reviewed_on,
        )


class Screened(OfMissing):
    on = models.DateField(null=True)
    by = models.TextField(default="")
    pack = models.TextField(default="")
    answers = models.TextField(default="")  # JSON: the choice by item; what is not in it was not known
    points = models.IntegerField(null=True)
    by_tool = models.TextField(default="")
    band = models.TextField(default="")
    active = models.BooleanField(null=True)
    potential = models.BooleanField(null=True)
    provisional = models.BooleanField(null=True)
    review_months = models.IntegerField(null=True)
    reason = models.TextField(default="")

    def fact(self) -> concerns.Screened:
        """The screening as rules read it."""
        return concerns.Screened(
            ref=self.ref,
            on=_given(self, self.on),
            pack=self.pack,
            by_tool=self.by_tool,
            band=self.band,
            active=self.active is not False,  # what nobody recorded is never read as no
            potential=self.potential is not False,
            review_months=self.review_months or 0,
        )


class ConcernStep(OfMissing):
    kind = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> concerns.Step:
        """The step as rules read it."""
        return concerns.Step(ref=self.ref, kind=concerns.ConcernStep(self.kind), on=_given(self, self.on))


class LinkAnswered(Fact):
    key = models.TextField(default="")
    kind = models.TextField(default="")
    verdict = models.TextField(default="")
    on = models.DateField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")
    why = models.TextField(default="")  # as it stood when it was answered
    strength = models.TextField(default="")
    red = models.BooleanField(default=False)
    children = models.TextField(default="")  # JSON lists of refs
    adults = models.TextField(default="")
    evidence = models.TextField(default="")

    class Meta(Fact.Meta):
        indexes = [
            models.Index(fields=["ref", "known_from"], name="missing_linkanswered_ref"),
            models.Index(fields=["key", "known_from"], name="missing_linkanswered_key"),
        ]


class Episode(OfMissing):
    reported_at = models.DateTimeField(null=True)
    unit = models.TextField(default="")
    last_seen_at = models.DateTimeField(null=True)
    postcode = models.TextField(default="")
    home = models.TextField(default="")
    reporter = models.TextField(default="")
    reporter_contact = models.TextField(default="")
    medicine = models.BooleanField(null=True)
    self_harm = models.BooleanField(null=True)
    weather = models.BooleanField(null=True)
    circumstances = models.TextField(default="")

    def fact(self) -> facts.Episode:
        """Episode as rules read it."""
        return facts.Episode(
            ref=self.ref,
            missing=self.missing_ref,
            reported_at=_given(self, self.reported_at),
            unit=self.unit,
            last_seen_at=self.last_seen_at,
            postcode=self.postcode,
            home=self.home,
            reporter=self.reporter,
            medicine=self.medicine,
            self_harm=self.self_harm,
            weather=self.weather,
        )


class Searched(OfEpisode):
    source = models.TextField(default="")
    at = models.DateTimeField(null=True)
    supplier = models.TextField(default="")
    contact = models.TextField(default="")
    found = models.TextField(default="")
    by = models.TextField(default="")

    def fact(self) -> facts.Searched:
        """Searched as rules read it."""
        return facts.Searched(
            ref=self.ref,
            episode=self.episode_ref,
            source=facts.Source(self.source),
            at=_given(self, self.at),
            supplier=self.supplier,
            contact=self.contact,
        )


class Graded(OfEpisode):
    grade = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    provisional = models.BooleanField(null=True)
    grounds = models.TextField(default="")
    reasons = models.TextField(default="")
    rationale = models.TextField(default="")
    rationale_by = models.TextField(default="")
    rationale_at = models.DateTimeField(null=True)

    def fact(self) -> facts.Graded:
        """Graded as rules read it."""
        return facts.Graded(
            ref=self.ref,
            episode=self.episode_ref,
            grade=facts.Grade(self.grade),
            at=_given(self, self.at),
            by=self.by,
            provisional=self.provisional,
            grounds=tuple(facts.Ground(word.strip()) for word in self.grounds.split(";") if word.strip()),
            reasons=self.reasons,
            rationale=self.rationale,
            rationale_by=self.rationale_by,
            rationale_at=self.rationale_at,
        )


class Enquiry(OfEpisode):
    kind = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    result = models.TextField(default="")

    def fact(self) -> facts.Enquiry:
        """Enquiry as rules read it."""
        return facts.Enquiry(
            ref=self.ref,
            episode=self.episode_ref,
            kind=facts.EnquiryKind(self.kind),
            at=_given(self, self.at),
            by=self.by,
            result=self.result,
        )


class Reviewed(OfEpisode):
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Reviewed:
        """Reviewed as rules read it."""
        return facts.Reviewed(
            ref=self.ref,
            episode=self.episode_ref,
            at=_given(self, self.at),
            by=self.by,
        )


class PhilomenaForm(OfMissing):
    version = models.TextField(default="")
    received_at = models.DateTimeField(null=True)
    dated_on = models.DateField(null=True)
    episode_ref = models.TextField(default="")
    description = models.TextField(default="")
    associates = models.TextField(default="")
    places = models.TextField(default="")
    phones = models.TextField(default="")
    health = models.TextField(default="")
    last_seen = models.TextField(default="")

    def fact(self) -> facts.PhilomenaForm:
        """PhilomenaForm as rules read it."""
        return facts.PhilomenaForm(
            ref=self.ref,
            missing=self.missing_ref,
            version=self.version,
            received_at=_given(self, self.received_at),
            dated_on=self.dated_on,
            episode=self.episode_ref,
        )


class Found(OfEpisode):
    at = models.DateTimeField(null=True)
    postcode = models.TextField(default="")
    how = models.TextField(default="")
    harmed = models.BooleanField(null=True)
    with_whom = models.TextField(default="")
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Found:
        """Found as rules read it."""
        return facts.Found(
            ref=self.ref,
            episode=self.episode_ref,
            at=_given(self, self.at),
            postcode=self.postcode,
            how=facts.HowFound(self.how) if self.how else None,
            harmed=self.harmed,
        )


class Interviewed(OfEpisode):
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    in_person = models.BooleanField(null=True)
    note = models.TextField(default="")

    def fact(self) -> facts.Interviewed:
        """Interviewed as rules read it."""
        return facts.Interviewed(
            ref=self.ref,
            episode=self.episode_ref,
            at=_given(self, self.at),
            by=self.by,
            in_person=self.in_person,
        )


class AuthorityTold(OfEpisode):
    at = models.DateTimeField(null=True)
    authority = models.TextField(default="")
    by = models.TextField(default="")

    def fact(self) -> facts.AuthorityTold:
        """AuthorityTold as rules read it."""
        return facts.AuthorityTold(
            ref=self.ref,
            episode=self.episode_ref,
            at=_given(self, self.at),
            authority=self.authority,
        )


class ReturnInterview(OfEpisode):
    step = models.TextField(default="")
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.ReturnInterview:
        """ReturnInterview as rules read it."""
        return facts.ReturnInterview(
            ref=self.ref,
            episode=self.episode_ref,
            step=facts.ReturnStep(self.step),
            at=_given(self, self.at),
        )


class Seen(OfEpisode):
    kind = models.TextField(default="")
    value = models.TextField(default="")
    at = models.DateTimeField(null=True)
    person = models.TextField(default="")
    postcode = models.TextField(default="")
    by = models.TextField(default="")
    note = models.TextField(default="")

    def fact(self) -> facts.Seen:
        """Seen as rules read it."""
        return facts.Seen(
            ref=self.ref,
            episode=self.episode_ref,
            kind=facts.SeenKind(self.kind),
            value=self.value,
            at=_given(self, self.at),
            person=self.person,
            postcode=self.postcode,
        )


class Closed(OfEpisode):
    at = models.DateTimeField(null=True)
    by = models.TextField(default="")
    reason = models.TextField(default="")

    def fact(self) -> facts.Closed:
        """Closed as rules read it."""
        return facts.Closed(
            ref=self.ref,
            episode=self.episode_ref,
            at=_given(self, self.at),
            by=self.by,
        )


def _given[When: date](row: Fact, value: When | None) -> When:
    """The day or instant without which the row says nothing."""
    if value is None:
        raise ValueError(f"{row._meta.model_name} {row.ref} lacks its day")
    return value
