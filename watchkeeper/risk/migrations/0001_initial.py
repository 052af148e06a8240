"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("instrument", models.TextField(default="")),
                ("completed_on", models.DateField(null=True)),
                ("signed_off_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="assessment_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="assessment_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intelligence",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("received_on", models.DateField(null=True)),
                ("significant", models.BooleanField(null=True)),
                ("reviewed_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="intelligence_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="intelligence_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("made_on", models.DateField(null=True)),
                ("visit_every_months", models.IntegerField(null=True)),
                ("deviation_reason", models.TextField(default="")),
                ("reactive", models.BooleanField(null=True)),
                ("reactive_since", models.DateField(null=True)),
                ("pillars", models.TextField(default="")),
                ("actions_without_owner", models.IntegerField(null=True)),
                ("approved_on", models.DateField(null=True)),
                ("approved_by", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="plan_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="plan_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("reviewed_on", models.DateField(null=True)),
                ("reviewed_by", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="review_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="review_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SetLevel",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("level", models.TextField(default="")),
                ("set_on", models.DateField(null=True)),
                ("set_by", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="setlevel_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="setlevel_person"),
                ],
            },
        ),
    ]
