"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ConflictDeclared",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("officer_ref", models.TextField(default="")),
                ("since", models.DateField(null=True)),
                ("by", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("sealed", models.BooleanField(null=True)),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="conflictdeclared_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="conflictdeclared_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("officer_ref", models.TextField(default="")),
                ("at", models.DateTimeField(null=True)),
                ("until", models.DateTimeField(null=True)),
                ("reason", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="opening_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="opening_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningReview",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("opening_ref", models.TextField(default="")),
                ("by", models.TextField(default="")),
                ("on", models.DateField(null=True)),
                ("justified", models.BooleanField(null=True)),
                ("note", models.TextField(default="")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="openingreview_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="openingreview_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("ref", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("known_from", models.DateTimeField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("act", models.BigIntegerField()),
                ("person_ref", models.TextField()),
                ("by", models.TextField(default="")),
                ("since", models.DateField(null=True)),
                ("review_by", models.DateField(null=True)),
                ("named", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("until", models.DateField(null=True)),
                ("lifted_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["ref", "known_from"], name="restriction_ref"),
                    models.Index(fields=["person_ref", "known_from"], name="restriction_person"),
                ],
            },
        ),
    ]
