"""One of everything that people judge, for the walls; and more of it, so that a query per row is seen."""

from datetime import date
from uuid import uuid4

from avtaler.models import Avtale, Diskusjonsdokument, Ide, Konferanse, Lapperunde, Vurdering
from avtaler.tjenester.vurdering.diskusjon import sett_kostnader
from avtaler.tjenester.vurdering.lapper import ny_lenke
from kommuner.models import Part

DAGEN = date(2026, 11, 2)
ALLTID = date(2199, 12, 31)


def det_som_vurderes(avtale: Avtale, part: Part) -> dict[str, object]:
    """A conference in the agreement's region with notes that hang, a verdict, a case and a published discussion."""
    region = avtale.region
    konferanse = Konferanse.objects.create(region=region, tittel="Konferanse om fjellvett", dato=DAGEN, program="Tur")
    runde = _lapperunde(konferanse)
    aapen = Lapperunde.objects.create(region=region, tittel="Vettet rundt", spoersmaal="Hva?", fra=DAGEN, til=ALLTID)
    vurdering = Vurdering.objects.create(
        avtale=avtale, part=part, konferanse=konferanse, dom="utvikle", begrunnelse="Flere merker.", dato=DAGEN
    )
    tema = runde.grupper.first()
    sak = konferanse.saksforslag.create(rekkefoelge=1, tittel="Kjøpe merker", avtale=avtale, lappegruppe=tema)
    dokument = Diskusjonsdokument.objects.create(
        region=region, tittel="Hvor mange merker?", spoersmaal="Tre eller fire?", dato=DAGEN, er_utkast=False
    )
    alternativ = dokument.alternativer.create(rekkefoelge=1, navn="Tre", beskrivelse="Som i dag.")
    sett_kostnader(alternativ, {part: 100_00})
    return {
        "konferanse_id": konferanse.pk, "lapperunde_id": runde.pk, "lappegruppe_id": tema.pk,
        "hemmelighet": ny_lenke(runde_id=aapen.pk), "vurdering_id": vurdering.pk, "saksforslag_id": sak.pk,
        "diskusjon_id": dokument.pk, "alternativ_id": alternativ.pk,
    }  # fmt: skip


def flere_vurderinger(avtale: Avtale, parter: list[Part]) -> None:
    """More notes, themes, verdicts, ideas, cases and alternatives of what ``det_som_vurderes`` made."""
    konferanse = Konferanse.objects.get(tittel="Konferanse om fjellvett")
    _lapperunde(konferanse, "Enda en")
    runde = Lapperunde.objects.get(konferanse=konferanse, tittel="Få ut det negative")
    runde.grupper.create(navn="Vær", svar="Se /matrise/.", svar_dato=DAGEN)
    for nr, part in enumerate(parter):
        runde.lapper.create(tekst=f"Vind {nr}", stokket=uuid4(), part=part, gruppe=runde.grupper.last())
        felt = {"dom": "avvikle", "begrunnelse": "For mye vind.", "konferanse": konferanse}
        Vurdering.objects.get_or_create(avtale=avtale, part=part, dato=DAGEN, defaults=felt)
        ide = Ide.objects.create(region=avtale.region, tittel=f"Vindmål {nr}", dato=konferanse.dato, er_eksempel=True)
        ide.interesser.create(part=part, svar="vil", dato=DAGEN)
        konferanse.saksforslag.create(rekkefoelge=nr + 2, tittel=f"Sak {nr}", avtale=avtale, ide=ide)
    dokument = Diskusjonsdokument.objects.get(tittel="Hvor mange merker?")
    for nr in range(2, 5):
        alternativ = dokument.alternativer.create(rekkefoelge=nr, navn=f"Slik {nr}", beskrivelse="Flere.")
        sett_kostnader(alternativ, dict.fromkeys(parter, nr * 100_00))


def _lapperunde(konferanse: Konferanse, tittel: str = "Få ut det negative") -> Lapperunde:
    runde = Lapperunde.objects.create(
        region=konferanse.region, konferanse=konferanse, tittel=tittel, spoersmaal="Hva?", fra=DAGEN, til=DAGEN
    )
    tema = runde.grupper.create(navn="Kulde", rekkefoelge=1)
    for tekst, gruppe in (("For kaldt", tema), ("For langt", None)):
        runde.lapper.create(tekst=tekst, stokket=uuid4(), gruppe=gruppe)
    return runde
