"""The database refuses to change or remove what was answered half-way, or settled by a third officer."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("inspection", "0005_settled")]

    operations = [guard("inspection_begunanswers", "inspection_settled")]
