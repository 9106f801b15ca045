"""Verdicts, the conference with its case list, and discussion documents, as people meet them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from avtaler.models import (
    Alternativkostnad,
    Avtale,
    Diskusjonsdokument,
    Ide,
    Interesse,
    Konferanse,
    Lappegruppe,
    Lapperunde,
    Runde,
    Saksforslag,
    Vurdering,
)
from avtaler.tjenester.vurdering import diskusjon
from avtaler.tjenester.vurdering.saker import flytt_sak, legg_til_saker, ta_ut_sak
from avtaler.uttrekk.vurdering.konferanser import forslag_til_saker
from kommuner.models import Hendelse, Part
from tests.fabrikker import lag_avtale, lag_bruker, lag_folketall, lag_kommune, lag_region

pytestmark = pytest.mark.django_db

DAGEN = date(2018, 8, 24)
FOER = date(2018, 1, 1)


@pytest.fixture
def kommuner():
    return [lag_kommune("Øyer"), lag_kommune("Gausdal")]


@pytest.fixture
def region(kommuner):
    return lag_region("Regionen", kommuner=kommuner, fra=FOER)


@pytest.fixture
def avtale(region, kommuner) -> Avtale:
    return lag_avtale("Revisjonen", kommuner=kommuner, region=region, fra=FOER)


@pytest.fixture
def koordinator(region):
    return lag_bruker("koordinator", region=region)


@pytest.fixture
def konferanse(region) -> Konferanse:
    return Konferanse.objects.create(region=region, tittel="Formannskapskonferansen", dato=DAGEN)


def _doem(avtale, part, dom="avvikle", **felt) -> Vurdering:
    standard = {"begrunnelse": f"{part} mener det.", "dato": DAGEN}
    return Vurdering.objects.create(avtale=avtale, part=part, dom=dom, **standard | felt)


def _side(navn: str, rad, **valg) -> str:
    return reverse(f"avtaler:{navn}", args=[getattr(rad, "pk", rad)])


# Verdicts -----------------------------------------------------------------------------------------------------------


def test_municipality_judges_for_itself_and_for_no_other(som, avtale, kommuner):
    klient = som(lag_bruker("politiker", kommune=kommuner[0]))
    data = {"dom": "avvikle", "begrunnelse": "For dyrt.", "dato": "1.9.2018"}
    assert klient.post(_side("ny_vurdering", avtale), {**data, "part": kommuner[1].pk}).status_code == 422
    assert klient.post(_side("ny_vurdering", avtale), {**data, "part": kommuner[0].pk}).status_code == 302
    fremmed = _doem(avtale, kommuner[1])
    assert klient.get(_side("endre_vurdering", fremmed)).status_code == 404
    assert klient.get(_side("endre_vurdering", Vurdering.objects.get(part=kommuner[0]))).status_code == 200


def test_those_who_only_oversee_do_not_judge(som, avtale, kommuner):
    assert som(lag_bruker("innsyn", kommune=kommuner[0])).get(_side("ny_vurdering", avtale)).status_code == 404


def test_verdict_needs_a_reason_and_is_not_of_tomorrow(som, avtale, kommuner, koordinator):
    imorgen = timezone.localdate() + timedelta(days=1)
    data = {"part": kommuner[0].pk, "dom": "utvikle", "begrunnelse": " ", "dato": imorgen.strftime("%d.%m.%Y")}
    svar = som(koordinator).post(_side("ny_vurdering", avtale), data)
    assert svar.status_code == 422
    assert set(svar.context["form"].errors) == {"begrunnelse", "dato"}


def test_two_verdicts_on_one_day_is_told_not_a_fault(som, avtale, kommuner, koordinator):
    _doem(avtale, kommuner[0])
    data = {"part": kommuner[0].pk, "dom": "utvikle", "begrunnelse": "Nei.", "dato": "24.8.2018"}
    svar = som(koordinator).post(_side("ny_vurdering", avtale), data)
    assert svar.status_code == 422
    assert "Endre den i stedet" in svar.content.decode()


def test_newest_verdict_counts_and_the_older_stays_to_be_read(client, avtale, kommuner):
    _doem(avtale, kommuner[0], "avvikle", dato=date(2016, 1, 1))
    _doem(avtale, kommuner[0], "viderefoere")
    side = client.get(_side("vurderinger", avtale)).context["side"]
    assert [rad.dom for rad in side.gjeldende] == ["viderefoere"]
    assert [rad.dom for rad in side.tidligere] == ["avvikle"]
    assert [navn for _part, navn in side.mangler] == ["Gausdal"]


def test_when_all_want_to_end_the_round_that_dissolves_is_one_click_away(som, avtale, kommuner, koordinator):
    klient = som(koordinator)
    _doem(avtale, kommuner[0])
    runden = f"{_side('ny_runde', avtale)}?opploes=1"
    assert runden not in klient.get(_side("vurderinger", avtale)).content.decode()
    _doem(avtale, kommuner[1])
    assert runden in klient.get(_side("vurderinger", avtale)).content.decode()
    skjema = klient.get(runden).context["form"]
    assert skjema.initial["slag"] == "opploese"
    assert skjema.initial["tittel"] == "Oppløse Revisjonen"
    assert "Kommunestyret vedtar at Revisjonen oppløses." in skjema.initial["forslag"]


def test_evaluation_falls_due_and_is_entered_as_done(som, avtale, koordinator):
    Avtale.objects.filter(pk=avtale.pk).update(evalueres_hvert_aar=4)
    klient = som(koordinator)
    side = klient.get(_side("vurderinger", avtale)).context["side"]
    assert (side.evalueringsfrist, side.evaluering_forfalt) == (date(2022, 1, 1), True)
    klient.post(_side("evaluert", avtale))
    assert not klient.get(_side("vurderinger", avtale)).context["side"].evaluering_forfalt


def test_overview_shows_disagreement_first_and_only_the_conference_when_asked(
    client, region, avtale, kommuner, konferanse
):
    enig = lag_avtale("Arkivet", kommuner=kommuner, region=region, fra=FOER)
    lag_avtale("Brannvesenet", kommuner=kommuner, region=region, fra=FOER)
    for part, dom in zip(kommuner, ("avvikle", "utvikle"), strict=True):
        _doem(avtale, part, dom)
        _doem(enig, part, "utvikle", konferanse=konferanse)
    adresse = _side("regionens_vurderinger", region.slug)
    rader = client.get(adresse).context["side"].rader
    assert [(rad.navn, rad.enighet) for rad in rader] == [
        ("Revisjonen", "uenige"), ("Arkivet", "enige"), ("Brannvesenet", "ingen")
    ]  # fmt: skip
    rader = client.get(adresse, {"konferanse": konferanse.pk}).context["side"].rader
    assert [rad.navn for rad in rader] == ["Arkivet"]


def test_verdict_given_after_the_chosen_date_had_not_been_given(client, region, avtale, kommuner):
    _doem(avtale, kommuner[0], "avvikle", dato=date(2018, 2, 1))
    _doem(avtale, kommuner[0], "utvikle", dato=date(2018, 6, 1))
    valg = {"dato": "2018-03-01"}
    side = client.get(_side("vurderinger", avtale), valg).context["side"]
    assert [rad.dom for rad in (*side.gjeldende, *side.tidligere)] == ["avvikle"]
    (rad,) = client.get(_side("regionens_vurderinger", region.slug), valg).context["side"].rader
    assert [dom.dom for _navn, dom, _med in rad.celler if dom] == ["avvikle"]


def test_participant_from_outside_the_region_has_a_column_of_its_own(client, region, kommuner):
    avtale = lag_avtale("Legevakta", kommuner=[*kommuner, lag_kommune("Alvdal")], region=region, fra=FOER)
    _doem(avtale, kommuner[0], "avvikle")
    _doem(avtale, Part.objects.get(navn="Alvdal"), "utvikle")
    side = client.get(_side("regionens_vurderinger", region.slug)).context["side"]
    assert side.kolonner[-1] == "Alvdal"
    (rad,) = side.rader
    assert rad.enighet == "uenige"
    assert [navn for navn, dom, _med in rad.celler if dom] == [kommuner[0].navn, "Alvdal"]


def test_file_has_the_reasons_and_computes_nothing(client, region, avtale, kommuner):
    _doem(avtale, kommuner[0], begrunnelse="=1+1")
    innhold = client.get(_side("vurderinger_csv", region.slug)).content.decode("utf-8-sig")
    assert '"Revisjonen";"Øyer";"Avvikle"' in innhold
    assert "'=1+1" in innhold


# The conference and its case list ------------------------------------------------------------------------------------


@pytest.fixture
def resultater(konferanse, avtale, kommuner):
    """A disputed arrangement, an idea that two want and a theme nobody has answered."""
    _doem(avtale, kommuner[0], konferanse=konferanse)
    _doem(avtale, kommuner[1], "viderefoere", konferanse=konferanse)
    ide = Ide.objects.create(region=konferanse.region, tittel="Felles plankontor", dato=DAGEN)
    for part in kommuner:
        Interesse.objects.create(ide=ide, part=part, svar="vil", dato=DAGEN)
    runde = Lapperunde.objects.create(
        region=konferanse.region, konferanse=konferanse, tittel="x", spoersmaal="y", fra=DAGEN, til=DAGEN
    )
    tema = Lappegruppe.objects.create(lapperunde=runde, navn="Oversikt")
    runde.lapper.create(tekst="Lokalisering", stokket="7f3f2f2e-0000-4000-8000-000000000001", gruppe=tema)
    return konferanse


TITLER = ["Framtida for Revisjonen", "Nytt samarbeid: Felles plankontor", "Innspill uten svar: Oversikt"]


def test_one_click_makes_the_draft_case_list_and_again_adds_only_what_is_new(som, resultater, koordinator):
    klient, lag = som(koordinator), _side("lag_saksliste", resultater)
    klient.post(lag)
    saker = list(resultater.saksforslag.all())
    assert [sak.tittel for sak in saker] == TITLER
    klient.post(_side("flytt_sak", saker[2]), {"grep": "ut"})
    data = {"tittel": "Revisjonen", "tekst": "Vi", "avtale": saker[0].avtale_id, "versjon": "1"}
    klient.post(_side("endre_sak", saker[0]), data)
    klient.post(lag)
    assert resultater.saksforslag.count() == 3
    side = klient.get(_side("konferanse", resultater)).context["side"]
    assert [sak.tittel for sak in side.saker] == ["Revisjonen", TITLER[1]]
    assert [sak.tittel for sak in side.tatt_ut] == [TITLER[2]]


def test_lines_are_ordered_and_put_back(resultater):
    legg_til_saker(resultater, forslag_til_saker(resultater, idag=timezone.localdate()))
    foerste, andre, tredje = resultater.saksforslag.all()
    flytt_sak(sak_id=tredje.pk, opp=True)
    flytt_sak(sak_id=foerste.pk, opp=True)
    assert list(resultater.saksforslag.all()) == [foerste, tredje, andre]
    ta_ut_sak(sak_id=tredje.pk, ut=True)
    flytt_sak(sak_id=andre.pk, opp=True)
    assert list(resultater.saksforslag.filter(tatt_ut=False)) == [andre, foerste]
    ta_ut_sak(sak_id=tredje.pk, ut=False)
    assert resultater.saksforslag.filter(tatt_ut=False).count() == 3


def test_notes_that_do_not_hang_yet_give_no_case(resultater):
    Lapperunde.objects.update(til=date(2099, 1, 1))
    titler = [linje.tittel for linje in forslag_til_saker(resultater, idag=timezone.localdate())]
    assert titler == TITLER[:2]


def test_line_becomes_a_round_without_typing_anything_twice(som, resultater, avtale, koordinator):
    klient = som(koordinator)
    klient.post(_side("lag_saksliste", resultater))
    sak = resultater.saksforslag.get(avtale=avtale)
    adresse = f"{_side('ny_runde', avtale)}?saksforslag={sak.pk}"
    assert adresse in klient.get(_side("konferanse", resultater)).content.decode()
    start = klient.get(adresse).context["form"].initial
    assert (start["slag"], start["tittel"], start["forslag"]) == ("endre", sak.tittel, sak.tekst)
    data = {**{navn: verdi for navn, verdi in start.items() if isinstance(verdi, str)}, "punkt-TOTAL_FORMS": "0"}
    klient.post(adresse, {**data, "punkt-INITIAL_FORMS": "0"})
    sak.refresh_from_db()
    assert sak.runde == Runde.objects.get(tittel=sak.tittel)


@pytest.mark.parametrize("felt", ["runde", "tatt_ut"])
def test_line_that_has_become_a_round_or_is_off_the_list_becomes_no_round(som, resultater, avtale, koordinator, felt):
    sak = Saksforslag.objects.create(konferanse=resultater, rekkefoelge=1, tittel="Sak", avtale=avtale)
    foerste = Runde.objects.create(avtale=avtale, slag="endre", tittel="Sak", forslag="Ja.")
    Saksforslag.objects.filter(pk=sak.pk).update(**{felt: foerste if felt == "runde" else True})
    data = {"slag": "endre", "tittel": "Sak", "forslag": "Ja.", "maalform": "nb", "punkt-TOTAL_FORMS": "0"}
    adresse = f"{_side('ny_runde', avtale)}?saksforslag={sak.pk}"
    svar = som(koordinator).post(adresse, {**data, "punkt-INITIAL_FORMS": "0"})
    assert svar.status_code == 422
    assert list(Runde.objects.all()) == [foerste]


def test_answers_to_merged_ideas_count_with_the_idea_that_stands_for_them(client, konferanse, kommuner):
    staar = Ide.objects.create(region=konferanse.region, tittel="Felles plankontor", dato=date(2017, 1, 1))
    slaatt = Ide.objects.create(
        region=konferanse.region, tittel="Plan sammen", dato=date(2017, 2, 1), status="slaatt_sammen",
        slaatt_sammen_med=staar,
    )  # fmt: skip
    for ide, part in ((staar, kommuner[0]), (slaatt, kommuner[0]), (slaatt, kommuner[1])):
        Interesse.objects.create(ide=ide, part=part, svar="vil", dato=DAGEN)
    ideer = client.get(_side("konferanse", konferanse)).context["side"].ideer
    assert [(rad.tittel, rad.vil) for rad in ideer] == [("Felles plankontor", 2)]
    (linje,) = forslag_til_saker(konferanse, idag=timezone.localdate())
    assert linje.tittel == "Nytt samarbeid: Felles plankontor"


def test_case_list_is_for_the_region_only(client, som, resultater, kommuner):
    assert client.get(_side("konferanse", resultater)).context["side"].saker is None
    politiker = som(lag_bruker("politiker", kommune=kommuner[0]))
    assert politiker.get(_side("konferanse", resultater)).context["side"].saker == ()


def test_case_of_another_agreement_is_no_start_of_a_round(som, region, konferanse, avtale, koordinator):
    annen = lag_avtale("Arkivet", region=region)
    sak = Saksforslag.objects.create(konferanse=konferanse, rekkefoelge=1, tittel="x", avtale=annen)
    assert som(koordinator).get(f"{_side('ny_runde', avtale)}?saksforslag={sak.pk}").status_code == 404


@pytest.mark.parametrize("navn", ["konferanser", "lapperunder", "diskusjoner", "strategier", "frontsaker"])
@pytest.mark.parametrize("slug", ["finnes-ikke", "a\x00"])
def test_list_of_a_region_that_is_not_there_is_not_found(client, navn, slug):
    assert client.get(reverse(f"avtaler:{navn}"), {"region": slug}).status_code == 404


# Discussion documents ------------------------------------------------------------------------------------------------


@pytest.fixture
def dokument(region) -> Diskusjonsdokument:
    dokument = Diskusjonsdokument.objects.create(
        region=region, tittel="Felles plankontor", spoersmaal="Hvor?", dato=DAGEN, er_utkast=False
    )
    for nr, navn in enumerate(("Som i dag", "Ett kontor"), 1):
        dokument.alternativer.create(rekkefoelge=nr, navn=navn, beskrivelse="Slik.")
    return dokument


def _beloep(dokument, kommuner, *rader) -> dict[str, str]:
    data = {}
    for alternativ, beloepene in zip(dokument.alternativer.all(), rader, strict=True):
        data[f"versjon-{alternativ.pk}"] = str(alternativ.versjon)
        data |= {f"beloep-{alternativ.pk}-{p.pk}": b for p, b in zip(kommuner, beloepene, strict=True)}
    return data


def test_amounts_are_compared_with_the_first_alternative(som, dokument, kommuner, koordinator):
    for part, folk in zip(kommuner, (5000, 6000), strict=True):
        lag_folketall(part, 2018, folk)
    data = _beloep(dokument, kommuner, ("1 000 000", "500 000"), ("800 000", "600 000,50"))
    klient = som(koordinator)
    assert klient.post(_side("alternativkostnader", dokument), data).status_code == 302
    side = klient.get(_side("diskusjon", dokument)).content.decode().replace("\u00a0", " ")
    for tekst in ("200 000 kr mindre", "100 000,50 kr mer", "160 kr per innbygger", "1 betaler mindre, 1 betaler mer"):
        assert tekst in side


@pytest.mark.parametrize("tekst", ["mye", "-5", "12.500", "9" * 30])
def test_amount_that_cannot_be_read_is_told_at_its_field(som, dokument, kommuner, koordinator, tekst):
    data = _beloep(dokument, kommuner, (tekst, ""), ("", ""))
    assert som(koordinator).post(_side("alternativkostnader", dokument), data).status_code == 422
    assert not Alternativkostnad.objects.exists()


def test_amounts_that_somebody_else_has_changed_are_shown_both_ways(som, dokument, kommuner, koordinator):
    data = _beloep(dokument, kommuner, ("100", ""), ("", ""))
    diskusjon.sett_kostnader(dokument.alternativer.first(), {kommuner[0]: 900_00})
    svar = som(koordinator).post(_side("alternativkostnader", dokument), data)
    assert svar.status_code == 409
    assert [(en.mitt, en.lagret) for en in svar.context["forskjeller"]] == [("100", "900")]
    assert Alternativkostnad.objects.get().beloep_oere == 900_00


def test_amount_stays_when_the_document_gets_another_date_and_goes_only_when_somebody_empties_it(
    som, dokument, kommuner, koordinator
):
    ute = lag_kommune("Vik")
    foerste = dokument.alternativer.first()
    diskusjon.sett_kostnader(foerste, {ute: 700_00, kommuner[0]: 100_00})
    klient, adresse = som(koordinator), _side("alternativkostnader", dokument)
    assert "Vik" in klient.get(adresse).content.decode()
    assert "Vik" in klient.get(_side("diskusjon", dokument)).content.decode()
    klient.post(adresse, _beloep(dokument, kommuner, ("200", ""), ("", "")))
    assert {k.part: k.beloep_oere for k in foerste.kostnader.all()} == {ute: 700_00, kommuner[0]: 200_00}
    klient.post(adresse, _beloep(dokument, [*kommuner, ute], ("200", "", ""), ("", "", "")))
    assert {k.part: k.beloep_oere for k in foerste.kostnader.all()} == {kommuner[0]: 200_00}


def test_money_is_only_for_those_it_is_about(client, som, dokument, kommuner):
    diskusjon.sett_kostnader(dokument.alternativer.first(), {kommuner[0]: 1_234_567_00})
    adresse = _side("diskusjon", dokument)
    assert "1\u00a0234\u00a0567" not in client.get(adresse).content.decode()
    fremmed = lag_bruker("politiker", kommune=lag_kommune("Vik"))
    assert "1\u00a0234\u00a0567" not in som(fremmed).get(adresse).content.decode()
    assert "1\u00a0234\u00a0567" in som(lag_bruker("politiker", kommune=kommuner[1])).get(adresse).content.decode()


def test_draft_is_the_coordinators_only(client, som, dokument, kommuner, koordinator):
    Diskusjonsdokument.objects.update(er_utkast=True)
    assert client.get(_side("diskusjon", dokument)).status_code == 404
    assert som(lag_bruker("politiker", kommune=kommuner[0])).get(_side("diskusjon", dokument)).status_code == 404
    assert som(koordinator).get(_side("diskusjon", dokument)).status_code == 200


def test_draft_is_not_told_of_in_the_history_of_the_agreement(dokument, avtale, konferanse):
    Diskusjonsdokument.objects.update(er_utkast=True, avtale=avtale, tittel="Hemmelig tanke")
    Saksforslag.objects.create(konferanse=konferanse, rekkefoelge=1, tittel="Kladd", avtale=avtale)
    spor = Hendelse.objects.filter(tabell__in=("avtaler_diskusjonsdokument", "avtaler_saksforslag"))
    assert set(spor.values_list("avtale_id", "region_id")) == {(None, dokument.region_id)}


def test_another_alternative_can_be_what_the_others_are_compared_with(som, dokument, koordinator):
    andre = dokument.alternativer.last()
    som(koordinator).post(_side("sammenlign_mot", andre))
    assert [(en.navn, en.rekkefoelge) for en in dokument.alternativer.all()] == [("Ett kontor", 1), ("Som i dag", 2)]


def test_discussion_becomes_the_background_of_a_round_that_leads_back(som, client, dokument, avtale, koordinator):
    Diskusjonsdokument.objects.update(avtale=avtale)
    klient = som(koordinator)
    adresse = f"{_side('ny_runde', avtale)}?diskusjon={dokument.pk}"
    assert adresse in klient.get(_side("diskusjon", dokument)).content.decode()
    data = {"slag": "endre", "tittel": "Plankontor", "forslag": "Ja.", "maalform": "nb", "punkt-TOTAL_FORMS": "0"}
    klient.post(adresse, {**data, "punkt-INITIAL_FORMS": "0"})
    runde = Runde.objects.get(tittel="Plankontor")
    assert _side("diskusjon", dokument) in client.get(runde.get_absolute_url()).content.decode()
