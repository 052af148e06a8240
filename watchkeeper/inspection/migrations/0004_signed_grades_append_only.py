"""The database refuses to change or remove a grade that somebody signed."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("inspection", "0003_signed_grades")]

    operations = [guard("inspection_signedgrade")]
