"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [guard("people_person", "people_alias", "people_address", "people_away")]
