"""The engine reads what Django stored, on whichever database the tests stand."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, TABLES, rows
from watchkeeper.briefing.assembling import cases, read_register
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.engine.source import of_django
from watchkeeper.law.shelf import Shelf


@pytest.mark.django_db(transaction=True)
def test_the_register_is_what_each_person_s_own_record_says(law: Shelf) -> None:
    stored = rows(20260320, 30)
    for table in TABLES:
        apps.get_model(table.model).objects.bulk_create([row for name, row in stored if name == table.name])
    source = of_django({**settings.DATABASES["default"], **connection.settings_dict})
    with read_register(source, law, on=ON, known_at=KNOWN_AT) as snapshot:
        whole = list(cases(snapshot))
    with read_register(source, law, on=ON, known_at=KNOWN_AT, unit="NW") as snapshot:
        part = [case for case in cases(snapshot) if case.unit == "NW"]
    assert len(whole) > 10
    assert part == [case for case in whole if case.unit == "NW"]
    for case in whole:
        assert case == case_as_known(case.ref, law, on=ON, known_at=KNOWN_AT)
