"""Studies of the planner."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="Study",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("matter", models.TextField(default="")),
                ("unit", models.TextField(default="")),
                ("months", models.IntegerField(null=True)),
                ("seeds", models.IntegerField(null=True)),
                ("shifts", models.TextField(default="")),
                ("by", models.TextField(default="")),
                ("at", models.DateTimeField(null=True)),
                ("policy_version", models.TextField(default="")),
                ("done_at", models.DateTimeField(null=True)),
                ("digest", models.TextField(default="")),
                ("content", models.BinaryField(default=b"")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="study_ref")],
            },
        ),
        guard("planning_study"),
    ]
