"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.TextField()),
                ("power", models.TextField()),
                ("by", models.TextField()),
                ("about", models.TextField(default="")),
                ("purpose", models.TextField(default="")),
                ("reasons", models.JSONField(default=list)),
                ("facts", models.JSONField(default=list)),
                ("policy_version", models.TextField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["about", "number"], name="entry_about"),
                    models.Index(fields=["by", "number"], name="entry_by"),
                ],
                "constraints": [models.UniqueConstraint(fields=("previous",), name="entry_never_forks")],
            },
        ),
    ]
