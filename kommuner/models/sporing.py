"""Which tables leave a trace of every change: ``spor(Avtale, navn="navn")`` declares the trigger that writes it.

The triggers are installed by ``migrate`` from what is declared here (docs/valg/0007). They have no way of being
ignored, unlike django-pgtrigger's own, and are the only writers of :class:`kommuner.models.historikk.Hendelse`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pgtrigger
from django.db import connection, models
from pgtrigger import compiler

#: Columns that say nothing a person did: the key, the lock against lost updates, when the row was last touched.
STILLE = ("password", "last_login")
#: Between two paths: the second is followed where the first leads to nothing.
ELLER = "|"


@dataclass(frozen=True, kw_only=True)
class Sporing:
    """One tracked table. The paths are Django's («versjon__avtale»), and lead to what the change is about."""

    modell: type[models.Model]
    slag: str
    """What one row is in plain words, translated when shown: «deltaker»."""
    navn: str
    avtale: str = ""
    region: str = ""
    part: str = ""
    oekonomi: bool = False
    uten: frozenset[str] = frozenset()
    """Columns that are left out of the history."""
    i_ord: Mapping[str, Callable[[Any, str], str]] = field(default_factory=dict)
    """Columns whose values are codes: from the value and the language («nb», «nn») to words."""


#: Every tracked table by its name in the database.
SPORET: dict[str, Sporing] = {}
#: Every model of ours that is not tracked, with the reason.
USPORET: dict[type[models.Model], str] = {}


class Sporingssql(compiler.UpsertTriggerSql):
    """The installation without django-pgtrigger's switch for ignoring: nobody turns history off by a setting."""

    def get_template(self) -> str:
        return """
            CREATE OR REPLACE FUNCTION {pgid}() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$;
            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE TRIGGER {pgid} {when} {operation} ON {table} FOR EACH {level} {condition} EXECUTE FUNCTION {execute};
            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class Fast(pgtrigger.Trigger):
    """A trigger that cannot be ignored, on a table that may not have been made yet (a migration half way)."""

    def compile(self, model: type[models.Model]) -> compiler.Trigger:
        sql = Sporingssql(
            pgid=self.get_pgid(model), declare=self.render_declare(model), func=self.render_func(model),
            table=model._meta.db_table, when=self.when, operation=self.operation, level=self.level,
            condition=self.render_condition(model), execute=self.render_execute(model),
        )  # fmt: skip
        return compiler.Trigger(name=self.name, sql=sql)

    def install(self, model: type[models.Model], database: str | None = None):
        with connection.cursor() as peker:
            peker.execute("SELECT to_regclass(%s) IS NOT NULL", [model._meta.db_table])
            if peker.fetchone()[0]:
                return super().install(model, database)


class Nekt(Fast):
    """Refuse the operation, whoever asks."""

    when = pgtrigger.Before
    func = (
        "RAISE EXCEPTION 'History is only ever added to: % of % is refused.', TG_OP, TG_TABLE_NAME"
        " USING ERRCODE = 'restrict_violation';"
    )


class Spor(Fast):
    """Write one event for each row that is made, changed or deleted."""

    name = "spor"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete

    def get_declare(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return [
            ("foer", f"jsonb := to_jsonb(OLD) - {_uten_i_sql(model)}"),
            ("etter", f"jsonb := to_jsonb(NEW) - {_uten_i_sql(model)}"),
            ("rad", "jsonb := coalesce(etter, foer)"),
        ]

    def get_func(self, model: type[models.Model]) -> str:
        return f"""
            IF foer IS NOT DISTINCT FROM etter THEN RETURN NULL; END IF;
            {_skriv_i_sql(model)}
            RETURN NULL;
        """


class Toemt(Fast):
    """Write that each row is deleted before all of them go at once: ``TRUNCATE`` asks no row's trigger."""

    name = "toemt"
    when = pgtrigger.Before
    operation = pgtrigger.Truncate
    level = pgtrigger.Statement

    def get_declare(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return [("foer", "jsonb"), ("etter", "jsonb"), ("rad", "jsonb")]

    def get_func(self, model: type[models.Model]) -> str:
        return f"""
            FOR foer IN SELECT to_jsonb(t) - {_uten_i_sql(model)} FROM public.{model._meta.db_table} t LOOP
                rad := foer;
                {_skriv_i_sql(model)}
            END LOOP;
            RETURN NULL;
        """


def _uten_i_sql(modell: type[models.Model]) -> str:
    return f"'{{{','.join(sorted(SPORET[modell._meta.db_table].uten))}}}'::text[]"


def _skriv_i_sql(modell: type[models.Model]) -> str:
    """The call that writes the event of the trigger's ``rad``, from ``foer`` to ``etter``."""
    sporing = SPORET[modell._meta.db_table]
    steder = (tallsti(modell, sti) for sti in (sporing.avtale, sporing.region, sporing.part))
    return f"""
            PERFORM public.skriv_hendelse(
                TG_TABLE_NAME::text, rad->>'{modell._meta.pk.column}', {sti_til_sql(modell, sporing.navn)}, foer, etter,
                {", ".join(steder)}
            );
    """


def spor(
    modell: type[models.Model],
    *,
    navn: str,
    slag: str = "",
    avtale: str | None = None,
    region: str | None = None,
    part: str | None = None,
    oekonomi: bool = False,
    uten: tuple[str, ...] = (),
    i_ord: Mapping[str, Callable[[Any, str], str]] | None = None,
) -> None:
    """Track ``modell`` from the next ``migrate`` on.

    ``slag`` says what a row is, ``navn`` leads to what it is called, ``i_ord`` puts codes in words. ``avtale``,
    ``region`` and ``part`` lead to what it belongs to; a row with such a column needs no path. ``oekonomi``: only those
    who may see the agreement's money read it. ``uten``: fields to leave out beside generated columns, bytes, secrets,
    lock versions and automatic times.
    """
    egne = {felt.name for felt in modell._meta.concrete_fields}
    avtale = _egen("avtale", egne) if avtale is None else avtale
    avtalens_region = f"{avtale}__region" if avtale else ""
    SPORET[modell._meta.db_table] = Sporing(
        modell=modell, slag=slag or modell._meta.verbose_name, navn=navn, i_ord=i_ord or {}, oekonomi=oekonomi,
        uten=frozenset(uten) | _stille(modell), avtale=avtale,
        region=_egen("region", egne) or avtalens_region if region is None else region,
        part=_egen("part", egne) if part is None else part,
    )  # fmt: skip
    Spor().register(modell)
    Toemt().register(modell)


def uten_spor(modell: type[models.Model], grunn: str) -> None:
    """Say that ``modell`` leaves no trace, and why."""
    USPORET[modell] = grunn


def _egen(navn: str, egne: set[str]) -> str:
    return navn if navn in egne else ""


def _stille(modell: type[models.Model]) -> frozenset[str]:
    return frozenset(felt.column for felt in modell._meta.concrete_fields if _er_stille(felt))


def _er_stille(felt: models.Field) -> bool:
    """What the database reckons itself, bytes, secrets, the lock against lost updates and automatic times."""
    laas = felt.name == "versjon" and isinstance(felt, models.PositiveIntegerField)
    tid = getattr(felt, "auto_now", False) or getattr(felt, "auto_now_add", False)
    return laas or tid or felt.generated or isinstance(felt, models.BinaryField) or felt.name in STILLE


def sti_til_sql(modell: type[models.Model], sti: str) -> str:
    """The path as SQL text, from the row in the trigger's ``rad``: one look-up by key for each step."""
    foerste, *resten = sti.split("__")
    felt = modell._meta.get_field(foerste)
    sql = f"rad->>'{felt.column}'"
    for navn in resten:
        tabell = felt.related_model._meta
        noekkel = tabell.pk
        felt = tabell.get_field(navn)
        hvor = f"x.{noekkel.column} = ({sql})::{noekkel.rel_db_type(connection)}"
        sql = f"(SELECT x.{felt.column}::text FROM public.{tabell.db_table} x WHERE {hvor})"
    return sql


def tallsti(modell: type[models.Model], sti: str) -> str:
    """The path, or the first of several that leads somewhere, as SQL of a key."""
    if not sti:
        return "NULL::bigint"
    return f"coalesce({', '.join(sti_til_sql(modell, en) for en in sti.split(ELLER))})::bigint"
