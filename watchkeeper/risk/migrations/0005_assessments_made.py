"""What is recorded while an assessment is made with an instrument, and of the level beside its score."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("risk", "0004_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="BegunAssessment",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("pack", models.TextField(default="")),
                ("begun_on", models.DateField(null=True)),
                ("begun_by", models.TextField(default="")),
                ("why", models.TextField(default="")),
                ("supersedes", models.TextField(default="")),
                ("ended_on", models.DateField(null=True)),
                ("ended_why", models.TextField(default="")),
                ("signed_off_by", models.TextField(default="")),
                ("sign_off_says", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="begunassessment_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="begunassessment_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LevelReason",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("level_ref", models.TextField(default="")),
                ("says", models.TextField(default="")),
                ("points_to", models.TextField(default="")),
                ("rating_ref", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="levelreason_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="levelreason_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanAction",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("assessment_ref", models.TextField(default="")),
                ("says", models.TextField(default="")),
                ("owner", models.TextField(default="")),
                ("by", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="planaction_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="planaction_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("assessment_ref", models.TextField(default="")),
                ("place", models.TextField(default="")),
                ("pack", models.TextField(default="")),
                ("on", models.DateField(null=True)),
                ("by", models.TextField(default="")),
                ("answers", models.TextField(default="")),
                ("concluded", models.BooleanField(null=True)),
                ("base_band", models.TextField(default="")),
                ("adjusted_band", models.TextField(default="")),
                ("band", models.TextField(default="")),
                ("why", models.TextField(default="")),
                ("provisional", models.BooleanField(null=True)),
                ("stands", models.BooleanField(null=True)),
                ("completes", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="rating_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="rating_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondRatingDraw",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("on", models.DateField(null=True)),
                ("seed", models.TextField(default="")),
                ("share", models.FloatField(null=True)),
                ("pool", models.TextField(default="")),
                ("drawn", models.TextField(default="")),
                ("by", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["ref", "known_from"], name="secondratingdraw_ref")],
            },
        ),
    ]
