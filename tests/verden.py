"""The world the walls are tried against: the demo data, a reader of every role, and every kind of row once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from avtaler.models import (
    Avtale,
    Dokument,
    Innlesing,
    Innspill,
    Runde,
    Strategi,
)
from avtaler.models.idee import Ide, Innbyggerinnspill
from avtaler.tjenester import meld_inn, opprett_deloppgave, registrer_sted
from avtaler.tjenester.aarshjul.kalenderlenker import lag_kalenderlenke
from avtaler.tjenester.dokument import registrer_dokument
from avtaler.uttrekk.ryddeliste import ryddesaker
from kommuner.models import Bruker, Part, Region
from kommuner.querysets import gyldig
from kostnad.tjenester import fastsett_noekkel, sett_budsjett, vedta_fordeling
from rapport.models import Rapportjobb
from rapport.tjenester import bestill, kjoer_jobb
from tests.avtaler.vedleggsproever import vedlegg
from tests.fabrikker import lag_bruker, lag_runde, lag_verv
from tests.fabrikker_prosjekter import ett_av_hvert, lag_prosjekt
from tests.fabrikker_prosjektoekonomi import oekonomien
from tests.fabrikker_vurdering import det_som_vurderes, flere_vurderinger

#: The day the demo data are about. Pages that can show any date are asked for this one, so that no test ages.
DATO = date(2026, 11, 20)
AAR = DATO.year + 1
LIKT = [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "100"}]}]
SOGNDAL = "4640"
INNSPILL = "Når på døgnet skal de være åpne?"


@dataclass(frozen=True)
class Verden:
    """Readers by role, and what the addresses take: for a published agreement and for a draft."""

    brukere: dict[str, Bruker | None]
    sesjoner: dict[str, str]
    publisert: dict[str, object]
    utkast: dict[str, object]

    def klient(self, rolle: str, *, maalform: str = "", **valg: object) -> Client:
        """A browser in which the reader is logged in, with a language of its own when ``maalform`` is given."""
        klient = Client(**valg)
        if self.brukere[rolle] is not None:
            klient.cookies[settings.SESSION_COOKIE_NAME] = self.sesjoner[rolle]
        if maalform:
            klient.cookies["spraak"] = maalform
        return klient


def lest(svar: HttpResponse) -> HttpResponse:
    """The answer, with a file read to its end: that is what closes it, without closing the connection too."""
    if svar.streaming:
        svar.getvalue()
    return svar


@contextmanager
def verden_i_databasen() -> Iterator[Verden]:
    """The world, in a transaction that is rolled back."""
    with transaction.atomic():
        call_command("last_demodata", verbosity=0, stdout=None)
        verdenen = _lag()
        _gjoer_ferdig()
        yield verdenen
        transaction.set_rollback(True)


def _gjoer_ferdig() -> None:
    """What a commit would have seen to: else every test checks all foreign keys anew, and plans without statistics.

    Only our own tables: to analyse those all databases share would make every other process wait until we are done.
    """
    connection.check_constraints()
    tabeller = ", ".join(connection.ops.quote_name(navn) for navn in connection.introspection.table_names())
    with connection.cursor() as peker:
        peker.execute(f"ANALYZE {tabeller}")


def _lag() -> Verden:
    brukere = _brukere()
    avtale = Avtale.objects.get(navn="Barnevernstenesta i Sogn")
    utkastet = Avtale.objects.get(navn="Felles vikarpool i helse og omsorg")
    lag_runde(avtale, dato=DATO, tittel="Endring av samarbeidsavtalen")
    felles = _rapporter(brukere["sekretær"]) | {
        "nummer": SOGNDAL, "reformdato": "2020-01-01", "slug": "sogn", "uidb36": "1", "key": "ugyldig",
        "innlesing_id": _innlesing().pk, **_aarshjul(brukere["politiker"]),
        **det_som_vurderes(avtale, Part.objects.get(nummer=SOGNDAL)),
        **_strategi(avtale), **_kommunen(avtale),
        "ide_id": _ide(avtale).pk, "innbyggerinnspill_id": Innbyggerinnspill.objects.get(tekst=INNSPILL).pk,
    }  # fmt: skip
    return Verden(brukere, _sesjoner(brukere), felles | _avtalens(avtale), felles | _avtalens(utkastet))


def _strategi(avtale: Avtale) -> dict[str, object]:
    """A strategy of the agreement's with one of everything, and a plan that is not sent."""
    strategi = Strategi.objects.create(
        region=avtale.region, avtale=avtale, tittel="Plan for fjellvett", visjon="Snu i tide"
    )
    punkt = strategi.punkter.create(slag="maal", rekkefoelge=1, tekst="Alle kommer hjem")
    punkt.avtaler.add(avtale)
    tiltak = strategi.tiltak.create(punkt=punkt, tittel="Kurs i vett", fra_aar=AAR, til_aar=AAR, avtale=avtale)
    sak = punkt.frontsaker.create(region=avtale.region, tittel="Flere løyper", prioritet=9, rettet_mot="Stortinget")
    plan = strategi.handlingsplaner.create(aar=AAR, er_eksempel=True)
    return {
        "strategi_id": strategi.pk, "punkt_id": punkt.pk, "tiltak_id": tiltak.pk, "frontsak_id": sak.pk,
        "plan_id": plan.pk,
    }  # fmt: skip


def _ide(avtale: Avtale) -> Ide:
    """An idea that nobody has answered, building on the agreement; an inhabitant has said something nobody has read."""
    ide = Ide.objects.create(
        region=avtale.region, tittel="Felles utleie av lånesykler", bygger_paa=avtale, dato=DATO, er_eksempel=True
    )
    ide.innbyggerinnspill.create(tekst=INNSPILL, dato=DATO)
    return ide


def _aarshjul(politiker: Bruker) -> dict[str, object]:
    """An event of Sogn's own, and a link to the politician's calendar."""
    sogn = Region.objects.get(slug="sogn")
    hendelse = sogn.hjulhendelser.create(klasse="utvikling", tittel="Vettmøtet", fra=DATO, er_eksempel=True)
    naa = datetime(DATO.year, DATO.month, DATO.day, tzinfo=UTC)
    lenke, hemmelighet = lag_kalenderlenke(politiker, navn="Telefonen", naa=naa, maalform="nn")
    return {"hendelse_id": hendelse.pk, "lenke_id": lenke.pk, "kalendernoekkel": hemmelighet}


def _innlesing() -> Innlesing:
    """A list on its way into Sogn: a question, an agreement with an error and a row that is none."""
    linjer = [
        [1, ["Nr", "Navn", "Form", "Deltakere", "Fra"]],
        [2, ["1", "Felles fjellvett", "Avtale", "Sogndal, Lustre", "2020"]],
        [3, ["2", "", "IKS", "Vik og Aurland", "2021"]],
        [4, ["", "Sum", "", "", ""]],
    ]
    tabell = {"ark": [{"navn": "", "overskrift": 1, "linjer": linjer}]}
    region = Region.objects.get(slug="sogn")
    return Innlesing.objects.create(region=region, filnavn="liste.csv", fil=b"-", status="klar", tabell=tabell)


def _brukere() -> dict[str, Bruker | None]:
    demo = {
        "politiker": "politiker@sogndal", "sekretær": "sekretaer@sogndal", "sekretær region": "sekretaer@sogn",
        "innsyn": "innsyn@sogndal", "rapportør": "rapportoer@sogndal", "koordinator": "koordinator@sogn",
        "koordinator annen region": "koordinator@kongsberg", "administrator": "administrator@samarbeid",
    }  # fmt: skip
    brukere = {rolle: Bruker.objects.get(email=f"{epost}.example") for rolle, epost in demo.items()}
    fremmed = lag_bruker("politiker", kommune=Part.objects.get(nummer="4003"), navn="Politiker i Skien")
    return brukere | {"besøkende": None, "politiker annen kommune": fremmed}


def _sesjoner(brukere: dict[str, Bruker | None]) -> dict[str, str]:
    """One session for each who logs in: logging in anew for every request would take most of the time."""
    sesjoner = {}
    for rolle, bruker in brukere.items():
        if bruker is not None:
            klient = Client()
            klient.force_login(bruker)
            sesjoner[rolle] = klient.cookies[settings.SESSION_COOKIE_NAME].value
    return sesjoner


def _avtalens(avtale: Avtale) -> dict[str, object]:
    """One of everything that hangs on the agreement."""
    runde = avtale.runder.first() or _runde(avtale)
    noekkel = fastsett_noekkel(avtale, fra_aar=AAR - 1, steg=LIKT)
    budsjett = sett_budsjett(avtale, aar=AAR, beloep_oere=120_000_00, tilskudd=[("Skjønnsmidler", 20_000_00)])
    fordeling = vedta_fordeling(budsjett, av=None)
    sett_budsjett(avtale, aar=AAR + 1, beloep_oere=130_000_00)
    rader = {
        "avtale_id": avtale.pk, "deltakelse_id": avtale.deltakelser.order_by("fra").first().pk,
        "runde_id": runde.pk, "vedtak_id": runde.vedtak.first().pk, "versjonsnummer": 1,
        "innspill_id": _innspill(runde).pk, "foelge": "versjonen_gjelder",
        "dokument_id": _dokument(avtale).pk,
        "noekkel_id": noekkel.pk, "budsjett_id": budsjett.pk, "fordeling_id": fordeling.pk, "aar": AAR + 1,
        **_deler(avtale), **_moete(avtale), **_organ(avtale),
    }  # fmt: skip
    rader |= ett_av_hvert(avtale)
    rader |= oekonomien(avtale, rader["prosjekt_id"])
    # Last, as all the others may put a finding right.
    return rader | {"kode": ryddesaker([avtale], dato=DATO, maalform="nb")[0].kode}


def _moete(avtale: Avtale) -> dict[str, object]:
    """A meeting that has been held, closed in one item, with an initiative, a report home and news of it."""
    organ = avtale.organer.create(type="representantskap")
    styre = avtale.organer.create(type="styre", overordnet=organ)
    moete = organ.moeter.create(dato=date(2026, 10, 1), status="holdt")
    initiativ = styre.initiativer.create(til_organ=organ, tittel="Felles vakt", tekst="Om natta", dato=moete.dato)
    sak = moete.saker.create(
        rekkefoelge=1, tittel="Tilsetting", vedtak="Tilsettes.", er_lukket=True, lukket_hjemmel="koml. § 11-5(2)",
        initiativ=initiativ, avtale=avtale,
    )  # fmt: skip
    sogndal = Part.objects.get(nummer=SOGNDAL)
    moete.tilbakemeldinger.create(part=sogndal, dato=DATO, til_hvem="formannskapet")
    nytt = avtale.kunngjoeringer.create(region=avtale.region, tittel="Vakta er i gang", tekst="Ring 110.", dato=DATO)
    return {
        "moete_id": moete.pk, "moetesak_id": sak.pk, "initiativ_id": initiativ.pk, "part_id": sogndal.pk,
        "kunngjoering_id": nytt.pk,
    }  # fmt: skip


def _organ(avtale: Avtale) -> dict[str, object]:
    """The top organ with seats of Sogndal, and one who sits there."""
    organ = avtale.organer.filter(type="representantskap").first()
    sogndal = Part.objects.get(nummer=SOGNDAL)
    seter = organ.setetall.create(part=sogndal, medlemmer=2, varamedlemmer=1, fra=date(2024, 1, 1))
    verv = organ.verv.create(part=sogndal, navn="Ordføraren i Sogndal", fra=date(2024, 1, 1))
    return {"organ_id": organ.pk, "setetall_id": seter.pk, "verv_id": verv.pk}


def _kommunen(avtale: Avtale) -> dict[str, object]:
    """How Sogndal is governed, one who holds office there, a figure of the region, and an organ with a seat to fill."""
    sogndal = Part.objects.get(nummer=SOGNDAL)
    organ = avtale.organer.create(type="nemnd", navn="Nemnda for fjellvett")
    organ.setetall.create(part=sogndal, medlemmer=1, fra=date(2024, 1, 1))
    return {
        "styring_id": sogndal.styring.first().pk, "folkevalgt_id": sogndal.folkevalgte.first().pk,
        "tall_id": avtale.region.tall.first().pk, "seteorgan_id": organ.pk,
    }  # fmt: skip


def _deler(avtale: Avtale) -> dict[str, object]:
    """A sub-task with one in it, and a place."""
    med = avtale.deltakelser.order_by("fra").first()
    deloppgave = opprett_deloppgave(avtale, navn="Vakt om natta", fra=med.fra, parter=[med.part], er_eksempel=True)
    sted = registrer_sted(avtale, part=med.part, type="avdelingskontor", fra=med.fra, aarsverk=2, er_eksempel=True)
    return {
        "deloppgave_id": deloppgave.pk, "deloppgavedeltakelse_id": deloppgave.deltakelser.get().pk, "sted_id": sted.pk
    }  # fmt: skip


def _innspill(runde: Runde) -> Innspill:
    return runde.innspill.create(fra_hvem="Formannskapet", dato=DATO, tekst="Hvorfor nå?")


def _dokument(avtale: Avtale) -> Dokument:
    """A public document of the agreement, and one that is exempt."""
    felt = {"type": "avtale", "tittel": f"Avtalen om {avtale.navn}", "er_offentlig": True}
    unntatt = {"type": "analyse", "tittel": f"Notat om {avtale.navn}", "unntakshjemmel": "offl. § 14"}
    registrer_dokument(avtale, vedlegg=vedlegg(str(unntatt["tittel"])), felt=unntatt, av=None)
    return registrer_dokument(avtale, vedlegg=vedlegg(str(felt["tittel"])), felt=felt, av=None)


def _runde(avtale: Avtale) -> Runde:
    """Open for input: a locked one would open the draft to the parties it asks."""
    return lag_runde(avtale, dato=date(2027, 1, 1), tittel="Opprette vikarpool", laast=None)


def _rapporter(av: Bruker) -> dict[str, object]:
    """An order of Sogndal's report with its files, and one that waits."""
    sogndal = Part.objects.get(nummer=SOGNDAL)
    bestilling = bestill(parter=[sogndal], dato=DATO, av=av, maalform="nn")
    jobb = bestilling.jobber.get()
    kjoer_jobb(jobb.pk)
    bestill(parter=[sogndal], dato=DATO, av=av, maalform="nb")
    return {"bestilling_id": bestilling.pk, "jobb_id": jobb.pk}


def flere_rader() -> None:
    """More of everything a page lists, so that a page asking once a row asks more often."""
    sogn = Region.objects.get(slug="sogn")
    sogndal = Part.objects.get(nummer=SOGNDAL)
    for avtale in list(Avtale.objects.filter(region=sogn, deltakelser__part=sogndal, er_utkast=False).distinct()):
        _ny_som(avtale, sogndal)
    _mer_organer(sogn, sogndal)
    _mer_strategi(Strategi.objects.get(tittel="Plan for fjellvett"))
    deltakere = Part.objects.filter(deltakelser__avtale__navn="Barnevernstenesta i Sogn").distinct()
    flere_vurderinger(Avtale.objects.get(navn="Barnevernstenesta i Sogn"), list(deltakere))
    bestilling = Rapportjobb.objects.filter(part=sogndal).first().bestillinger.get()
    luster = Part.objects.get(nummer="4644")
    bestilling.jobber.add(*bestill(parter=[luster], dato=DATO, av=None).jobber.all())


def _mer_organer(region: Region, part: Part) -> None:
    """More organs of the region under one another, with seats and people, and more who hold office and more figures."""
    over = region.organer.first()
    for nr in range(3):
        over = region.organer.create(type="nettverk", navn=f"Nettverk {nr}", overordnet=over)
        over.foelger.set(Avtale.objects.filter(region=region, er_utkast=False)[:3])
        over.setetall.create(part=part, medlemmer=1, fra=DATO)
        over.verv.create(part=part, navn=f"Kommunalsjef {nr}", fra=DATO)
        part.folkevalgte.create(navn=f"Kommunalsjef {nr}", verv="kommunestyre", fra=DATO)
        region.tall.create(navn=f"Tall {nr}", verdi="1", aar=2026, kilde="Oss")


def _mer_strategi(strategi: Strategi) -> None:
    """More points, each with an agreement, a measure and a front case."""
    for nr, avtale in enumerate(Avtale.objects.filter(region=strategi.region, er_utkast=False)[:3], 2):
        punkt = strategi.punkter.create(slag="maal", rekkefoelge=nr, tekst=f"Mål {nr}")
        punkt.avtaler.add(avtale)
        under = strategi.punkter.create(slag="tema", over=punkt, rekkefoelge=1, tekst=f"Tema {nr}")
        strategi.tiltak.create(punkt=under, tittel=f"Tiltak {nr}", fra_aar=AAR, til_aar=AAR, avtale=avtale)
        under.frontsaker.create(region=strategi.region, tittel=f"Sak {nr}", prioritet=nr, rettet_mot="Stortinget")
        strategi.handlingsplaner.create(aar=AAR + nr)


def _ny_som(gammel: Avtale, part: Part) -> None:
    """Another agreement like ``gammel``, with participants, a seat, a round and a split of its own."""
    ny = Avtale.objects.get(pk=gammel.pk)
    ny.pk, ny.navn = None, f"{gammel.navn} 2"
    ny.save()
    for deltakelse in gammel.deltakelser.all():
        meld_inn(ny, part=deltakelse.part, rolle=deltakelse.rolle, fra=deltakelse.fra, til=deltakelse.til)
    lag_verv(ny, part, fra=DATO)
    oekonomien(ny, lag_prosjekt(ny, f"Prosjekt i {ny.navn}").pk)
    if ny.deltakelser.filter(gyldig(DATO), part=part).exists():
        lag_runde(ny, dato=DATO, tittel=f"Runde om {ny.navn}")
        fastsett_noekkel(ny, fra_aar=AAR - 1, steg=LIKT)
        vedta_fordeling(sett_budsjett(ny, aar=DATO.year, beloep_oere=70_000_00), av=None)
