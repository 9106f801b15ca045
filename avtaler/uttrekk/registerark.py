"""The register as sheets that people edit in Excel and bring back: every row with its id and version."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from avtaler.domene.innlesing.kolonner import Felt
from avtaler.models import Avtale, Deltakelse, Deltakerrolle, Klasse, Oppgave
from avtaler.regler import les_regelverk
from kommuner.filer.ark import Ark, Celle, Egenskaper, Kolonne, Slag

from .innlesingsord import feltnavn

_AVTALE = (
    Felt.AVTALE_ID, Felt.AVTALE_VERSJON, Felt.NAVN, Felt.FORM, Felt.KLASSE, Felt.OPPGAVER, Felt.FORMAAL, Felt.ORGNR,
    Felt.FRA, Felt.TIL, Felt.OPPSIGELSE, Felt.KILDE,
)  # fmt: skip
_DELTAKER = (
    Felt.DELTAKELSE_ID, Felt.DELTAKELSE_VERSJON, Felt.NUMMER, Felt.DELTAKER, Felt.PART_ORGNR, Felt.DEL_AV, Felt.ROLLE,
    Felt.EIERANDEL, Felt.ANSVARSANDEL, Felt.MEDLEMMER, Felt.VARAMEDLEMMER, Felt.DELTAKER_FRA, Felt.DELTAKER_TIL,
    Felt.MERKNAD,
)  # fmt: skip
_TALL = frozenset({
    Felt.AVTALE_ID, Felt.AVTALE_VERSJON, Felt.DELTAKELSE_ID, Felt.DELTAKELSE_VERSJON, Felt.OPPSIGELSE, Felt.MEDLEMMER,
    Felt.VARAMEDLEMMER,
})  # fmt: skip
_DATOER = frozenset({Felt.FRA, Felt.TIL, Felt.DELTAKER_FRA, Felt.DELTAKER_TIL})
_BREDDER = {Felt.NAVN: 44, Felt.FORM: 34, Felt.OPPGAVER: 30, Felt.FORMAAL: 44, Felt.KILDE: 40, Felt.DELTAKER: 28}
#: Percentages with so few decimals come back exactly; others are written as fractions.
_DESIMALER = 6


def avtaleark(avtaler: Iterable[Avtale], *, maalform: str) -> list[Ark]:
    """Two sheets: the agreements, and who takes part in them. For xlsx. Wants ``med_alt``."""
    alle = list(avtaler)
    avtalerader = [_avtale(avtale, maalform) for avtale in alle]
    deltakerrader = [
        [avtale.pk, avtale.navn, *_deltaker(deltakelse)] for avtale in alle for deltakelse in avtale.deltakelser.all()
    ]
    return [
        Ark(_("Avtaler"), _kolonner(_AVTALE, maalform), avtalerader, faste_kolonner=3),
        Ark(_("Deltakere"), _kolonner((Felt.AVTALE_ID, Felt.NAVN, *_DELTAKER), maalform), deltakerrader, 2),
    ]


def langt_ark(avtaler: Iterable[Avtale], *, maalform: str) -> Ark:
    """One row for each participant of each agreement. For csv. Wants ``med_alt``."""
    rader = [[*_avtale(avtale, maalform), *deltaker] for avtale in avtaler for deltaker in _deltakere(avtale)]
    return Ark(_("Avtaler"), _kolonner((*_AVTALE, *_DELTAKER), maalform), rader)


def malark(*, maalform: str) -> list[Ark]:
    """Empty sheets to fill in, with a page that says how."""
    uten_id = [felt for felt in _AVTALE if felt not in (Felt.AVTALE_ID, Felt.AVTALE_VERSJON)]
    deltakere = [felt for felt in _DELTAKER if felt not in (Felt.DELTAKELSE_ID, Felt.DELTAKELSE_VERSJON)]
    return [
        Ark(_("Avtaler"), _kolonner(uten_id, maalform), [], faste_kolonner=1),
        Ark(_("Deltakere"), _kolonner((Felt.NAVN, *deltakere), maalform), [], faste_kolonner=1),
        Ark(_("Veiledning"), [Kolonne(_("Slik fyller du ut"), bredde=110)], [[linje] for linje in _veiledning()]),
    ]


def med_alt(avtaler):
    """The agreements with all that the sheets show: four queries whatever their number."""
    return avtaler.prefetch_related("oppgaver", "formaal", "deltakelser__part")


def egenskaper(tittel: str, *, dato: date, maalform: str) -> Egenskaper:
    """What the file says of itself; the same on the same day."""
    return Egenskaper(tittel=tittel, opprettet=datetime.combine(dato, time()), spraak=f"{maalform}-NO")


def _veiledning() -> list[str]:
    return [
        _("Arket «Avtaler» har én rad for hver avtale. Arket «Deltakere» har én rad for hver deltaker i hver avtale."),
        _("Skriv navnet på samarbeidet likt i begge arkene."),
        _("Deltakere er kommuner, fylkeskommuner, selskaper og andre. Kommunenummeret kan stå tomt."),
        _("Datoer skrives som 21.03.2023. Andeler skrives som 33,3 % eller 1/3."),
        _("Flere oppgaver i samme celle skilles med komma. Flere formål skrives på hver sin linje."),
        _("Du kan også laste opp lista slik du har den. Da velger du selv hva hver kolonne er."),
    ]


def _kolonner(felt: Iterable[Felt], maalform: str) -> list[Kolonne]:
    return [_kolonne(ett, maalform) for ett in felt]


def _kolonne(felt: Felt, maalform: str) -> Kolonne:
    slag = Slag.HELTALL if felt in _TALL else Slag.DATO if felt in _DATOER else Slag.TEKST
    return Kolonne(
        feltnavn(felt), slag, bredde=_BREDDER.get(felt, 0), valg=_valg(felt, maalform), bare_valg=False
    )  # fmt: skip


def _valg(felt: Felt, maalform: str) -> Sequence[str]:
    if felt is Felt.FORM:
        return [capfirst(form.navn.paa(maalform)) for form in les_regelverk().former.values()]
    koder = {Felt.KLASSE: Klasse, Felt.ROLLE: Deltakerrolle}.get(felt)
    return [capfirst(str(navn)) for _kode, navn in koder.choices] if koder else ()


def _avtale(avtale: Avtale, maalform: str) -> list[Celle]:
    return [
        avtale.pk, avtale.versjon, avtale.navn, capfirst(les_regelverk().form(avtale.form).navn.paa(maalform)),
        capfirst(str(avtale.get_klasse_display())), _oppgaver(avtale.oppgaver.all(), maalform),
        "\n".join(formaal.tekst for formaal in avtale.formaal.all()), avtale.orgnr, avtale.fra, _siste(avtale.til),
        avtale.oppsigelse_maaneder, avtale.kilde,
    ]  # fmt: skip


def _oppgaver(oppgaver: Iterable[Oppgave], maalform: str) -> str:
    """Separated by commas; a name that has one of its own is written between semicolons then."""
    return "; ".join(oppgave.navn_paa(maalform) for oppgave in oppgaver)


def _deltakere(avtale: Avtale) -> Iterator[list[Celle]]:
    """A row for each, and one for an agreement nobody takes part in."""
    rader = [_deltaker(deltakelse) for deltakelse in avtale.deltakelser.all()]
    yield from rader or [[None] * len(_DELTAKER)]


def _deltaker(rad: Deltakelse) -> list[Celle]:
    return [
        rad.pk, rad.versjon, rad.part.nummer, rad.part.navn, rad.part.orgnr, rad.del_av,
        capfirst(str(rad.get_rolle_display())), _andel(rad.eierandel), _andel(rad.ansvarsandel), rad.medlemmer,
        rad.varamedlemmer, rad.fra, _siste(rad.til), rad.merknad,
    ]  # fmt: skip


def _siste(til: date | None) -> date | None:
    """People are shown the last day that counts."""
    return til - timedelta(days=1) if til else None


def _andel(andel: Fraction | None) -> str | None:
    """The exact share: as a percentage when that is exact with few decimals, else as a fraction."""
    if andel is None:
        return None
    prosent = andel * 100 * 10**_DESIMALER
    if prosent.denominator != 1:
        return f"{andel.numerator}/{andel.denominator}"
    hele, rest = divmod(prosent.numerator, 10**_DESIMALER)
    desimaler = f"{rest:0{_DESIMALER}d}".rstrip("0")
    return f"{hele},{desimaler} %" if desimaler else f"{hele} %"
