"""A plan put into the register, agreement by agreement, through the same services as the pages."""

from datetime import date

from avtaler.domene.innlesing.navnebok import normal
from avtaler.domene.innlesing.plan import Avtaleplan, Avtaleverdier, Plan, Plandeltaker, Status
from avtaler.domene.samarbeidsform import Rettssubjekt
from avtaler.models import Avtale, Oppgave
from avtaler.regler import les_regelverk
from kommuner.domene.avvisning import Avvist
from kommuner.models import Part, Region
from kommuner.tjenester import PartFinnes, registrer_part

from .avtale import avslutt_avtale, endre_avtale, registrer_avtale
from .deltakelse import avtrykk, endre_deltakelse, meld_inn_flere

_ANDELER = ("eierandel", "ansvarsandel")
_LIKE = ("rolle", "fra", "til", *_ANDELER, "medlemmer", "varamedlemmer", "del_av", "merknad")


def skriv_plan(plan: Plan, *, region: Region, dato: date) -> dict[str, object]:
    """Write every new and changed agreement; within the caller's transaction. Returns what was done, by ids.

    Raises Avvist with the name of the agreement before the sentence of the service that refuses.
    """
    skriver = _Skriver(region, dato)
    for avtaleplan in plan.avtaler:
        if avtaleplan.skriver:
            try:
                skriver.skriv(avtaleplan)
            except Avvist as avvist:
                raise Avvist(f"{avtaleplan.navn}: {avvist.setning}") from avvist
    uendret = plan.antall.get(Status.UENDRET, 0)
    return {
        "nye": skriver.nye, "endrede": skriver.endrede, "parter": skriver.nye_parter, "uendret": uendret,
        "hoppet_over": plan.antall.get(Status.HOPPET_OVER, 0),
    }  # fmt: skip


class _Skriver:
    """Remembers the parties and tasks it has looked up."""

    def __init__(self, region: Region, dato: date) -> None:
        self.region, self.dato = region, dato
        self.oppgaver = {oppgave.kode: oppgave for oppgave in Oppgave.objects.all()}
        self.parter = Part.objects.in_bulk()
        self.egne: dict[tuple[str, str], Part] = {}
        self.nye: list[int] = []
        self.endrede: list[int] = []
        self.nye_parter: list[int] = []

    def skriv(self, plan: Avtaleplan) -> None:
        if plan.status is Status.NY:
            avtale = self._ny(plan)
            self.nye.append(avtale.pk)
        else:
            avtale = self._endret(plan)
            self.endrede.append(avtale.pk)
        meld_inn_flere(avtale, [self._ny_deltaker(avtale, d) for d in plan.deltakere if d.status is Status.NY])
        for deltaker in plan.deltakere:
            if deltaker.status is Status.ENDRET:
                self._endret_deltaker(avtale, deltaker)

    def _ny(self, plan: Avtaleplan) -> Avtale:
        return registrer_avtale(
            felt=_felt(plan.verdier) | {"region": self.region, "eget_rettssubjekt": _rettssubjekt(plan.verdier.form)},
            formaal=plan.verdier.formaal, oppgaver=self._oppgaver(plan.verdier), bestemmelser={}, dato=self.dato,
            importert=True,
        )  # fmt: skip

    def _endret(self, plan: Avtaleplan) -> Avtale:
        """The agreement with its new facts. Its end goes through the service that ends the participants too."""
        assert plan.avtale_id is not None
        assert plan.versjon is not None
        endret = {endring.felt for endring in plan.endringer}
        if not endret:
            return Avtale.objects.get(pk=plan.avtale_id)
        felt = {navn: verdi for navn, verdi in _felt(plan.verdier).items() if navn in endret}
        slutt = felt.pop("til") if felt.get("til") is not None else None
        if "form" in endret:
            felt["eget_rettssubjekt"] = _rettssubjekt(plan.verdier.form)
        avtale = endre_avtale(
            avtale_id=plan.avtale_id, versjon=plan.versjon, felt=felt, formaal=plan.verdier.formaal,
            oppgaver=self._oppgaver(plan.verdier), bestemmelser={},
        )  # fmt: skip
        return avslutt_avtale(avtale, til=slutt) if slutt is not None else avtale

    def _oppgaver(self, verdier: Avtaleverdier) -> list[Oppgave]:
        return [self.oppgaver[kode] for kode in verdier.oppgaver if kode in self.oppgaver]

    def _ny_deltaker(self, avtale: Avtale, plan: Plandeltaker) -> dict[str, object]:
        felt = {navn: getattr(plan, navn) for navn in _LIKE}
        return felt | {"fra": plan.fra or avtale.fra or self.dato, "part": self._part(plan)}

    def _endret_deltaker(self, avtale: Avtale, plan: Plandeltaker) -> None:
        rad = avtale.deltakelser.select_for_update(of=("self",)).get(pk=plan.deltakelse_id)
        felt = {endring.felt: getattr(plan, endring.felt) for endring in plan.endringer if endring.felt != "part"}
        if any(endring.felt == "part" for endring in plan.endringer):
            felt["part"] = self._part(plan)
        endre_deltakelse(deltakelse_id=rad.pk, lest=avtrykk(rad), felt=felt)

    def _part(self, plan: Plandeltaker) -> Part:
        if plan.part_id is not None:
            return self.parter[plan.part_id]
        noekkel = (normal(plan.navn), plan.ny_type)
        if noekkel not in self.egne:
            self.egne[noekkel] = self._ny_part(plan)
        return self.egne[noekkel]

    def _ny_part(self, plan: Plandeltaker) -> Part:
        """The party entered; one that somebody entered meanwhile is the same."""
        try:
            part = registrer_part(navn=plan.navn, type=plan.ny_type, orgnr=plan.orgnr)
        except PartFinnes as finnes:
            return finnes.parter[0]
        self.nye_parter.append(part.pk)
        return part


def _felt(verdier: Avtaleverdier) -> dict[str, object]:
    navnene = ("navn", "form", "klasse", "orgnr", "fra", "til", "oppsigelse_maaneder", "kilde", "andre_deltakere")
    return {navn: getattr(verdier, navn) for navn in navnene}


def _rettssubjekt(form: str) -> bool | None:
    """What the form answers by itself; open where the agreement must say."""
    svar = les_regelverk().form(form).eget_rettssubjekt
    return {Rettssubjekt.JA: True, Rettssubjekt.NEI: False}.get(svar)
