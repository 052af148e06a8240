"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Charge",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("charged_on", models.DateField(null=True)),
                ("review_commissioned_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="charge_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="charge_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decided",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("ground", models.TextField(default="")),
                ("choice", models.TextField(default="")),
                ("decided_on", models.DateField(null=True)),
                ("decided_by", models.TextField(default="")),
                ("rank", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("expires_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="decided_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="decided_person"),
                ],
            },
        ),
    ]
