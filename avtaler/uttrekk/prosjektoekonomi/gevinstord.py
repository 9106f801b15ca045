"""A gain in words: «Spart 120 000 kr per år av ventet 200 000»."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from avtaler.domene.prosjektoekonomi.gevinst import Tilstand, Utfall
from kommuner.domene.skriving import MELLOMROM, vis_dato, vis_desimaltall


def retning(*, er_kroner: bool, lavere_er_bedre: bool) -> str:
    """Kroner that go down are saved; all else goes up or down."""
    if er_kroner and lavere_er_bedre:
        return "spart"
    return "ned" if lavere_er_bedre else "opp"


def gevinst_i_ord(utfall: Utfall, *, enhet: str, vei: str, frist: date | None) -> str:
    """The sentence of a gain on a day. ``vei`` is what ``retning`` gives."""
    if utfall.bedring is not None:
        return _maalt(utfall, enhet, vei)
    if utfall.tilstand is Tilstand.UTEN_GRUNNLINJE:
        return _("Grunnlinja mangler: Uten den kan ingen si hva som ble vunnet.")
    if utfall.ventet is None:
        return _("Grunnlinja er ført inn. Hva som er ventet, er ikke oppgitt.")
    ventet = _ventet(vei) % {"tall": _med_enhet(utfall.ventet, enhet)}
    if frist is None:
        return f"{ventet}."
    innen = _("%(ventet)s innen %(dag)s.") % {"ventet": ventet, "dag": vis_dato(frist)}
    return innen + (f" {_('Resultatet er ikke målt.')}" if utfall.tilstand is Tilstand.FORFALT else "")


def _maalt(utfall: Utfall, enhet: str, vei: str) -> str:
    tall = {"tall": _med_enhet(abs(utfall.bedring or 0), enhet), "ventet": _tall(utfall.ventet or Decimal(0))}
    if utfall.bedring == 0:
        setning = _uendret(vei) if utfall.ventet else _("Uendret fra grunnlinja.")
    elif utfall.tilstand is Tilstand.MOTSATT:
        setning = _tilbake_mot(vei) if utfall.ventet else _tilbake(vei)
    elif utfall.tilstand is Tilstand.NAADD:
        setning = _fram_og_ventet(vei)
    else:
        setning = _fram_av(vei) if utfall.ventet else _fram(vei)
    return setning % tall


def _ventet(vei: str) -> str:
    return {"spart": _("Ventet spart %(tall)s"), "ned": _("Ventet ned %(tall)s"), "opp": _("Ventet opp %(tall)s")}[vei]


def _fram(vei: str) -> str:
    return {"spart": _("Spart %(tall)s."), "ned": _("Ned %(tall)s."), "opp": _("Opp %(tall)s.")}[vei]


def _fram_av(vei: str) -> str:
    return {
        "spart": _("Spart %(tall)s av ventet %(ventet)s."),
        "ned": _("Ned %(tall)s av ventet %(ventet)s."),
        "opp": _("Opp %(tall)s av ventet %(ventet)s."),
    }[vei]


def _fram_og_ventet(vei: str) -> str:
    return {
        "spart": _("Spart %(tall)s, ventet var %(ventet)s."),
        "ned": _("Ned %(tall)s, ventet var %(ventet)s."),
        "opp": _("Opp %(tall)s, ventet var %(ventet)s."),
    }[vei]


def _tilbake(vei: str) -> str:
    return {"spart": _("Økt med %(tall)s."), "ned": _("Opp %(tall)s."), "opp": _("Ned %(tall)s.")}[vei]


def _tilbake_mot(vei: str) -> str:
    return {
        "spart": _("Økt med %(tall)s, ventet spart %(ventet)s."),
        "ned": _("Opp %(tall)s, ventet ned %(ventet)s."),
        "opp": _("Ned %(tall)s, ventet opp %(ventet)s."),
    }[vei]


def _uendret(vei: str) -> str:
    return {
        "spart": _("Uendret fra grunnlinja, ventet spart %(ventet)s."),
        "ned": _("Uendret fra grunnlinja, ventet ned %(ventet)s."),
        "opp": _("Uendret fra grunnlinja, ventet opp %(ventet)s."),
    }[vei]


def _tall(verdi: Decimal) -> str:
    return vis_desimaltall(Fraction(verdi))


def _med_enhet(verdi: Decimal, enhet: str) -> str:
    return f"{_tall(verdi)}{MELLOMROM}{enhet}"
