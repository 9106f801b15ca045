import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("avtaler", "0003_registeret_i_dybden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="runde",
            name="ansvarlig",
            field=models.ForeignKey(
                blank=True,
                help_text="The one who drives it (needs 3.13).",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="runder",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="runde",
            name="erstatter",
            field=models.ForeignKey(
                blank=True,
                help_text="The round whose text was changed into this one.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="nye_runder",
                to="avtaler.runde",
            ),
        ),
        migrations.AddField(
            model_name="runde",
            name="forbehandlet",
            field=models.DateField(blank=True, help_text="The joint meeting before the councils (4.18).", null=True),
        ),
        migrations.AddField(
            model_name="runde",
            name="forbehandlet_merknad",
            field=models.TextField(blank=True, help_text="What the joint meeting had to say."),
        ),
    ]
