"""The database refuses to change or remove what is recorded of exploitation and links."""

from django.db import migrations

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("missing", "0003_exploitation_and_links")]

    operations = [guard("missing_screened", "missing_concernstep", "missing_linkanswered")]
