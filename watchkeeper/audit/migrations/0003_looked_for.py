"""Entries are looked for by power, by kind and by day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_append_only"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["power", "number"], name="entry_power"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["kind", "number"], name="entry_kind"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["at", "number"], name="entry_at"),
        ),
    ]
