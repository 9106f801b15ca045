"""An adopted split is frozen: the database itself refuses to change or delete it."""

from django.db import migrations

NEKT = """
CREATE FUNCTION nekt_endring_av_fordeling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An adopted split is never changed or deleted; a correction is a new one.'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER fordeling_er_frosset BEFORE UPDATE OR DELETE ON kostnad_fordeling
    FOR EACH ROW EXECUTE FUNCTION nekt_endring_av_fordeling();
CREATE TRIGGER fordelingsdel_er_frosset BEFORE UPDATE OR DELETE ON kostnad_fordelingsdel
    FOR EACH ROW EXECUTE FUNCTION nekt_endring_av_fordeling();
"""

TILLAT = """
DROP TRIGGER fordelingsdel_er_frosset ON kostnad_fordelingsdel;
DROP TRIGGER fordeling_er_frosset ON kostnad_fordeling;
DROP FUNCTION nekt_endring_av_fordeling();
"""


class Migration(migrations.Migration):
    dependencies = [("kostnad", "0001_initial")]
    operations = [migrations.RunSQL(NEKT, TILLAT)]
