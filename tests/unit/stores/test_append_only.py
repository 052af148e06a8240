"""Nothing stored is changed or removed: the database itself refuses, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.conftest import guarded

pytestmark = pytest.mark.django_db

every_table = pytest.mark.parametrize("name", guarded())

ROW = """INSERT INTO people_alias
    (ref, recorded_at, known_from, withdrawn, act, person_ref, name)
    VALUES ('N1', '2026-03-01', '2026-03-01', {no}, 1, 'P1', 'Ann Example')"""


def run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def stored(sql: str = "SELECT name FROM people_alias") -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [tuple(row) for row in cursor.fetchall()]


@pytest.fixture
def alias() -> None:
    run(ROW.format(no="0" if connection.vendor == "sqlite" else "false"))


@every_table
def test_every_facts_table_the_trail_and_the_briefs_are_guarded(name: str):
    if connection.vendor == "sqlite":
        laid = stored(f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{name}'")
        assert {row[0] for row in laid} == {f"{name}_no_update", f"{name}_no_delete"}
    else:
        laid = stored(f"SELECT tgname FROM pg_trigger WHERE tgrelid = '{name}'::regclass AND tgenabled = 'O'")
        assert (f"{name}_append_only",) in laid


@pytest.mark.usefixtures("alias")
@pytest.mark.parametrize("sql", ["UPDATE people_alias SET name = 'Bea Example'", "DELETE FROM people_alias"])
def test_a_stored_fact_is_neither_changed_nor_removed(sql: str):
    with pytest.raises(DatabaseError, match="append-only"):
        run(sql)
    assert stored() == [("Ann Example",)]


@pytest.mark.usefixtures("alias")
def test_a_row_is_not_replaced_by_one_with_its_number():
    (number,) = stored("SELECT id FROM people_alias")[0]
    columns = "id, ref, recorded_at, known_from, withdrawn, act, person_ref, name"
    values = f"{number}, 'N1', '2026-03-01', '2026-03-01', false, 1, 'P1', 'Bea Example'"
    if connection.vendor == "sqlite":
        sql = f"INSERT OR REPLACE INTO people_alias ({columns}) VALUES ({values})"
    else:
        sql = (
            f"INSERT INTO people_alias ({columns}) VALUES ({values}) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name"
        )
    with pytest.raises(DatabaseError, match="append-only"):
        run(sql)
    assert stored() == [("Ann Example",)]


@pytest.mark.usefixtures("alias")
def test_a_table_is_not_emptied():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DatabaseError, match="append-only"):
        run("TRUNCATE people_alias")
    assert stored() == [("Ann Example",)]
