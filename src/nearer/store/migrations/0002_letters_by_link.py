"""Letters that are read by a link."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="LinkedLetter",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("box", models.BinaryField()),
                ("verifier", models.BinaryField(max_length=32)),
                ("made", models.DateTimeField()),
                ("answer", models.BinaryField(default=b"")),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="store.person",
                    ),
                ),
            ],
        ),
    ]
