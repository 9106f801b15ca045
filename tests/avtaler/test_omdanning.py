"""Conversion in one operation: drafts with everything copied, related both ways; all of it or nothing."""

from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse

from avtaler.models import Avtale, Deloppgave, Dokument, Organ, Sted, Verv
from avtaler.tjenester import Avvist, Konflikt, knytt, meld_inn
from avtaler.tjenester.omdanning import Etterfoelger, omdann, sett_i_kraft
from avtaler.tjenester.uttreden import si_opp
from avtaler.uttrekk.omdanningsside import planlagt_ikrafttreden
from kommuner.foresporsel import idag
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_oppgave, lag_region

pytestmark = pytest.mark.django_db

DAG = date(2023, 5, 1)


@pytest.fixture
def region():
    return lag_region("Sogn", kommuner=[lag_kommune("Luster"), lag_kommune("Sogndal"), lag_kommune("Vik")])


@pytest.fixture
def regionraadet(region):
    """The § 27 council of Sogn with one of everything that hangs on an agreement."""
    kommuner = [rad.part for rad in region.medlemskap.all()]
    naering, ikt = lag_oppgave("Næring"), lag_oppgave("IKT")
    avtale = lag_avtale(
        "Sogn regionråd", form="P27_1992", region=region, kommuner=kommuner, fra=date(2001, 1, 1), klasse="utvikling",
        formaal=["Vera ein pådrivar", "Utvikle tenester"], oppgaver=[naering, ikt], maalform="nn",
        andeler=[Fraction(1, 3)] * 3, oppsigelse_maaneder=6, oppsigelse_regel="aarsskifte",
        bestemmelser={"P27.a": "Ordførarane.", "P27.b": "Utvikling.", "P27.c": "Ingen.", "P27.e": "Seks månader."},
    )  # fmt: skip
    organ = Organ.objects.create(avtale=avtale, type="styre", navn="Styret")
    Verv.objects.create(organ=organ, part=kommuner[0], navn="Ordføraren i Luster", fra=date(2019, 10, 1))
    Dokument.objects.create(
        avtale=avtale, tittel="Vedtekter", filnavn="v.pdf", sha256="a" * 64, endelse="pdf", mimetype="application/pdf",
        stoerrelse=10, er_offentlig=True, lagt_inn="2020-01-01T12:00Z",
    )  # fmt: skip
    Sted.objects.create(avtale=avtale, part=kommuner[1], navn="Kontoret", fra=date(2010, 1, 1))
    Deloppgave.objects.create(avtale=avtale, navn="Felles vakt", fra=date(2010, 1, 1))
    return avtale


def begge(avtale, **felt):
    formaal = [rad.pk for rad in avtale.formaal.all()]
    oppgaver = [rad.pk for rad in avtale.oppgaver.order_by("navn_nb")]
    return [
        Etterfoelger(
            form="IPR", navn=felt.get("ipr", "Sognarådet interkommunalt politisk råd"),
            formaal=frozenset(formaal[:1]), oppgaver=frozenset(oppgaver[1:]),
        ),
        Etterfoelger(
            form="KO", navn=felt.get("ko", "Sogn kommunalt oppgåvefellesskap (Sogn KO)"),
            formaal=frozenset(formaal), oppgaver=frozenset(oppgaver[:1]),
        ),
    ]  # fmt: skip


def test_one_operation_makes_an_ipr_and_a_ko_and_ends_the_old(regionraadet):
    ipr, ko = omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=True)
    regionraadet.refresh_from_db()
    assert regionraadet.til == DAG
    assert not regionraadet.deltakelser.filter(til__isnull=True).exists()
    assert [(ny.form, ny.klasse, ny.er_utkast, ny.fra, ny.maalform) for ny in (ipr, ko)] == [
        ("IPR", "utvikling", True, DAG, "nn"), ("KO", "tjenesteyting", True, DAG, "nn"),
    ]  # fmt: skip
    assert set(regionraadet.relasjoner_ut.values_list("til_avtale", "type", "dato")) == {
        (ipr.pk, "omdannet_til", DAG), (ko.pk, "omdannet_til", DAG),
    }  # fmt: skip
    assert ko.relasjoner_ut.get().til_avtale == ipr
    assert ko.relasjoner_ut.get().type == "realiserer_sammen"


def test_organs_keep_their_place_their_seats_and_their_portfolio(regionraadet):
    styret = regionraadet.organer.get()
    part = regionraadet.deltakelser.first().part
    over = Organ.objects.create(avtale=regionraadet, type="representantskap", moeter_aarlig=4, krever_tillitsvalgt=True)
    over.setetall.create(part=part, medlemmer=2, varamedlemmer=2, fra=date(2020, 1, 1))
    over.foelger.add(lag_avtale(region=regionraadet.region))
    Organ.objects.filter(pk=styret.pk).update(overordnet=over)
    Organ.objects.create(avtale=regionraadet, type="nettverk", til=date(2022, 1, 1))
    ipr, _ko = omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=False)
    nye = {organ.type: organ for organ in ipr.organer.all()}
    assert set(nye) == {"representantskap", "styre"}
    assert nye["styre"].overordnet == nye["representantskap"]
    assert (nye["representantskap"].moeter_aarlig, nye["representantskap"].krever_tillitsvalgt) == (4, True)
    assert [(rad.part, rad.medlemmer, rad.fra) for rad in nye["representantskap"].setetall.all()] == [(part, 2, DAG)]
    assert nye["representantskap"].foelger.count() == 1


def test_everything_follows_for_review(regionraadet):
    ipr, ko = omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=False)
    for ny in (ipr, ko):
        assert [(rad.part.navn, rad.eierandel, rad.fra) for rad in ny.deltakelser.all()] == [
            ("Luster", Fraction(1, 3), DAG), ("Sogndal", Fraction(1, 3), DAG), ("Vik", Fraction(1, 3), DAG),
        ]  # fmt: skip
        assert set(ny.organer.values_list("type", flat=True)) == {"representantskap", "styre"}
        assert [verv.navn for verv in Verv.objects.filter(organ__avtale=ny)] == ["Ordføraren i Luster"]
        assert ny.dokumenter.get().sha256 == "a" * 64
        assert (ny.oppsigelse_maaneder, ny.oppsigelse_regel) == (6, "aarsskifte")
    assert [rad.tekst for rad in ipr.formaal.all()] == ["Vera ein pådrivar"]
    assert [rad.tekst for rad in ko.formaal.all()] == ["Vera ein pådrivar", "Utvikle tenester"]
    assert [ny.oppgaver.get().navn_nb for ny in (ipr, ko)] == ["Næring", "IKT"]
    ipr_klausuler = dict(ipr.versjoner.get().bestemmelser.exclude(krav="").values_list("krav", "tekst"))
    assert ipr_klausuler == {
        "IPR.c": "Ordførarane.", "IPR.d": "Utvikling.", "IPR.g": "Seks månader.", "IPR.h": "Seks månader.",
    }  # fmt: skip
    fri = ipr.versjoner.get().bestemmelser.get(krav="")
    assert (fri.tittel, fri.tekst) == ("Innskot", "Ingen.")
    assert not ko.versjoner.get().bestemmelser.filter(krav="").exists()
    assert [ny.steder.count() for ny in (ipr, ko)] == [0, 1]
    assert [ny.deloppgaver.count() for ny in (ipr, ko)] == [0, 1]


def test_one_that_has_given_notice_still_leaves(regionraadet):
    gaar = regionraadet.deltakelser.get(part__navn="Vik")
    si_opp(deltakelse_id=gaar.pk, versjon=1, varsel=date(2023, 3, 15), idag=DAG)
    for ny in omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=True):
        kopi = ny.deltakelser.get(part__navn="Vik")
        assert (kopi.oppsagt, kopi.til) == (date(2023, 3, 15), date(2024, 1, 1))
        assert ny.deltakelser.filter(til__isnull=True).count() == 2


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"ipr": "Sognarådet"}, "interkommunalt politisk råd"),
        ({"ko": ""}, "Skriv navnet"),
    ],
)
def test_all_or_nothing(regionraadet, felt, setning):
    foer = Avtale.objects.count()
    with pytest.raises(Avvist, match=setning):
        omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet, **felt), avslutt=True)
    assert Avtale.objects.count() == foer
    regionraadet.refresh_from_db()
    assert regionraadet.til is None


def test_a_participant_from_later_stops_the_whole_conversion(regionraadet):
    meld_inn(regionraadet, part=lag_kommune("Aurland"), fra=date(2024, 1, 1))
    foer = Avtale.objects.count()
    with pytest.raises(Avvist, match="senere dato"):
        omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=True)
    assert Avtale.objects.count() == foer


def test_a_purpose_nobody_takes_over_and_a_form_the_law_does_not_give_are_refused(regionraadet, region):
    with pytest.raises(Avvist, match="Ingen av de nye"):
        omdann(
            avtale_id=regionraadet.pk, versjon=1, fra=DAG, avslutt=True,
            etterfoelgere=[Etterfoelger(form="IPR", navn="Sogn IPR")],
        )  # fmt: skip
    with pytest.raises(Avvist, match="den formen"):
        omdann(
            avtale_id=regionraadet.pk, versjon=1, fra=DAG, avslutt=True,
            etterfoelgere=[Etterfoelger(form="VERT_ADM", navn="Sogn")],
        )  # fmt: skip
    with pytest.raises(Konflikt):
        omdann(avtale_id=regionraadet.pk, versjon=9, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=True)
    omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=False)
    with pytest.raises(Avvist, match="alt omdannet"):
        omdann(avtale_id=regionraadet.pk, versjon=None, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=False)


def test_a_host_cooperation_becomes_one_under_chapter_20(region):
    luster, sogndal, _vik = [rad.part for rad in region.medlemskap.all()]
    gammel = lag_avtale("Felles landbruksforvaltning", form="P28_1992", region=region, formaal=["Landbruk"])
    meld_inn(gammel, part=sogndal, rolle="vertskommune", fra=date(2020, 1, 1))
    meld_inn(gammel, part=luster, rolle="samarbeidskommune", fra=date(2020, 1, 1))
    formaal = frozenset(rad.pk for rad in gammel.formaal.all())
    [ny] = omdann(
        avtale_id=gammel.pk, versjon=1, fra=DAG, avslutt=True,
        etterfoelgere=[Etterfoelger(form="VERT_ADM", navn="Felles landbruksforvaltning", formaal=formaal)],
    )  # fmt: skip
    assert ny.eget_rettssubjekt is False
    assert {rad.part.navn: rad.rolle for rad in ny.deltakelser.all()} == {
        "Sogndal": "vertskommune", "Luster": "samarbeidskommune",
    }  # fmt: skip


def test_the_old_ends_when_the_new_take_effect(regionraadet):
    nye = omdann(avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=False)
    regionraadet.refresh_from_db()
    assert regionraadet.til is None
    senere = date(2023, 7, 1)
    sett_i_kraft(avtale_id=regionraadet.pk, versjon=None, fra=senere)
    regionraadet.refresh_from_db()
    assert regionraadet.til == senere
    for ny in nye:
        ny.refresh_from_db()
        assert (ny.er_utkast, ny.fra) == (False, senere)
        assert {rad.fra for rad in ny.deltakelser.all()} == {senere}
        assert {verv.fra for verv in Verv.objects.filter(organ__avtale=ny)} == {senere}
    assert set(regionraadet.relasjoner_ut.values_list("dato", flat=True)) == {senere}
    with pytest.raises(Avvist, match="ingen etterfølgere"):
        sett_i_kraft(avtale_id=regionraadet.pk, versjon=None, fra=senere)


def test_a_draft_of_another_region_does_not_take_effect_with_the_old(regionraadet):
    [egen, *_rest] = omdann(
        avtale_id=regionraadet.pk, versjon=1, fra=DAG, etterfoelgere=begge(regionraadet), avslutt=False
    )
    fremmed = lag_avtale("Hemmelig", er_utkast=True, fra=date(2022, 1, 1))
    knytt(regionraadet, fremmed, type="omdannet_til")
    assert planlagt_ikrafttreden(regionraadet) == DAG
    assert fremmed not in sett_i_kraft(avtale_id=regionraadet.pk, versjon=None, fra=DAG)
    egen.refresh_from_db()
    fremmed.refresh_from_db()
    assert (egen.er_utkast, fremmed.er_utkast) == (False, True)


def test_the_pages_from_preview_to_effect(som, regionraadet, region):
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:omdann", args=[regionraadet.pk])
    assert adresse in klient.get(regionraadet.get_absolute_url()).text
    side = klient.get(adresse)
    assert side.status_code == 200
    assert "koml. § 31-2" in side.text
    assert "Sogn interkommunalt politisk råd" in side.text
    skrevet = {
        "versjon": "1", "former": ["IPR", "KO"], "fra": "1.1.2030", "avslutt": "ikraft",
        "navn-IPR": "Sognarådet IPR", "navn-KO": "Sogn KO",
        **{f"formaal-{rad.pk}": ["IPR", "KO"] for rad in regionraadet.formaal.all()},
        **{f"oppgave-{rad.pk}": ["KO"] for rad in regionraadet.oppgaver.all()},
    }  # fmt: skip
    vist = klient.post(adresse, skrevet)
    assert vist.status_code == 200
    assert "Dette blir gjort" in vist.text
    assert not regionraadet.relasjoner_ut.exists()
    assert klient.post(adresse, skrevet | {"navn-IPR": "Sognarådet", "bekreft": "1"}).status_code == 422
    assert klient.post(adresse, skrevet | {"versjon": "7", "bekreft": "1"}).status_code == 409
    ferdig = klient.post(adresse, skrevet | {"bekreft": "1"})
    assert ferdig.status_code == 302
    ipr = Avtale.objects.get(navn="Sognarådet IPR")
    gjennomgang = reverse("avtaler:gjennomgaa", args=[ipr.pk])
    assert ferdig.url == gjennomgang
    liste = klient.get(gjennomgang)
    assert "Sogn regionråd" in liste.text
    assert "Luster" in liste.text
    assert gjennomgang in klient.get(ipr.get_absolute_url()).text
    ikraft = reverse("avtaler:omdanning_i_kraft", args=[regionraadet.pk])
    assert klient.get(ikraft).status_code == 200
    assert klient.post(ikraft, {"fra": ""}).status_code == 422
    assert klient.post(ikraft, {"fra": "1.2.2030"}).status_code == 302
    ipr.refresh_from_db()
    assert ipr.er_utkast is False
    assert "Omdannet fra" in klient.get(ipr.get_absolute_url()).text
    assert "Omdannet til" in klient.get(regionraadet.get_absolute_url() + "?dato=1.1.2020").text


def test_only_closed_forms_can_be_converted(som, region):
    avtale = lag_avtale(form="KO", region=region)
    klient = som(lag_bruker("koordinator", region=region))
    assert klient.get(reverse("avtaler:omdann", args=[avtale.pk])).status_code == 200
    assert "kan ikke omdannes" in klient.get(reverse("avtaler:omdann", args=[avtale.pk])).text
    assert idag() > DAG
