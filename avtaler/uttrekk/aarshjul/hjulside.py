"""The page of the year: two wheels and the list they are keyed to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from avtaler.domene.aarshjul.hendelse import Hendelse, Hjul, Slag, aaret, i_aaret
from avtaler.domene.aarshjul.hjul import Maanedsfelt, Tegning, tegn
from avtaler.models import Klasse
from avtaler.regler import les_regelverk

from .samling import hendelser
from .utsnitt import Utsnitt


@dataclass(frozen=True, kw_only=True)
class Rad:
    """One event of the list, with the number its mark has."""

    nummer: int
    hendelse: Hendelse
    slag_navn: str
    dag: date


@dataclass(frozen=True, kw_only=True)
class Maanedsliste:
    """One month of the list."""

    navn: str
    rader: tuple[Rad, ...]


@dataclass(frozen=True, kw_only=True)
class Hjulet:
    """One wheel. ``beskrivelse`` says in words what the drawing shows."""

    kode: str
    navn: str
    tegning: Tegning
    maanedsnavn: tuple[str, ...]
    antall: int
    beskrivelse: str

    @property
    def felt_med_navn(self) -> list[tuple[Maanedsfelt, str]]:
        return list(zip(self.tegning.felt, self.maanedsnavn, strict=True))


@dataclass(frozen=True, kw_only=True)
class Hjulside:
    """The year. ``slag`` is the legend: the kinds there are events of, and their names."""

    aar: int
    hjulene: tuple[Hjulet, ...]
    maaneder: tuple[Maanedsliste, ...]
    slag: tuple[tuple[str, str], ...]
    antall: int
    rettstilstand: date
    """The day the law is read as of."""


def hjulside(utsnitt: Utsnitt, *, idag: date, klasse: str = "", rolle: str = "") -> Hjulside:
    """The events of the year that are for the role and of the class, numbered by date."""
    aar = utsnitt.fra.year
    valgte = [
        h for h in hendelser(utsnitt) if (not rolle or h.gjelder_rolle(rolle)) and (not klasse or klasse in h.hjul)
    ]
    numre = list(enumerate(sorted(valgte, key=lambda h: (i_aaret(h, aar), h.til, h.tittel, h.noekkel)), 1))
    finnes = {h.slag for h in valgte}
    return Hjulside(
        aar=aar, maaneder=_maaneder(numre, aar), antall=len(numre), rettstilstand=les_regelverk().rettstilstand,
        slag=tuple((slag.value, slagnavn(slag)) for slag in Slag if slag in finnes),
        hjulene=tuple(_hjulet(hjul, numre, aar, idag) for hjul in Hjul if klasse in ("", hjul)),
    )  # fmt: skip


def slagnavn(slag: Slag) -> str:
    """The kind as the legend and the list name it."""
    return {
        Slag.LOV: _("Loven"), Slag.AVTALE: _("Avtalene"), Slag.BUDSJETT: _("Budsjett"),
        Slag.SAK: _("Saker til rådene"), Slag.MOETE: _("Møter"), Slag.VERV: _("Valg og verv"),
        Slag.PROSJEKT: _("Prosjekter"), Slag.STRATEGI: _("Strategi"), Slag.EGEN: _("Egne hendelser"),
    }[slag]  # fmt: skip


def maanedsnavn() -> tuple[str, ...]:
    """The twelve, as a heading begins."""
    return (
        pgettext("overskrift", "Januar"), pgettext("overskrift", "Februar"), pgettext("overskrift", "Mars"),
        pgettext("overskrift", "April"), pgettext("overskrift", "Mai"), pgettext("overskrift", "Juni"),
        pgettext("overskrift", "Juli"), pgettext("overskrift", "August"), pgettext("overskrift", "September"),
        pgettext("overskrift", "Oktober"), pgettext("overskrift", "November"), pgettext("overskrift", "Desember"),
    )  # fmt: skip


def korte_maaneder() -> tuple[str, ...]:
    """The twelve, as there is room for in a wheel."""
    return (
        pgettext("årshjul", "jan."), pgettext("årshjul", "feb."), pgettext("årshjul", "mars"),
        pgettext("årshjul", "apr."), pgettext("årshjul", "mai"), pgettext("årshjul", "juni"),
        pgettext("årshjul", "juli"), pgettext("årshjul", "aug."), pgettext("årshjul", "sep."),
        pgettext("årshjul", "okt."), pgettext("årshjul", "nov."), pgettext("årshjul", "des."),
    )  # fmt: skip


def _maaneder(numre: Sequence[tuple[int, Hendelse]], aar: int) -> tuple[Maanedsliste, ...]:
    rader = [
        Rad(nummer=nr, hendelse=h, slag_navn=slagnavn(h.slag), dag=h.til if h.slag is Slag.LOV else h.fra)
        for nr, h in numre
    ]
    return tuple(
        Maanedsliste(navn=navn, rader=tuple(rad for rad in rader if i_aaret(rad.hendelse, aar).month == maaned))
        for maaned, navn in enumerate(maanedsnavn(), 1)
    )


def _hjulet(hjul: Hjul, numre: Sequence[tuple[int, Hendelse]], aar: int, idag: date) -> Hjulet:
    egne = [(nr, h) for nr, h in numre if hjul in h.hjul]
    navn = str(Klasse(hjul.value).label)
    return Hjulet(
        kode=hjul.value, navn=navn[:1].upper() + navn[1:], tegning=tegn(egne, aar=aar, idag=idag), antall=len(egne),
        maanedsnavn=korte_maaneder(), beskrivelse=_i_ord(egne, aar),
    )  # fmt: skip


def _i_ord(numre: Sequence[tuple[int, Hendelse]], aar: int) -> str:
    """How many there are each month, for those who do not see the drawing."""
    if not numre:
        return _("Ingen hendelser dette året.")
    antall = [sum(i_aaret(h, aar).month == maaned for _nr, h in numre) for maaned in range(1, 13)]
    maanedene = ", ".join(f"{navn.lower()} {tall}" for navn, tall in zip(maanedsnavn(), antall, strict=True) if tall)
    sum_ = ngettext("%(antall)s hendelse", "%(antall)s hendelser", len(numre)) % {"antall": len(numre)}
    return _("%(sum)s: %(maanedene)s. Tallene i hjulet er numrene i lista.") % {"sum": sum_, "maanedene": maanedene}


def perioden(aar: int) -> tuple[date, date]:
    """First and last day of the year the wheel is about."""
    return aaret(aar)
