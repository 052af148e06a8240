"""Excuses given for failures to notify and what an officer made of them; prosecutions and how they ended."""

from django.db import migrations, models

from watchkeeper.audit.append_only import guard


class Migration(migrations.Migration):
    dependencies = [
        ("escalation", "0004_outcomes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Excuse",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("duty", models.TextField(default="")),
                ("about", models.TextField(default="")),
                ("failed_on", models.DateField(null=True)),
                ("given_on", models.DateField(null=True)),
                ("says", models.TextField(default="")),
                ("accepted", models.BooleanField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("answered_by", models.TextField(default="")),
                ("rank", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("review_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="excuse_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="excuse_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Prosecution",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("duty", models.TextField(default="")),
                ("about", models.TextField(default="")),
                ("failed_on", models.DateField(null=True)),
                ("kind", models.TextField(default="")),
                ("begun_on", models.DateField(null=True)),
                ("court", models.TextField(default="")),
                ("outcome", models.TextField(default="")),
                ("ended_on", models.DateField(null=True)),
                ("says", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="prosecution_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="prosecution_person"),
                ],
            },
        ),
        guard("escalation_excuse", "escalation_prosecution"),
    ]
