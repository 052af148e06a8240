"""The books of background work, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Effect",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.TextField()),
                ("attempt", models.IntegerField()),
                ("asked_at", models.DateTimeField()),
                ("task", models.UUIDField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "attempt"), name="job_asked_once")],
            },
        ),
    ]
