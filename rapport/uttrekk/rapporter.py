"""The reports that are ordered and printed: a list, one report as a case system wants it, and how an order goes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.utils.translation import gettext as _

from kommuner.models import Part
from kommuner.tilgang import Innsyn, med_forgjengere
from rapport.domene import sak
from rapport.models import Bestilling, Jobbstatus, Rapportjobb

#: Invented figures somewhere in the content.
_HAR_EKSEMPEL = Q(bilde__innhold__contains={"avtaler": [{"er_eksempel": True}]}) | Q(
    bilde__innhold__contains={"avtaler": [{"betaling": {"er_eksempel": True}}]}
)


@dataclass(frozen=True, kw_only=True)
class Rapportrad:
    """One report: where it is on its way, and what a case system needs to register it."""

    id: int
    nummer: str
    """The newest number of the municipality, for addresses."""
    navn: str
    dato: date
    maalform: str
    maalform_navn: str
    status: str
    status_navn: str
    feilmelding: str
    er_sendt: bool
    tilstand: str
    tilstand_navn: str
    tittel: str
    filnavn_pdf: str
    filnavn_html: str
    pdf_sha256: str
    html_sha256: str
    pdf_byte: int | None
    ferdig: datetime | None

    @property
    def er_ferdig(self) -> bool:
        return self.status == Jobbstatus.FERDIG

    @property
    def er_feilet(self) -> bool:
        return self.status == Jobbstatus.FEILET

    @property
    def kilobyte(self) -> int | None:
        return None if self.pdf_byte is None else (self.pdf_byte + 1023) // 1024


@dataclass(frozen=True, kw_only=True)
class Framdrift:
    """How far an order has come."""

    rader: tuple[Rapportrad, ...]
    kan_bestille: bool
    """The reader may order all of it, and so try again."""

    @property
    def antall(self) -> int:
        return len(self.rader)

    @property
    def ferdige(self) -> int:
        return sum(rad.er_ferdig for rad in self.rader)

    @property
    def feilet(self) -> int:
        return sum(rad.er_feilet for rad in self.rader)

    @property
    def er_over(self) -> bool:
        """Nothing more will happen by itself."""
        return self.ferdige + self.feilet == self.antall

    @property
    def venter_paa_koen(self) -> bool:
        """Some jobs have not been handed to the queue: it did not answer."""
        return any(rad.status == Jobbstatus.KOE and not rad.er_sendt for rad in self.rader)


def rapportliste(part: Part, innsyn: Innsyn) -> tuple[Rapportrad, ...]:
    """The reports of the municipality and of those it once was, newest first. Two queries."""
    jobber = _jobber(innsyn).filter(part__in=med_forgjengere(frozenset({part.pk})))
    return tuple(_rad(jobb) for jobb in jobber)


def rapport(jobb_id: int, nummer: str, innsyn: Innsyn) -> Rapportrad | None:
    """The report at this address, or None. One query."""
    jobb = _jobber(innsyn).filter(pk=jobb_id, part__nummer=nummer).first()
    return _rad(jobb) if jobb else None


def framdrift(bestilling: Bestilling, innsyn: Innsyn) -> Framdrift:
    """The reports of an order in Norwegian order. One query."""
    jobber = list(_jobber(innsyn).filter(bestillinger=bestilling).order_by("part__sortering", "part__nummer", "pk"))
    return Framdrift(
        rader=tuple(_rad(jobb) for jobb in jobber), kan_bestille=all(innsyn.kan_bestille(j.part_id) for j in jobber)
    )


def _jobber(innsyn: Innsyn) -> QuerySet[Rapportjobb]:
    """The jobs with the few words of their content that lists show; the content itself stays in the database."""
    like = {navn: OuterRef(navn) for navn in ("part", "dato", "maalform")}
    nyere = Rapportjobb.objects.filter(status=Jobbstatus.FERDIG, pk__gt=OuterRef("pk"), **like)
    return (
        Rapportjobb.objects.for_user(innsyn)
        .select_related("part")
        .annotate(
            navn_da=_ord("kommune", "navn"),
            nummer_da=_ord("kommune", "nummer"),
            prinsipper_vedtatt=_ord("prinsipper", "vedtatt"),
            har_eksempel=ExpressionWrapper(_HAR_EKSEMPEL, BooleanField()),
            er_erstattet=Exists(nyere),
        )
    )


def _ord(gruppe: str, felt: str) -> KeyTextTransform:
    """One word of the frozen content."""
    return KeyTextTransform(felt, KeyTransform(gruppe, "bilde__innhold"))


def _rad(jobb: Rapportjobb) -> Rapportrad:
    tilstand = _tilstand(jobb)
    sted = {"dato": jobb.dato, "maalform": jobb.maalform}
    return Rapportrad(
        id=jobb.pk,
        nummer=jobb.part.nummer,
        navn=jobb.navn_da,
        dato=jobb.dato,
        maalform=jobb.maalform,
        maalform_navn=_("nynorsk") if jobb.maalform == "nn" else _("bokmål"),
        status=jobb.status,
        status_navn=str(jobb.get_status_display()),
        feilmelding=jobb.feilmelding,
        er_sendt=jobb.sendt is not None or jobb.forsoek > 0,
        tilstand=tilstand,
        tilstand_navn=_tilstandsnavn(tilstand),
        tittel=sak.tittel(jobb.navn_da, **sted),
        filnavn_pdf=sak.filnavn(jobb.nummer_da, jobb.navn_da, endelse="pdf", **sted),
        filnavn_html=sak.filnavn(jobb.nummer_da, jobb.navn_da, endelse="html", **sted),
        pdf_sha256=jobb.pdf_sha256,
        html_sha256=jobb.html_sha256,
        pdf_byte=jobb.pdf_byte,
        ferdig=jobb.ferdig,
    )


def _tilstand(jobb: Rapportjobb) -> str:
    """Whether a secretary can register the report as it is."""
    if jobb.er_erstattet:
        return "erstattet"
    if jobb.har_eksempel:
        return "eksempel"
    return "klar" if jobb.prinsipper_vedtatt else "uten_prinsipper"


def _tilstandsnavn(tilstand: str) -> str:
    return {
        "erstattet": _("erstattet av en nyere"),
        "eksempel": _("utkast: har eksempeltall"),
        "uten_prinsipper": _("utkast: eierprinsippene er ikke vedtatt"),
        "klar": _("klar til behandling"),
    }[tilstand]
