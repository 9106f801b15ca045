"""Two building blocks of every dated table: the sort key and the half-open period."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.utils.translation import gettext_lazy as _

from kommuner.domene.navn import FRA, TIL


class DateRange(Func):
    """The half-open period [fra, til) of two date columns; an empty ``til`` is still running."""

    function = "daterange"
    template = "%(function)s(%(expressions)s, '[)')"


def sorteringsnoekkel(kolonne: str, lengde: int = 300) -> models.GeneratedField:
    """A stored key that sorts names as Norwegians do, whatever collation the server has.

    The stack's own PostgreSQL has no ICU, so the alphabet cannot be left to the server.
    """
    return models.GeneratedField(
        expression=norsk_noekkel(kolonne),
        output_field=models.CharField(max_length=lengde, db_collation="C"),
        db_persist=True,
        editable=False,
    )


def norsk_noekkel(kolonne: str, **valg: models.Field) -> Func:
    """The key that ``kommuner.domene.navn.sorteringsnoekkel`` makes of a name, reckoned by the database."""
    smaa = Func(Func(F(kolonne), function="lower", **valg), Value("aa"), Value("å"), function="replace", **valg)
    return Func(smaa, Value(FRA), Value(TIL), function="translate", **valg)


def uten_overlapp(navn: str, *kolonner: str) -> ExclusionConstraint:
    """No two rows with the same ``kolonner`` may have overlapping periods ``fra``–``til``."""
    like = [(kolonne, RangeOperators.EQUAL) for kolonne in kolonner]
    return ExclusionConstraint(
        name=navn,
        expressions=[*like, (DateRange("fra", "til"), RangeOperators.OVERLAPS)],
        violation_error_message=_("Dette er alt registrert i en periode som overlapper."),
    )


def til_etter_fra(navn: str) -> models.CheckConstraint:
    """A period ends after it begins."""
    return models.CheckConstraint(
        name=navn,
        condition=models.Q(til__isnull=True) | models.Q(fra__isnull=True) | models.Q(til__gt=F("fra")),
        violation_error_message=_("Siste dag kan ikke være før første dag."),
    )
