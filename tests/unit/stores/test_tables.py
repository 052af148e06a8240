"""The stored models and the list of columns say the same, so a change starts in one place."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from watchkeeper.audit.models import Fact
from watchkeeper.engine.tables import Kind, Table
from watchkeeper.intake.tables import TABLES

PACKAGE = Path(__file__).parents[3] / "watchkeeper"
STORED = {
    Kind.TEXT: models.TextField,
    Kind.CODE: models.TextField,
    Kind.LIST: models.TextField,
    Kind.DAY: models.DateField,
    Kind.INSTANT: models.DateTimeField,
    Kind.YES_NO: models.BooleanField,
    Kind.WHOLE: models.IntegerField,
    Kind.NUMBER: models.FloatField,
}
OWN = {"id", "ref", "recorded_at", "known_from", "withdrawn", "act"}

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@every_table
def test_a_model_has_the_columns_of_its_table_and_no_other(table: Table):
    stored = {field.name for field in apps.get_model(table.model)._meta.concrete_fields}
    assert stored - OWN == {column.name for column in table.columns}
    assert stored >= OWN


@every_table
def test_columns_stand_in_the_same_order_in_both(table: Table):
    """Rows are sealed in this order, in bulk by the table and one by one by the model."""
    stored = [field.name for field in apps.get_model(table.model)._meta.concrete_fields]
    assert [name for name in stored if name not in OWN] == [column.name for column in table.columns]


@every_table
def test_each_column_is_stored_as_its_kind(table: Table):
    fields = {field.name: field for field in apps.get_model(table.model)._meta.concrete_fields}
    for column in table.columns:
        field = fields[column.name]
        assert type(field) is STORED[column.kind], column.name
        if isinstance(field, models.TextField):
            assert not field.null, f"{column.name}: blank text is the empty text"
        else:
            assert field.null, f"{column.name}: a missing fact is kept as missing"


@every_table
def test_rows_about_a_person_can_be_found_by_person_and_by_ref(table: Table):
    indexed = {tuple(index.fields) for index in apps.get_model(table.model)._meta.indexes}
    assert ("ref", "known_from") in indexed
    if table.about == "person_ref":
        assert ("person_ref", "known_from") in indexed


def made_by_an_action(label: str) -> bool:
    """Facts of Watchkeeper's own, which come in no force's files: an action of their slice stores them."""
    slice_, name = label.split(".")
    actions = [path for path in (PACKAGE / slice_).rglob("*.py") if "actions" in path.as_posix()]
    return any(f"{name}(" in path.read_text() for path in actions)


def test_every_stored_fact_has_a_table_or_is_made_by_an_action():
    """A model that neither a file nor a page can fill would be a fact nobody can give."""
    stored = {model._meta.label for model in apps.get_models() if issubclass(model, Fact)}
    tables = {table.model for table in TABLES}
    assert tables <= stored
    assert [label for label in sorted(stored - tables) if not made_by_an_action(label)] == []
