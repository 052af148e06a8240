"""The database refuses to change or remove a mention or a decision about two of them."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("people", "0003_identity")]

    operations = [guard("people_mention", "people_pairing")]
