"""Whether the change log is whole: every event as it was written, none missing between, and the tables as it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, models

from kommuner.models.sporing import SPORET, Sporing

#: Events so recent that others may still be on their way in are not counted in the fingerprint.
RO = "1 hour"
HOEYST = 100


@dataclass(frozen=True)
class Brudd:
    """Something that is not as it was written. ``hendelse`` is its number in the log, None for a row in a table."""

    feil: str
    tabell: str
    objekt: str
    navn: str
    hendelse: int | None = None

    def __str__(self) -> str:
        hvor = f"hendelse {self.hendelse}, " if self.hendelse is not None else ""
        return f"{self.feil}: {hvor}{self.tabell} {self.objekt} ({self.navn})"


@dataclass(frozen=True)
class Fingeravtrykk:
    """All events up to a number in one hash: kept outside the database, it shows also a cut tail."""

    antall: int
    til: int
    sha256: str


KJEDENE = """
SELECT * FROM (
    SELECT id, tabell, objekt, navn,
        hash IS DISTINCT FROM hendelse_hash(h) AS endret,
        forrige IS DISTINCT FROM coalesce(lag(hash) OVER (PARTITION BY tabell, objekt ORDER BY id), '') AS brutt
    FROM kommuner_hendelse h
) k WHERE endret OR brutt ORDER BY id LIMIT %s
"""

SUMMEN = """
WITH med AS (
    SELECT id, hash FROM kommuner_hendelse
    WHERE id <= coalesce(%s, (SELECT max(id) FROM kommuner_hendelse WHERE tid < now() - %s::interval))
)
SELECT count(*), coalesce(max(id), 0),
    encode(sha256(convert_to(coalesce(string_agg(hash, '' ORDER BY id), ''), 'UTF8')), 'hex') FROM med
"""

TABELLEN = """
WITH siste AS (
    SELECT DISTINCT ON (h.objekt, e.key) h.objekt, e.key, e.value
    FROM kommuner_hendelse h CROSS JOIN LATERAL jsonb_each(h.etter) e
    WHERE h.tabell = %s ORDER BY h.objekt, e.key, h.id DESC
), rad AS (SELECT t.{pk}::text AS objekt, to_jsonb(t) AS naa FROM {tabell} t)
SELECT rad.objekt, string_agg(siste.key, ', ' ORDER BY siste.key)
FROM rad JOIN siste USING (objekt)
WHERE rad.naa ? siste.key AND siste.key <> ALL(%s) AND rad.naa -> siste.key IS DISTINCT FROM siste.value
GROUP BY rad.objekt ORDER BY rad.objekt LIMIT %s
"""

RADENE = """
WITH siste AS (
    SELECT DISTINCT ON (objekt) objekt, navn, handling FROM kommuner_hendelse WHERE tabell = %s ORDER BY objekt, id DESC
), finnes AS (SELECT objekt, navn FROM siste WHERE handling <> 'slettet'),
rad AS (SELECT t.{pk}::text AS objekt FROM {tabell} t)
SELECT objekt, coalesce(finnes.navn, ''), rad.objekt IS NULL
FROM finnes FULL JOIN rad USING (objekt)
WHERE rad.objekt IS NULL OR finnes.objekt IS NULL ORDER BY objekt LIMIT %s
"""


def brudd_i_kjedene() -> list[Brudd]:
    """Events that were changed after they were written, or whose forerunner is not the one they were written after."""
    with connection.cursor() as peker:
        peker.execute(KJEDENE, [HOEYST])
        return [
            Brudd("Endret" if endret else "Noe mangler foran", tabell, objekt, navn, nummer)
            for nummer, tabell, objekt, navn, endret, _brutt in peker
        ]


def brudd_mot_tabellene() -> Iterator[Brudd]:
    """Rows that are not what the last events say: changed behind the log's back, or the log's tail is cut.

    Also those that are gone, or have come, without an event.
    """
    for sporing in SPORET.values():
        yield from _borte_eller_ukjente(sporing)
        meta = sporing.modell._meta
        sql = TABELLEN.format(pk=meta.pk.column, tabell=meta.db_table)
        with connection.cursor() as peker:
            peker.execute(sql, [meta.db_table, _uten(sporing), HOEYST])
            rader = peker.fetchall()
        yield from (Brudd(f"Tabellen sier noe annet om {felt}", meta.db_table, objekt, "") for objekt, felt in rader)


def _borte_eller_ukjente(sporing: Sporing) -> Iterator[Brudd]:
    meta = sporing.modell._meta
    with connection.cursor() as peker:
        peker.execute(RADENE.format(pk=meta.pk.column, tabell=meta.db_table), [meta.db_table, HOEYST])
        rader = peker.fetchall()
    for objekt, navn, er_borte in rader:
        yield Brudd("Raden er borte" if er_borte else "Loggen vet ikke om raden", meta.db_table, objekt, navn)


def _uten(sporing: Sporing) -> list[str]:
    """Columns that are not compared: those not kept, and moments, which are written in the zone of the writer."""
    tider = {felt.column for felt in sporing.modell._meta.concrete_fields if isinstance(felt, models.DateTimeField)}
    return sorted(tider | sporing.uten)


def fingeravtrykk(til: int | None = None) -> Fingeravtrykk:
    """The hash of all events up to number ``til``, or up to an hour ago."""
    with connection.cursor() as peker:
        peker.execute(SUMMEN, [til, RO])
        return Fingeravtrykk(*peker.fetchone())
