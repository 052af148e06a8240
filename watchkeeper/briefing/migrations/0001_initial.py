"""The tables of this slice, as first laid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FrozenBrief",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("known_at", models.DateTimeField()),
                ("unit", models.TextField(default="")),
                ("officer", models.TextField(default="")),
                ("policy_version", models.TextField()),
                ("compiled_at", models.DateTimeField()),
                ("act", models.BigIntegerField()),
                ("through", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["on", "unit", "officer", "known_at"], name="frozenbrief_on")
                ],
            },
        ),
    ]
