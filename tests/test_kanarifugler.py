"""What belongs to some is not found by others, in any format: canaries in the fields that are not for all."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from avtaler.models import Avtale
from avtaler.tjenester import meld_inn, opprett_deloppgave, registrer_avtale, registrer_sted
from avtaler.tjenester.dokument import registrer_dokument
from avtaler.tjenester.innlesing import les_liste, motta_liste
from avtaler.tjenester.rydding import fordel_funn
from avtaler.uttrekk.ryddeliste import ryddesaker
from kommuner.filer.vedlegg import MIME, Vedlegg, Vedleggsslag
from kommuner.hvem import Hvem, med_hvem
from kommuner.models import Bruker, Part, Region
from kostnad.tjenester import fastsett_noekkel, sett_budsjett, vedta_fordeling
from rapport.tjenester import bestill, kjoer_jobb
from tests.adresser import alle_ruter
from tests.avtaler.vedleggsproever import lag_docx
from tests.fabrikker import lag_runde
from tests.verden import DATO, LIKT

pytestmark = pytest.mark.django_db

RUTER = alle_ruter()
KANARI = "Kanarifugl"
#: The budget of the canaries' agreement: an amount that nothing else has, however it is written.
BELOEP_OERE = 7_654_321_00
SKILLE = r"(\s|&nbsp;|\\u00a0|\.)?"
TALL = re.compile(f"7{SKILLE}654{SKILLE}321|3{SKILLE}827{SKILLE}16[01]")
SOGNDAL, VIK, LUSTER = "4640", "4639", "4644"


@dataclass(frozen=True)
class Kanarifugler:
    """What the addresses take: an agreement with secret money, a draft, Vik's report; and Luster's own report."""

    andres: list[dict[str, object]]
    lusters: dict[str, object]


@pytest.fixture(scope="module")
def kanarifugler(verden) -> Kanarifugler:
    """An agreement between Sogndal and Vik with a canary in every field of money, draft, report and upkeep."""
    verdisett = []
    opplasting = {"innlesing_id": _innlesing()}
    with med_hvem(Hvem(navn="Kari", begrunnelse=f"{KANARI}-begrunnelse")):
        for er_utkast in (False, True):
            avtale = _avtale(er_utkast=er_utkast)
            for nummer in (SOGNDAL, VIK):
                meld_inn(avtale, part=Part.objects.get(nummer=nummer), fra=date(2025, 1, 1))
            _rydding(avtale)
            verdisett.append(verden.publisert | opplasting | _rapport(VIK) | _oekonomi(avtale) | _unntatt(avtale))
    utkastet = Avtale.objects.get(pk=verdisett[1]["avtale_id"])
    verdisett[1] |= _deler(utkastet)
    return Kanarifugler(verdisett, verden.publisert | opplasting | _rapport(LUSTER))


def _innlesing() -> object:
    """A list on its way into Sogn, with a canary in its name and in its cells."""
    innhold = f"Avtale;Form;Kommuner\n{KANARI}-import;KO;Sogndal og Vik\n".encode()
    sogn = Region.objects.get(slug="sogn")
    innlesing = motta_liste(region=sogn, bruker=None, filnavn=f"{KANARI}-liste.csv", innhold=innhold)
    les_liste(innlesing.pk)
    return innlesing.pk


def _rydding(avtale: Avtale) -> None:
    funn = ryddesaker([avtale], dato=DATO, maalform="nb")[0]
    fordel_funn(avtale, funn.kode, versjon=0, eier=None, frist=None, merknad=f"{KANARI}-rydding")


def _unntatt(avtale: Avtale) -> dict[str, object]:
    """An exempt document: its title, its name and its content are all canaries. And what the clean-up list says."""
    innhold = lag_docx(tekst=f"{KANARI}-innhold".encode())
    navn, sum_ = f"{KANARI}-vedlegg.docx", sha256(innhold).hexdigest()
    dokument = registrer_dokument(
        avtale, vedlegg=Vedlegg(Vedleggsslag.DOCX, MIME[Vedleggsslag.DOCX], navn, innhold, sum_), av=None,
        felt={"type": "analyse", "tittel": f"{KANARI}-dokument", "unntakshjemmel": "offl. § 14"},
    )  # fmt: skip
    return {"dokument_id": dokument.pk, "kode": ryddesaker([avtale], dato=DATO, maalform="nb")[0].kode}


def _deler(utkastet: Avtale) -> dict[str, object]:
    """What hangs on a draft is as hidden as the draft: sub-tasks, places, what is said of its round."""
    vik, fra = Part.objects.get(nummer=VIK), date(2025, 1, 1)
    del_ = opprett_deloppgave(utkastet, navn=f"{KANARI}-deloppgave", fra=fra, parter=[vik])
    sted = registrer_sted(utkastet, part=vik, type="avdelingskontor", fra=fra, navn=f"{KANARI}-sted")
    innspill = utkastet.runder.get().innspill.create(fra_hvem="Rådet", dato=DATO, tekst=f"{KANARI}-innspill")
    return {
        "deloppgave_id": del_.pk, "deloppgavedeltakelse_id": del_.deltakelser.get().pk, "sted_id": sted.pk,
        "innspill_id": innspill.pk,
    }  # fmt: skip


def _rapport(nummer: str) -> dict[str, object]:
    bestilling = bestill(parter=[Part.objects.get(nummer=nummer)], dato=DATO, av=None)
    jobb = bestilling.jobber.get()
    kjoer_jobb(jobb.pk)
    return {"nummer": nummer, "bestilling_id": bestilling.pk, "jobb_id": jobb.pk}


def _avtale(*, er_utkast: bool) -> Avtale:
    navn = f"{KANARI}-utkast" if er_utkast else "Felles arkivdepot"
    tekst = f"{KANARI}-tekst" if er_utkast else "Ta vare på arkivene."
    return registrer_avtale(
        felt={"navn": navn, "form": "AVTALE", "klasse": "tjenesteyting", "region": Region.objects.get(slug="sogn"),
              "fra": date(2025, 1, 1), "er_utkast": er_utkast, "kilde": tekst},
        formaal=[tekst], oppgaver=[], bestemmelser={}, dato=date(2025, 1, 1), importert=True,
    )  # fmt: skip


def _oekonomi(avtale: Avtale) -> dict[str, object]:
    noekkel = fastsett_noekkel(avtale, fra_aar=2025, steg=LIKT, kilde=f"{KANARI}-nøkkel")
    budsjett = sett_budsjett(
        avtale, aar=2026, beloep_oere=BELOEP_OERE, tilskudd=[(f"{KANARI}-tilskudd", 0)], kilde=f"{KANARI}-budsjett"
    )
    fordeling = vedta_fordeling(budsjett, av=None)
    sett_budsjett(avtale, aar=2027, beloep_oere=BELOEP_OERE)
    runde = lag_runde(avtale, dato=DATO, tittel=f"{KANARI}-runde" if avtale.er_utkast else "Runde")
    return {
        "avtale_id": avtale.pk, "deltakelse_id": avtale.deltakelser.first().pk, "runde_id": runde.pk,
        "vedtak_id": runde.vedtak.first().pk, "noekkel_id": noekkel.pk,
        "fordeling_id": fordeling.pk, "aar": 2027,
    }  # fmt: skip


#: What must be found by those inside: of money and draft, and of upkeep, files, uploads and the change log.
KANARIENE = (
    "utkast", "tekst", "nøkkel", "tilskudd", "runde", "begrunnelse", "rydding", "dokument", "innhold", "deloppgave",
    "sted", "innspill", "import", "liste",
)  # fmt: skip
#: Pages that list or search, and what they are asked for.
LISTER = (
    "avtaler:register", "avtaler:register_xlsx", "avtaler:register_csv", "rapport:kommuner", "rapport:kommune",
    "rapport:kommunedata", "rapport:region",
)  # fmt: skip
SPOERRINGER = (
    "", f"?dato={DATO}", f"?q={KANARI}", f"?sok={KANARI}", "?status=alle", "?status=utkast", "?status=kommende",
)  # fmt: skip
#: Other lists, each with its own filters.
EGNE_SPOERRINGER = {
    "avtaler:matrise": ("?region=sogn", f"?region=sogn&alle=on&dato={DATO}"),
    "avtaler:matrisefil": ("?region=sogn&format=xlsx", "?region=sogn&format=csv"),
    "avtaler:runder": ("?vis=alle", "?stadium=alle"),
    "avtaler:bibliotek": (f"?q={KANARI}", f"?sok={KANARI}"),
    "avtaler:endringslogg": (f"?avtale={KANARI}", "?hva=oekonomi", "?hvem=Kari"),
    "avtaler:rydding": ("?eier=alle", "?status=alle"),
}


def _alt_som_kan_leses(klient: Client, verdisett: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    """(address, text) of every answer to a GET, with and without htmx."""
    adresser = {rute.adresse(verdier): navn for navn, rute in RUTER.items() for verdier in verdisett}
    for adresse, navn in adresser.items():
        for spoerring in SPOERRINGER if navn in LISTER else ("", *EGNE_SPOERRINGER.get(navn, ())):
            svar = klient.get(f"{adresse}{spoerring}")
            yield f"{adresse}{spoerring}", f"{_tekst(svar)} {svar.headers.get('Content-Disposition', '')}"
        yield f"{adresse} (htmx)", _tekst(klient.get(adresse, headers={"HX-Request": "true"}))


def _tekst(svar: HttpResponse) -> str:
    innhold = svar.getvalue()
    if innhold.startswith(b"PK"):
        return _pakket_ut(innhold)
    if svar.get("Content-Type", "").startswith("application/pdf"):
        return subprocess.run(["pdftotext", "-", "-"], input=innhold, capture_output=True, check=True).stdout.decode()
    if svar.get("Content-Type", "").startswith("application/json"):
        return json.dumps(json.loads(innhold), ensure_ascii=False)
    return innhold.decode()


def _pakket_ut(innhold: bytes) -> str:
    """All text of a workbook or a document."""
    with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
        return " ".join(pakke.read(navn).decode() for navn in pakke.namelist() if navn.endswith((".xml", ".rels")))


def _lekkasjer(klient: Client, verdisett: list[dict[str, object]]) -> list[str]:
    return [
        f"{adresse}: {tekst[max(0, treff.start() - 40) : treff.end() + 40]!r}"
        for adresse, tekst in _alt_som_kan_leses(klient, verdisett)
        # What the reader has searched for («Kanarifugl») may be shown back to the reader.
        if (treff := re.search(rf"{KANARI}-|{TALL.pattern}", tekst))
    ]


@pytest.mark.parametrize("rolle", ["besøkende", "politiker annen kommune", "koordinator annen region"])
def test_no_canary_of_money_draft_or_report_reaches_those_outside(rolle, verden, kanarifugler):
    assert _lekkasjer(verden.klient(rolle), [*kanarifugler.andres, kanarifugler.lusters]) == []


def test_no_canary_reaches_a_neighbour_in_the_same_region(kanarifugler):
    """Luster reads its own money and reports, not those of Vik's agreement with Sogndal."""
    klient = Client()
    klient.force_login(Bruker.objects.get(email="politiker@luster.example"))
    assert "Luster" in _tekst(klient.get(reverse("rapport:pdf", args=[LUSTER, kanarifugler.lusters["jobb_id"]])))
    assert _lekkasjer(klient, [*kanarifugler.andres, kanarifugler.lusters]) == []


def test_the_canaries_are_there_for_those_inside(verden, kanarifugler):
    """The tests above would guard nothing if no page showed the canaries at all."""
    sett = " ".join(tekst for _adresse, tekst in _alt_som_kan_leses(verden.klient("koordinator"), kanarifugler.andres))
    merker = {f"{KANARI}-{felt}" for felt in KANARIENE}
    assert {merke for merke in merker if merke not in sett} == set()
    assert TALL.search(sett)
