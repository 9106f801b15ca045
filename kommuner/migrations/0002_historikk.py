"""The change log: an append-only table of its own making, and the one function that writes in it."""

from django.db import migrations, models

TABELL = """
CREATE TABLE kommuner_hendelse (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tid timestamptz NOT NULL,
    tabell varchar(63) NOT NULL,
    objekt varchar(40) NOT NULL,
    navn text NOT NULL,
    handling varchar(9) NOT NULL,
    foer jsonb,
    etter jsonb,
    avtale_id bigint,
    region_id bigint,
    part_id bigint,
    bruker_id bigint,
    hvem varchar(200) NOT NULL,
    begrunnelse text NOT NULL,
    foresporsel uuid NOT NULL,
    forrige varchar(64) NOT NULL,
    hash varchar(64) NOT NULL
);
CREATE INDEX hendelse_kjede ON kommuner_hendelse (tabell, objekt, id);
CREATE INDEX hendelse_avtale ON kommuner_hendelse (avtale_id, id);
CREATE INDEX hendelse_region ON kommuner_hendelse (region_id, id);
CREATE INDEX hendelse_foresporsel ON kommuner_hendelse (foresporsel);

-- The fingerprint of an event: of everything in it, and so, through the one before, of the row's whole history.
CREATE FUNCTION hendelse_hash(h kommuner_hendelse) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
    SELECT encode(sha256(convert_to(jsonb_build_array(
        h.forrige, to_char(h.tid AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), h.tabell, h.objekt, h.navn,
        h.handling, h.foer, h.etter, h.avtale_id, h.region_id, h.part_id, h.bruker_id, h.hvem, h.begrunnelse,
        h.foresporsel
    )::text, 'UTF8')), 'hex')
$$;

-- The only writer. It runs with its owner's rights, so that nobody else needs any but to read.
-- A row is locked by the change that fired the trigger: no two events of one row are ever written at once.
-- The last event is always looked up by the index of chains: a plan made while the table was small, or one that walks
-- the primary key backwards, would make a large import take hours. Hence «enable_seqscan» and «+ 0»; and «COLLATE»,
-- since TG_TABLE_NAME brings with it a collation that the index has not.
CREATE FUNCTION skriv_hendelse(
    tabell text, objekt text, navn text, foer jsonb, etter jsonb, avtale bigint, region bigint, part bigint
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
DECLARE
    h kommuner_hendelse;
    siste kommuner_hendelse;
    hvem jsonb := nullif(current_setting('samarbeid.hvem', true), '')::jsonb;
BEGIN
    SELECT * INTO siste FROM kommuner_hendelse k
        WHERE k.tabell = skriv_hendelse.tabell COLLATE "default" AND k.objekt = skriv_hendelse.objekt COLLATE "default"
        ORDER BY k.id + 0 DESC LIMIT 1;
    h.tid := clock_timestamp();
    h.tabell := tabell;
    h.objekt := objekt;
    h.handling := CASE WHEN foer IS NULL THEN 'opprettet' WHEN etter IS NULL THEN 'slettet' ELSE 'endret' END;
    IF h.handling = 'endret' THEN
        SELECT jsonb_object_agg(f.key, f.value), jsonb_object_agg(f.key, etter -> f.key) INTO h.foer, h.etter
            FROM jsonb_each(foer) f CROSS JOIN LATERAL substring(f.key FROM '^(.+_)(?:teller|nevner)$') broek
            WHERE f.value IS DISTINCT FROM etter -> f.key  -- Half a fraction says nothing: both its parts, or none.
                OR (foer -> (broek || 'teller')) IS DISTINCT FROM (etter -> (broek || 'teller'))
                OR (foer -> (broek || 'nevner')) IS DISTINCT FROM (etter -> (broek || 'nevner'));
    ELSE
        h.foer := foer;
        h.etter := etter;
    END IF;
    IF h.handling = 'slettet' THEN  -- What it belonged to may have gone first.
        navn := coalesce(navn, siste.navn);
        avtale := coalesce(avtale, siste.avtale_id);
        region := coalesce(region, siste.region_id);
        part := coalesce(part, siste.part_id);
    END IF;
    h.navn := coalesce(navn, '');
    h.avtale_id := avtale;
    h.region_id := region;
    h.part_id := part;
    h.bruker_id := (hvem ->> 'bruker')::bigint;
    h.hvem := left(coalesce(hvem ->> 'navn', 'database ' || session_user), 200);
    h.begrunnelse := coalesce(hvem ->> 'begrunnelse', '');
    h.foresporsel := coalesce(
        (hvem ->> 'foresporsel')::uuid, md5(pg_current_xact_id()::text || transaction_timestamp()::text)::uuid
    );
    h.forrige := coalesce(siste.hash, '');
    h.hash := hendelse_hash(h);
    INSERT INTO kommuner_hendelse (
        tid, tabell, objekt, navn, handling, foer, etter, avtale_id, region_id, part_id, bruker_id, hvem, begrunnelse,
        foresporsel, forrige, hash
    ) VALUES (
        h.tid, h.tabell, h.objekt, h.navn, h.handling, h.foer, h.etter, h.avtale_id, h.region_id, h.part_id,
        h.bruker_id, h.hvem, h.begrunnelse, h.foresporsel, h.forrige, h.hash
    );
END $$;
"""

BORT = """
DROP FUNCTION skriv_hendelse(text, text, text, jsonb, jsonb, bigint, bigint, bigint);
DROP FUNCTION hendelse_hash(kommuner_hendelse);
DROP TABLE kommuner_hendelse;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kommuner", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(TABELL, BORT),
        migrations.CreateModel(
            name="Hendelse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tid", models.DateTimeField()),
                ("tabell", models.CharField(max_length=63)),
                ("objekt", models.CharField(help_text="Primary key of the row, as text.", max_length=40)),
                ("navn", models.TextField(blank=True, help_text="What the row was called then.")),
                (
                    "handling",
                    models.CharField(
                        choices=[("opprettet", "opprettet"), ("endret", "endret"), ("slettet", "slettet")], max_length=9
                    ),
                ),
                ("foer", models.JSONField(help_text="Columns before; of a change only those that changed.", null=True)),
                ("etter", models.JSONField(null=True)),
                ("avtale_id", models.BigIntegerField(null=True)),
                ("region_id", models.BigIntegerField(null=True)),
                ("part_id", models.BigIntegerField(null=True)),
                ("bruker_id", models.BigIntegerField(null=True)),
                (
                    "hvem",
                    models.CharField(
                        help_text="The name of the person then, the command, or the database role.", max_length=200
                    ),
                ),
                ("begrunnelse", models.TextField(blank=True)),
                (
                    "foresporsel",
                    models.UUIDField(help_text="Shared by all that one request, command or transaction did."),
                ),
                ("forrige", models.CharField(blank=True, max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("-pk",),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Innsending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bruker_id", models.BigIntegerField()),
                ("noekkel", models.UUIDField(help_text="Made when the form was shown.")),
                (
                    "avtrykk",
                    models.CharField(
                        help_text="Of what was sent and where: other content is another form.", max_length=64
                    ),
                ),
                ("til", models.CharField(blank=True, help_text="Where the first one led.", max_length=500)),
                ("tid", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("bruker_id", "noekkel", "avtrykk"), name="innsending_en_gang")
                ],
            },
        ),
    ]
