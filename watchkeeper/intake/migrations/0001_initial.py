"""The tables of this slice, as first laid."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Load",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("fingerprint", models.CharField(max_length=64)),
                ("begun_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("by", models.TextField()),
                ("state", models.TextField()),
                ("act", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["fingerprint"], name="load_fingerprint")],
            },
        ),
        migrations.CreateModel(
            name="LoadedFile",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("rows_read", models.BigIntegerField(default=0)),
                ("rows_loaded", models.BigIntegerField(default=0)),
                ("rows_unchanged", models.BigIntegerField(default=0)),
                ("rows_rejected", models.BigIntegerField(default=0)),
                ("state", models.TextField()),
                ("act", models.BigIntegerField(null=True)),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="intake.load"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("load", "name"), name="loadedfile_once")],
            },
        ),
    ]
