"""The database refuses to change or remove what this slice has stored."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [
        guard("access_restriction", "access_conflictdeclared", "access_opening", "access_openingreview")
    ]
