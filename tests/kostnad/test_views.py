"""The pages of money: what is shown, what is refused, and who gets 404."""

import json
from datetime import date

import pytest
from django.urls import reverse

from kostnad.domene.frysing import sha256
from kostnad.models import Budsjett, Fordeling, Noekkel
from kostnad.tjenester import vedta_fordeling
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune
from tests.kostnad.fabrikker_kostnad import (
    FOLKETALL,
    HALVT,
    lag_budsjett,
    lag_delt_avtale,
    lag_fordeling,
    lag_kommuner,
    lag_noekkel,
)

pytestmark = pytest.mark.django_db

TOMME_RADER = {"tilskudd-TOTAL_FORMS": "3", "tilskudd-INITIAL_FORMS": "0"}
FELLES = {"fra_aar": "2026", "avrunding": "krone", "tellepunkt": "samme_aar"}


@pytest.fixture
def koordinator(som):
    """Log in as the coordinator of an agreement's region."""
    return lambda avtale: som(lag_bruker("koordinator", region=avtale.region, navn="Kari Koordinator"))


@pytest.fixture
def politiker(som):
    """Log in as a politician of a participant."""
    return lambda avtale: som(lag_bruker("politiker", kommune=avtale.deltakelser.first().part))


def url(navn: str, avtale, *args: object) -> str:
    return reverse(f"kostnad:{navn}", args=[avtale.pk, *args])


def tekst(svar) -> str:
    """The page with ordinary spaces."""
    return " ".join(svar.content.decode().replace("\u00a0", " ").split())


def rader(*tilskudd: tuple[str, str]) -> dict[str, str]:
    """The formset of grants as a browser sends it."""
    data = {"tilskudd-TOTAL_FORMS": str(len(tilskudd)), "tilskudd-INITIAL_FORMS": "0"}
    for nr, (navn, beloep) in enumerate(tilskudd):
        data |= {f"tilskudd-{nr}-navn": navn, f"tilskudd-{nr}-beloep": beloep}
    return data


# Scope --------------------------------------------------------------------------------------------------------------


def sider(fordeling: Fordeling) -> list[str]:
    avtale = fordeling.avtale
    return [
        url("avtale", avtale),
        url("forslag", avtale, 2026),
        reverse("kostnad:fordeling", args=[fordeling.pk]),
        reverse("kostnad:fordeling_data", args=[fordeling.pk]),
    ]


def skrivesider(fordeling: Fordeling) -> list[str]:
    avtale = fordeling.avtale
    return [url("ny_noekkel", avtale), url("nytt_budsjett", avtale), url("budsjett", avtale, 2026)]


def test_politician_of_participant_reads_money_but_writes_nothing(politiker):
    fordeling = lag_fordeling(1000)
    klient = politiker(fordeling.avtale)
    assert [klient.get(side).status_code for side in sider(fordeling)] == [200] * 4
    assert [klient.get(side).status_code for side in skrivesider(fordeling)] == [404] * 3
    assert [klient.post(side, {}).status_code for side in skrivesider(fordeling)] == [404] * 3
    assert klient.post(url("vedta", fordeling.avtale, 2026), {}).status_code == 404
    assert "Vedta fordelingen" not in tekst(klient.get(url("forslag", fordeling.avtale, 2026)))


def test_outsiders_get_404_in_every_format(som):
    fordeling = lag_fordeling(1000)
    klient = som(lag_bruker("politiker", kommune=lag_kommune()))
    assert {klient.get(side).status_code for side in sider(fordeling) + skrivesider(fordeling)} == {404}
    assert klient.post(url("vedta", fordeling.avtale, 2026)).status_code == 404


def test_visitors_are_sent_to_log_in(client):
    fordeling = lag_fordeling(1000)
    svar = [client.get(side) for side in sider(fordeling)]
    assert all(s.status_code == 302 and "/konto/logg-inn/" in s.url for s in svar)


@pytest.mark.parametrize("aar", [0, 1814, 99999, 10**30])
def test_year_without_budget_is_404(koordinator, aar):
    avtale = lag_delt_avtale(1000)
    klient = koordinator(avtale)
    assert {klient.get(url(side, avtale, aar)).status_code for side in ("forslag", "budsjett")} == {404}


def test_address_out_of_reach_is_404(koordinator):
    klient = koordinator(lag_delt_avtale(1000))
    assert klient.get(f"/avtaler/{10**30}/kostnad/").status_code == 404
    assert klient.get(f"/kostnad/fordelinger/{10**30}/").status_code == 404


# The tab ------------------------------------------------------------------------------------------------------------


def test_cost_page_shows_key_in_words_budgets_and_adopted_amounts(politiker):
    fordeling = lag_fordeling(1000, 3000, steg=HALVT)
    lag_budsjett(fordeling.avtale, aar=2027, beloep=990_000, tilskudd=[("Skjønnsmidler", 90_000)])
    side = tekst(politiker(fordeling.avtale).get(url("avtale", fordeling.avtale)))
    assert "Beløpet deles 50 % likt på alle og 50 % etter folketall." in side
    for vist in ("990 000 kr", "Skjønnsmidler", "+90 000 kr", "10 %", "337 500 kr", "562 500 kr", "Se forslag"):
        assert vist in side


def test_cost_page_shows_key_of_the_chosen_date(politiker):
    avtale = lag_delt_avtale(1000, steg=FOLKETALL)
    lag_noekkel(avtale, steg=HALVT, fra_aar=2025)
    klient = politiker(avtale)
    foer, etter = (tekst(klient.get(url("avtale", avtale), {"dato": dato})) for dato in ("1.6.2024", "1.6.2025"))
    assert foer.index("Beløpet deles etter folketall") < foer.index("Beløpet deles 50 %")
    assert etter.index("Beløpet deles 50 %") < etter.index("Beløpet deles etter folketall")


def test_cost_page_of_what_is_to_come_shows_the_key_that_will_apply(politiker):
    avtale = lag_avtale(kommuner=lag_kommuner(1000))
    for fra_aar, steg in ((2028, HALVT), (2027, FOLKETALL)):
        lag_noekkel(avtale, steg=steg, fra_aar=fra_aar)
    side = tekst(politiker(avtale).get(url("avtale", avtale), {"dato": "1.6.2026"}))
    assert "Denne gjelder fra og med budsjettet for 2027:" in side
    assert side.index("Beløpet deles etter folketall") < side.index("1 annen nøkkel") < side.index("Beløpet deles 50 %")


def test_cost_page_says_when_budget_is_changed_after_adoption(politiker):
    fordeling = lag_fordeling(1000)
    lag_budsjett(fordeling.avtale, beloep=1, versjon=1)
    side = tekst(politiker(fordeling.avtale).get(url("avtale", fordeling.avtale)))
    assert "budsjettet er endret etter vedtaket" in side


def test_cost_page_of_agreement_without_money_says_so(koordinator):
    avtale = lag_avtale()
    side = tekst(koordinator(avtale).get(url("avtale", avtale)))
    for vist in ("ingen fordelingsnøkkel", "Ingen budsjett er lagt inn", "Ingen fordeling er vedtatt"):
        assert vist in side


@pytest.mark.parametrize("felt", ["noekkel", "budsjett"])
def test_invented_figures_are_marked(politiker, felt):
    avtale = lag_avtale(kommuner=lag_kommuner(1000))
    lag_noekkel(avtale, er_eksempel=felt == "noekkel")
    fordeling = vedta_fordeling(lag_budsjett(avtale, er_eksempel=felt == "budsjett"), av=None)
    klient = politiker(avtale)
    assert ["eksempeltall" in tekst(klient.get(side)) for side in sider(fordeling)[:3]] == [True] * 3


@pytest.mark.parametrize("antall", [1, 3])
def test_cost_page_has_fixed_number_of_queries(politiker, antall, django_assert_num_queries):
    avtale = lag_delt_avtale(*[1000] * antall)
    for nr in range(1, antall + 1):
        lag_noekkel(avtale, fra_aar=2020 + nr)
        lag_budsjett(avtale, aar=2026 + nr, tilskudd=[("Fylket", 1)])
    for _nr in range(antall):
        gammel = avtale.fordelinger.gjeldende().first()
        vedta_fordeling(avtale.budsjetter.get(aar=2026), av=None, erstatter=gammel)
    klient = politiker(avtale)
    with django_assert_num_queries(15):
        klient.get(url("avtale", avtale))


# The key ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mal", "svar", "steg"),
    [
        ("likt", {}, [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]}]),
        ("folketall", {}, [{"steg": "fordel", "etter": [{"kriterium": "folketall", "vekt": "1"}]}]),
        ("halvt", {}, HALVT),
        (
            "blandet",
            {"vekt_lik": "12,5 %", "vekt_folketall": "87,5"},
            [
                {
                    "steg": "fordel",
                    "etter": [{"kriterium": "lik", "vekt": "12.5"}, {"kriterium": "folketall", "vekt": "87.5"}],
                }
            ],
        ),
        (
            "prosent",
            {"deltaker": "9901", "prosent": "20", "vekt_lik": "0", "vekt_folketall": "100"},
            [
                {"steg": "fast_prosent", "deltaker": "9901", "prosent": "20"},
                {"steg": "fordel", "etter": [{"kriterium": "folketall", "vekt": "100"}]},
            ],
        ),
        (
            "sats",
            {"sats": "3,08", "tak": "66 635 kr", "resten": "lik"},
            [
                {"steg": "sats", "etter": "folketall", "beloep": "3.08", "tak": "66635"},
                {"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]},
            ],
        ),
        ("sats", {"sats": "25"}, [{"steg": "sats", "etter": "folketall", "beloep": "25"}]),
        (
            "grenser",
            {"vekt_lik": "50", "vekt_folketall": "50", "gulv": "1 000,50"},
            [*HALVT, {"steg": "grense", "gulv": "1000.50"}],
        ),
        ("egen", {"tekst": json.dumps({"noekkel": HALVT})}, HALVT),
        ("egen", {"tekst": "- {steg: fast_beloep, deltaker: alle, beloep: 400000}"}, None),
    ],
)
def test_template_becomes_steps(koordinator, mal, svar, steg):
    avtale = lag_delt_avtale(1000, 3000)
    side = koordinator(avtale).post(url("ny_noekkel", avtale), {"mal": mal, **FELLES, **svar})
    assert side.status_code == 302
    noekkel = avtale.noekler.first()
    assert noekkel.versjon == 2
    assert noekkel.steg == (steg or [{"steg": "fast_beloep", "deltaker": "alle", "beloep": "400000"}])


@pytest.mark.parametrize(
    ("mal", "svar", "setning"),
    [
        ("blandet", {"vekt_lik": "40", "vekt_folketall": "50"}, "De to prosentene må være 100 til sammen."),
        ("blandet", {"vekt_lik": "", "vekt_folketall": "x"}, "«x» kan ikke leses som en prosent"),
        ("prosent", {"prosent": "20", "vekt_lik": "50", "vekt_folketall": "50"}, "Velg hvem som betaler"),
        ("prosent", {"deltaker": "0301", "prosent": "20", "vekt_lik": "50", "vekt_folketall": "50"}, "0301"),
        ("sats", {"sats": "12.500"}, "«12.500» kan bety 12 500 kroner eller 12,50 kroner"),
        ("grenser", {"vekt_lik": "50", "vekt_folketall": "50"}, "Skriv et gulv, et tak eller begge."),
        ("grenser", {"vekt_lik": "50", "vekt_folketall": "50", "gulv": "2", "tak": "1"}, "er høyere enn taket"),
        ("egen", {"tekst": "- steg: gjett"}, "Steget «gjett» finnes ikke"),
        ("egen", {"tekst": "{"}, "verken gyldig JSON eller YAML"),
        ("egen", {"tekst": "bare tekst"}, "må være en liste"),
        ("egen", {"tekst": "[" * 5000}, "for mange nivåer"),
        ("egen", {"tekst": "[{steg: fordel, etter: [{kriterium: lik, vekt: 0.5}]}]"}, "flyttall"),
        ("likt", {"fra_aar": "1.500"}, "kan bety"),
        ("likt", {"fra_aar": "20260"}, "Skriv et år fra 1950 til 2199."),
        ("likt", {"avrunding": "tusen"}, "tusen"),
    ],
)
def test_impossible_answers_are_refused_with_a_sentence_and_kept(koordinator, mal, svar, setning):
    avtale = lag_delt_avtale(1000, 3000)
    side = koordinator(avtale).post(url("ny_noekkel", avtale), {"mal": mal, **FELLES, **svar})
    assert side.status_code == 422
    assert setning in tekst(side)
    assert "feiloppsummering" in tekst(side)
    assert avtale.noekler.count() == 1


def test_showing_the_split_stores_nothing(koordinator):
    avtale = lag_delt_avtale(1000, 3000)
    svar = {"mal": "folketall", "vis": "1", **FELLES}
    side = koordinator(avtale).post(url("ny_noekkel", avtale), svar)
    assert side.status_code == 200
    for vist in ("Slik blir det", "225 000 kr", "675 000 kr", "Ingenting er lagret"):
        assert vist in tekst(side)
    assert Noekkel.objects.count() == 1


def test_htmx_gets_only_the_preview(koordinator):
    avtale = lag_delt_avtale(1000, 3000)
    svar = {"mal": "folketall", "vis": "1", **FELLES}
    side = koordinator(avtale).post(url("ny_noekkel", avtale), svar, headers={"HX-Request": "true"})
    assert "225 000 kr" in tekst(side)
    assert "<html" not in tekst(side)


@pytest.mark.parametrize(
    ("mal", "svar", "setning"),
    [
        ("blandet", {"vekt_lik": "120", "vekt_folketall": "-20"}, "«120» er mer enn det hele."),
        ("blandet", {"vekt_lik": "50", "vekt_folketall": "-20"}, "«-20» er negativt."),
        ("blandet", {"vekt_lik": "40", "vekt_folketall": "50"}, "De to prosentene må være 100 til sammen."),
        ("egen", {"tekst": "- {steg: fast_prosent, deltaker: '9901', prosent: 120}"}, "fra 0 til 100, ikke 120."),
        ("sats", {"sats": ""}, "Fyll ut skjemaet for å se fordelingen."),
    ],
)
def test_preview_of_an_impossible_key_says_what_is_wrong(koordinator, mal, svar, setning):
    avtale = lag_delt_avtale(1000, 3000)
    data = {"mal": mal, "vis": "1", **FELLES, **svar}
    side = koordinator(avtale).post(url("ny_noekkel", avtale), data, headers={"HX-Request": "true"})
    assert side.status_code == 200
    assert setning in tekst(side)


def test_preview_says_why_there_is_none(koordinator):
    avtale = lag_avtale(kommuner=[lag_kommune("Aa", "9901")])
    klient = koordinator(avtale)
    svar = {"mal": "folketall", "vis": "1", **FELLES}
    assert "Legg inn et budsjett" in tekst(klient.post(url("ny_noekkel", avtale), svar))
    lag_budsjett(avtale)
    assert "Aa mangler folketall per 1. januar 2026" in tekst(klient.post(url("ny_noekkel", avtale), svar))


@pytest.mark.parametrize("mal", ["", "halvt", "blandet", "prosent", "sats", "grenser", "egen", "finnes-ikke"])
def test_every_template_has_its_form(koordinator, mal):
    avtale = lag_delt_avtale(1000)
    side = koordinator(avtale).get(url("ny_noekkel", avtale), {"mal": mal})
    assert side.status_code == 200
    assert 'name="fra_aar" value="2026"' in tekst(side)


# The budget ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skrevet", "oere"),
    [("1 234,50", 123450), ("1.234,50", 123450), ("100 000 kr", 10_000_000), ("1350000", 135_000_000), ("", None)],
)
def test_amount_is_read_as_norwegians_write_it(koordinator, skrevet, oere):
    avtale = lag_avtale()
    data = {"aar": "2026", "beloep": skrevet, **TOMME_RADER}
    assert koordinator(avtale).post(url("nytt_budsjett", avtale), data).status_code == 302
    assert avtale.budsjetter.get().beloep_oere == oere


@pytest.mark.parametrize(
    ("data", "setning"),
    [
        ({"beloep": "12.500"}, "«12.500» kan bety 12 500 kroner eller 12,50 kroner"),
        ({"beloep": "\u22125"}, "er et negativt beløp"),
        ({"beloep": "mye"}, "kan ikke leses som et beløp"),
        ({"beloep": "100", "aar": ""}, "Skriv hvilket år budsjettet gjelder."),
        ({"beloep": "100", **rader(("Fylket", "150"))}, "Tilskuddene er større enn beløpet"),
        ({"beloep": "100", **rader(("Fylket", ""))}, "Skriv beløpet for tilskuddet «Fylket»."),
        ({"beloep": "100", **rader(("", "50"))}, "Skriv navnet på tilskuddet."),
        ({"beloep": "", **rader(("Fylket", "50"))}, "når budsjettet har et beløp"),
        ({"beloep": "100", "tilskudd-TOTAL_FORMS": "x"}, "Skjemaet kom ikke helt fram"),
    ],
)
def test_budget_that_cannot_be_read_is_refused_and_kept(koordinator, data, setning):
    avtale = lag_avtale()
    side = koordinator(avtale).post(url("nytt_budsjett", avtale), {"aar": "2026", **TOMME_RADER, **data})
    assert side.status_code == 422
    assert setning in tekst(side)
    assert "<title>Feil: " in tekst(side)
    assert not Budsjett.objects.exists()


def test_empty_budget_form_is_refused_not_broken(koordinator):
    avtale = lag_avtale()
    assert koordinator(avtale).post(url("nytt_budsjett", avtale), {}).status_code == 422


def test_reading_back_the_amount_stores_nothing(koordinator):
    avtale = lag_avtale()
    data = {"aar": "2026", "beloep": "1350000", "les": "1", **rader(("Skjønnsmidler", "730 000"))}
    klient = koordinator(avtale)
    for hoder in ({}, {"HX-Request": "true"}):
        side = tekst(klient.post(url("nytt_budsjett", avtale), data, headers=hoder))
        assert 'Lest som <strong class="beloep">1 350 000 kr</strong>' in side
        assert 'Til fordeling: <strong class="beloep">620 000 kr</strong>' in side
    assert not Budsjett.objects.exists()


def test_budget_is_changed_with_its_grants(koordinator):
    avtale = lag_avtale()
    lag_budsjett(avtale, beloep=100, tilskudd=[("Skjønnsmidler", 10)])
    klient = koordinator(avtale)
    assert 'value="Skjønnsmidler"' in tekst(klient.get(url("budsjett", avtale, 2026)))
    data = {"beloep": "200", "versjon": "1", **rader(("Fylket", "30"), ("", ""))}
    assert klient.post(url("budsjett", avtale, 2026), data).status_code == 302
    budsjett = avtale.budsjetter.get()
    assert (budsjett.beloep_oere, [et.navn for et in budsjett.tilskudd.all()]) == (200_00, ["Fylket"])


def test_conflict_shows_mine_and_theirs_and_lets_me_save_again(koordinator):
    avtale = lag_avtale()
    lag_budsjett(avtale, beloep=100)
    lag_budsjett(avtale, beloep=150, versjon=1)
    klient = koordinator(avtale)
    data = {"beloep": "200", "versjon": "1", **TOMME_RADER}
    side = klient.post(url("budsjett", avtale, 2026), data)
    assert side.status_code == 409
    assert "<td>200 kr</td><td>150 kr</td>" in tekst(side)
    assert 'name="versjon" value="2"' in tekst(side)
    assert klient.post(url("budsjett", avtale, 2026), data | {"versjon": "2"}).status_code == 302
    assert avtale.budsjetter.get().beloep_oere == 200_00


def test_new_budget_for_a_year_that_has_one_leads_to_that_one(koordinator):
    avtale = lag_avtale()
    lag_budsjett(avtale, beloep=100)
    side = koordinator(avtale).post(url("nytt_budsjett", avtale), {"aar": "2026", "beloep": "200", **TOMME_RADER})
    assert side.status_code == 422
    assert "Budsjettet for 2026 finnes. Rett det i stedet." in side.context["form"].errors["aar"]
    assert f'<a href="{url("budsjett", avtale, 2026)}">Rett budsjettet for 2026</a>' in tekst(side)
    assert avtale.budsjetter.get().beloep_oere == 100_00


def test_budget_of_a_year_before_the_agreement_is_refused(koordinator):
    avtale = lag_avtale(fra=date(2026, 5, 1))
    klient = koordinator(avtale)
    side = klient.post(url("nytt_budsjett", avtale), {"aar": "2025", "beloep": "200", **TOMME_RADER})
    setning = "Avtalen gjelder fra 1. mai 2026. Budsjettet kan tidligst være for 2026."
    assert side.context["form"].errors["aar"] == [setning]
    assert klient.post(url("nytt_budsjett", avtale), {"aar": "2026", **TOMME_RADER}).status_code == 302


@pytest.mark.parametrize(
    ("steg", "beloep", "varsler"),
    [
        (None, "", True),
        (FOLKETALL, "", True),
        ([{"steg": "sats", "etter": "folketall", "beloep": "25"}], "", False),
        (FOLKETALL, "900 000", False),
    ],
)
def test_budget_without_an_amount_warns_that_the_key_must_have_rates(koordinator, steg, beloep, varsler):
    avtale = lag_avtale(kommuner=lag_kommuner(1000))
    if steg:
        lag_noekkel(avtale, steg=steg)
    data = {"aar": "2026", "beloep": beloep, **TOMME_RADER}
    side = tekst(koordinator(avtale).post(url("nytt_budsjett", avtale), data, follow=True))
    assert ("Da må nøkkelen ha satser som setter summen." in side) is varsler
    assert "finnes ikke ennå" not in side


MANGLER_FOLKETALL = "Folketallet for 1. januar 2027 finnes ikke ennå. Forslaget kan lages når det er lest inn."


@pytest.mark.parametrize(("tellepunkt", "varsler"), [("samme_aar", True), ("aaret_foer", False)])
def test_key_and_budget_of_a_year_without_population_warn_when_stored(koordinator, tellepunkt, varsler):
    avtale = lag_delt_avtale(1000, 3000, steg=FOLKETALL)
    klient = koordinator(avtale)
    svar = {**FELLES, "fra_aar": "2027", "mal": "folketall", "tellepunkt": tellepunkt}
    side = klient.post(url("ny_noekkel", avtale), svar, follow=True)
    assert (MANGLER_FOLKETALL in tekst(side)) is varsler
    side = klient.post(url("nytt_budsjett", avtale), {"aar": "2027", "beloep": "100", **TOMME_RADER}, follow=True)
    assert (MANGLER_FOLKETALL in tekst(side)) is varsler
    forslag = tekst(klient.get(url("forslag", avtale, 2027)))
    assert ("mangler folketall per 1. januar 2027" in forslag) is varsler


def test_key_of_equal_parts_needs_no_population(koordinator):
    avtale = lag_delt_avtale(1000)
    side = koordinator(avtale).post(
        url("ny_noekkel", avtale), {**FELLES, "fra_aar": "2027", "mal": "likt"}, follow=True
    )
    assert "finnes ikke ennå" not in tekst(side)


def test_key_form_suggests_the_year_before_when_the_budget_year_has_no_figures(koordinator):
    avtale = lag_delt_avtale(1000)
    klient = koordinator(avtale)
    assert klient.get(url("ny_noekkel", avtale)).context["form"]["tellepunkt"].value() == "samme_aar"
    lag_budsjett(avtale, aar=2027)
    assert klient.get(url("ny_noekkel", avtale)).context["form"]["tellepunkt"].value() == "aaret_foer"


# The proposal and adopting it ---------------------------------------------------------------------------------------


def test_proposal_shows_amounts_shares_and_derivation(politiker):
    avtale = lag_delt_avtale(1000, 3000, steg=HALVT)
    side = tekst(politiker(avtale).get(url("forslag", avtale, 2026)))
    for vist in ("337 500 kr", "37,50 %", "3/8", "337,50 kr", "900 000 kr", "Slik ble beløpet", "SSB tabell 07459"):
        assert vist in side
    assert "50 % etter folketall" in side


def test_amounts_of_a_split_all_have_oere_when_one_has(politiker):
    avtale = lag_avtale(kommuner=lag_kommuner(1000, 3000, 4000))
    lag_noekkel(avtale, avrunding="oere")
    lag_budsjett(avtale, beloep=100)
    side = tekst(politiker(avtale).get(url("forslag", avtale, 2026)))
    for vist in ('<td class="tall">33,34 kr</td>', '<td class="tall">33,33 kr</td>', '<td class="tall">100,00 kr</td>'):
        assert vist in side


def test_proposal_is_derived_in_nynorsk(som):
    avtale = lag_delt_avtale(1000, steg=FOLKETALL)
    klient = som(lag_bruker("politiker", kommune=avtale.deltakelser.first().part, maalform="nn"))
    klient.cookies["spraak"] = "nn"
    side = tekst(klient.get(url("forslag", avtale, 2026)))
    assert "Etter folketal:" in side
    assert "Beløpet blir delt etter folketal." in side


def test_impossible_key_is_a_clear_sentence(koordinator):
    avtale = lag_delt_avtale(1000, steg=[*HALVT, {"steg": "grense", "gulv": "1000000"}])
    side = koordinator(avtale).get(url("forslag", avtale, 2026))
    assert side.status_code == 200
    assert "Gulvet krever 1 000 000 kr til sammen, men deltakerne skal bare dele 900 000 kr." in tekst(side)
    assert "Vedta fordelingen" not in tekst(side)


def vedta(klient, avtale, **data: object):
    """Adopt what the proposal page shows."""
    side = klient.get(url("forslag", avtale, 2026))
    return klient.post(url("vedta", avtale, 2026), {"lest": side.context["tabell"].sha256, **data})


def test_adopting_freezes_and_leads_to_the_frozen_page(koordinator):
    avtale = lag_delt_avtale(1000, 3000)
    klient = koordinator(avtale)
    svar = vedta(klient, avtale)
    fordeling = Fordeling.objects.get()
    assert svar.url == fordeling.get_absolute_url()
    side = tekst(klient.get(svar.url))
    for vist in ("Kari Koordinator", fordeling.sha256, "450 000 kr", "SSB tabell 07459", "er vedtatt og frosset"):
        assert vist in side
    assert "stemmer ikke med fingeravtrykket" not in side


def test_correction_needs_the_box_and_marks_the_old(koordinator):
    avtale = lag_delt_avtale(1000, 3000)
    klient = koordinator(avtale)
    vedta(klient, avtale)
    foerste = Fordeling.objects.get()
    assert "allerede vedtatt" in tekst(klient.get(vedta(klient, avtale).url))
    assert Fordeling.objects.count() == 1
    vedta(klient, avtale, erstatter=foerste.pk)
    assert Fordeling.objects.gjeldende().get().erstatter == foerste
    assert "Denne fordelingen gjelder ikke lenger" in tekst(klient.get(foerste.get_absolute_url()))


@pytest.mark.parametrize("data", [{}, {"lest": "0" * 64}, {"lest": "x", "erstatter": "tull"}])
def test_proposal_nobody_has_seen_is_not_adopted(koordinator, data):
    avtale = lag_delt_avtale(1000)
    svar = koordinator(avtale).post(url("vedta", avtale, 2026), data, follow=True)
    assert "endret siden du så forslaget" in tekst(svar)
    assert not Fordeling.objects.exists()


def test_adopting_takes_a_post(koordinator):
    avtale = lag_delt_avtale(1000)
    assert koordinator(avtale).get(url("vedta", avtale, 2026)).status_code == 405


@pytest.mark.parametrize("antall", [1, 3])
def test_proposal_has_fixed_number_of_queries(politiker, antall, django_assert_num_queries):
    avtale = lag_delt_avtale(*[1000] * antall)
    klient = politiker(avtale)
    with django_assert_num_queries(14):
        klient.get(url("forslag", avtale, 2026))


# The frozen split ---------------------------------------------------------------------------------------------------


def test_data_is_the_page_and_its_hash_can_be_checked(politiker):
    fordeling = lag_fordeling(1000, 3000, steg=HALVT)
    data = politiker(fordeling.avtale).get(reverse("kostnad:fordeling_data", args=[fordeling.pk])).json()
    assert sha256(data["frosset"]) == data["sha256"] == fordeling.sha256
    assert [d["beloep"] for d in data["frosset"]["resultat"]["deltakere"]] == ["337500", "562500"]
    assert "etter folketall" in " ".join(data["utledning"]["9901"])
    assert data["kilder"][0]["kilde"] == "SSB tabell 07459"


def test_frozen_page_is_unmoved_by_later_changes(politiker):
    fordeling = lag_fordeling(1000, 3000, steg=FOLKETALL)
    klient = politiker(fordeling.avtale)
    foer = tekst(klient.get(fordeling.get_absolute_url()))
    for deltakelse in fordeling.avtale.deltakelser.all():
        deltakelse.part.statistikk.update(verdi=7)
        deltakelse.part.identiteter.update(navn="Nytt navn")
    lag_budsjett(fordeling.avtale, beloep=1, versjon=1)
    assert "225 000 kr" in foer
    assert tekst(klient.get(fordeling.get_absolute_url())).partition("<main")[2] == foer.partition("<main")[2]


@pytest.mark.parametrize("antall", [1, 3])
def test_frozen_page_has_fixed_number_of_queries(politiker, antall, django_assert_num_queries):
    fordeling = lag_fordeling(*[1000] * antall)
    klient = politiker(fordeling.avtale)
    with django_assert_num_queries(8):
        klient.get(fordeling.get_absolute_url())


# A former participant (docs/valg/0006) ------------------------------------------------------------------------------


@pytest.fixture
def forlatt():
    """An agreement split in 2026 and 2027; the first participant left at the end of 2026."""
    avtale = lag_delt_avtale(100, 200, 300)
    vedta_fordeling(avtale.budsjetter.get(), av=None)
    avtale.deltakelser.filter(part__nummer="9901").update(til=date(2026, 10, 1))
    lag_noekkel(avtale, fra_aar=2027, kilde="Ny nøkkel")
    vedta_fordeling(lag_budsjett(avtale, aar=2027, beloep=765_432), av=None)
    return avtale


def test_one_who_has_left_sees_the_years_it_was_in_and_no_other(forlatt, politiker):
    klient = politiker(forlatt)
    siden = tekst(klient.get(url("avtale", forlatt)))
    assert "900 000" in siden
    assert "765 432" not in siden
    assert "Ny nøkkel" not in siden
    egen, ny = forlatt.fordelinger.get(aar=2026), forlatt.fordelinger.get(aar=2027)
    for navn in ("fordeling", "fordeling_data"):
        assert klient.get(reverse(f"kostnad:{navn}", args=[egen.pk])).status_code == 200
        assert klient.get(reverse(f"kostnad:{navn}", args=[ny.pk])).status_code == 404
    assert klient.get(url("forslag", forlatt, 2026)).status_code == 200
    assert klient.get(url("forslag", forlatt, 2027)).status_code == 404


def test_those_who_are_in_and_the_coordinator_see_every_year(forlatt, som, koordinator):
    inne = som(lag_bruker("politiker", kommune=forlatt.deltakelser.get(part__nummer="9902").part))
    assert "765 432" in tekst(inne.get(url("avtale", forlatt)))
    assert "Ny nøkkel" in tekst(koordinator(forlatt).get(url("avtale", forlatt)))
