"""Behind closed doors: what readers without insight see of a closed item and of a closed meeting, in every format."""

from datetime import date

import pytest
from django.urls import reverse

from tests.fabrikker import lag_bruker, lag_kommune, lag_region

from .moeteproever import lag_moete, lag_samarbeid

pytestmark = pytest.mark.django_db

HEMMELIG = "Tilsetting av leder"
VEDTAK = "Hemmeligvedtak"
HJEMMEL = "koml. § 11-5(2)"


@pytest.fixture
def lukket():
    """A closed item and a closed meeting, each with words nobody outside may read; and those who read."""
    region, avtale, parter = lag_samarbeid()
    organets_initiativ = lag_moete(avtale, type="styre", dato=date(2026, 9, 1)).organ.initiativer
    moete = lag_moete(avtale)
    initiativ = organets_initiativ.create(
        til_organ=moete.organ, tittel="Ny leder", tekst="Vi trenger en leder.", dato=date(2026, 9, 1)
    )
    moete.saker.create(
        rekkefoelge=1, tittel=HEMMELIG, vedtak=VEDTAK, er_lukket=True, lukket_hjemmel=HJEMMEL,
        ansvarlig="Hemmeligstyret", initiativ=initiativ, saksnummer="HEM/26",
    )  # fmt: skip
    helt = lag_moete(
        avtale, dato=date(2026, 9, 3), er_aapent=False, lukket_hjemmel=HJEMMEL, referat="Hemmeligreferat",
        tittel="Hemmeligmøte", lenke="https://example.org/hemmelig",
    )  # fmt: skip
    lag_moete(avtale, dato=date(2026, 12, 3), er_aapent=False, lukket_hjemmel=HJEMMEL, tittel="Hemmeligmøte",
              status="planlagt")  # fmt: skip
    helt.saker.create(rekkefoelge=1, tittel="Hemmeligsak", vedtak="Hemmeligbeslutning", avtale=avtale)
    annen = lag_kommune("Vik")
    lesere = {
        "besøkende": None, "annen kommune": lag_bruker("politiker", kommune=annen),
        "annen koordinator": lag_bruker("koordinator", region=lag_region(kommuner=[annen])),
        "politiker": lag_bruker("politiker", kommune=parter[0]),
        "koordinator": lag_bruker("koordinator", region=region),
    }  # fmt: skip
    adresser = [
        moete.get_absolute_url(), helt.get_absolute_url(), reverse("avtaler:moeter"), reverse("avtaler:vedtakslogg"),
        reverse("avtaler:vedtaksfil"), reverse("avtaler:vedtaksfil") + f"?avtale={avtale.pk}",
        reverse("avtaler:initiativ", args=[initiativ.pk]), reverse("avtaler:avtale", args=[avtale.pk]),
        reverse("avtaler:organ", args=[moete.organ_id]),
    ]  # fmt: skip
    return lesere, adresser


def _tekst(client, leser, adresser):
    if leser:
        client.force_login(leser)
    svar = [client.get(f"{adresse}{'&' if '?' in adresse else '?'}dato=2026-11-20") for adresse in adresser]
    assert [ett.status_code for ett in svar] == [200] * len(adresser)
    return "".join(ett.content.decode() for ett in svar)


@pytest.mark.parametrize("hvem", ["besøkende", "annen kommune", "annen koordinator"])
def test_reader_without_insight_is_told_only_that_it_is_closed_and_why(client, lukket, hvem):
    lesere, adresser = lukket
    tekst = _tekst(client, lesere[hvem], adresser)
    assert [ord_ for ord_ in (HEMMELIG, VEDTAK, "emmelig", "HEM/26") if ord_ in tekst] == []
    assert "Unntatt offentlighet" in tekst
    assert HJEMMEL in tekst


@pytest.mark.parametrize("hvem", ["politiker", "koordinator"])
def test_those_who_take_part_read_all_of_it_in_every_format(client, lukket, hvem):
    lesere, adresser = lukket
    tekst = _tekst(client, lesere[hvem], adresser)
    ventet = (HEMMELIG, VEDTAK, "Hemmeligreferat", "Hemmeligbeslutning", "Hemmeligmøte", "example.org/hemmelig")
    assert [ord_ for ord_ in ventet if ord_ not in tekst] == []


@pytest.mark.parametrize("rolle", ["observatoer", "tilskuddsgiver"])
def test_one_without_a_seat_does_not_read_what_is_closed(client, rolle):
    _region, avtale, parter = lag_samarbeid()
    avtale.deltakelser.filter(part=parter[0]).update(rolle=rolle)
    moete = lag_moete(avtale)
    moete.saker.create(rekkefoelge=1, tittel=HEMMELIG, er_lukket=True, lukket_hjemmel=HJEMMEL)
    client.force_login(lag_bruker("politiker", kommune=parter[0]))
    assert HEMMELIG not in client.get(moete.get_absolute_url()).content.decode()


def test_one_who_came_later_does_not_read_what_was_closed_before(client):
    _region, avtale, parter = lag_samarbeid()
    avtale.deltakelser.filter(part=parter[0]).update(fra=date(2026, 11, 1))
    moete = lag_moete(avtale)
    moete.saker.create(rekkefoelge=1, tittel=HEMMELIG, er_lukket=True, lukket_hjemmel=HJEMMEL)
    client.force_login(lag_bruker("politiker", kommune=parter[0]))
    assert HEMMELIG not in client.get(moete.get_absolute_url()).content.decode()


def test_coordinator_of_another_region_the_municipality_is_in_does_not_read_what_is_closed(client):
    _region, avtale, parter = lag_samarbeid()
    moete = lag_moete(avtale, sted="Mittsted")
    moete.saker.create(rekkefoelge=1, tittel=HEMMELIG, er_lukket=True, lukket_hjemmel=HJEMMEL)
    client.force_login(lag_bruker("koordinator", region=lag_region(kommuner=[parter[0]])))
    assert HEMMELIG not in client.get(moete.get_absolute_url()).content.decode()
    assert "Mittsted" in client.get(reverse("avtaler:moeter")).content.decode()


def test_initiative_for_an_organ_of_a_hidden_draft_is_told_nowhere(client):
    region, avtale, _parter = lag_samarbeid()
    _r, utkast, _p = lag_samarbeid(er_utkast=True)
    utkast.navn, utkast.region = "Hemmelig utkast", region
    utkast.save()
    moete = lag_moete(avtale)
    skjult = lag_moete(utkast).organ
    initiativ = moete.organ.initiativer.create(til_organ=skjult, tittel=HEMMELIG, tekst="Y", dato=date(2026, 9, 1))
    moete.saker.create(rekkefoelge=1, tittel="Åpen sak", vedtak="Ja.", initiativ=initiativ)
    sider = [moete.get_absolute_url(), reverse("avtaler:initiativer"), reverse("avtaler:vedtakslogg")]
    tekst = _tekst(client, None, sider)
    assert "Åpen sak" in tekst
    assert [ord_ for ord_ in (HEMMELIG, "Hemmelig utkast") if ord_ in tekst] == []
    assert client.get(reverse("avtaler:initiativ", args=[initiativ.pk])).status_code == 404


def test_municipality_that_has_left_reads_what_was_closed_while_it_was_in(client):
    _region, avtale, parter = lag_samarbeid()
    avtale.deltakelser.filter(part=parter[0]).update(til=date(2026, 10, 1))
    foer, etter = lag_moete(avtale, dato=date(2026, 9, 1)), lag_moete(avtale, dato=date(2026, 11, 1))
    for moete in (foer, etter):
        moete.saker.create(rekkefoelge=1, tittel=HEMMELIG, er_lukket=True, lukket_hjemmel=HJEMMEL)
    client.force_login(lag_bruker("politiker", kommune=parter[0]))
    svar = [HEMMELIG in client.get(moete.get_absolute_url()).content.decode() for moete in (foer, etter)]
    assert svar == [True, False]


def test_formula_in_a_decision_is_text_in_the_file(client):
    _region, avtale, _parter = lag_samarbeid()
    lag_moete(avtale).saker.create(rekkefoelge=1, tittel="=1+1", vedtak="@SUM(A1)")
    innhold = client.get(reverse("avtaler:vedtaksfil") + "?dato=2026-11-20").content.decode("utf-8-sig")
    assert '"\'=1+1"' in innhold
    assert '"\'@SUM(A1)"' in innhold


def test_meetings_of_a_draft_are_there_only_for_its_coordinators(client):
    region, avtale, _parter = lag_samarbeid(er_utkast=True)
    moete = lag_moete(avtale)
    assert client.get(moete.get_absolute_url()).status_code == 404
    client.force_login(lag_bruker("koordinator", region=region))
    assert client.get(moete.get_absolute_url()).status_code == 200


def test_item_about_an_agreement_the_reader_may_not_see_does_not_name_it(client):
    region, avtale, _parter = lag_samarbeid()
    _r, utkast, _p = lag_samarbeid(er_utkast=True)
    utkast.navn, utkast.region = "Hemmelig utkast", region
    utkast.save()
    moete = lag_moete(avtale)
    moete.saker.create(rekkefoelge=1, tittel="Nytt samarbeid", avtale=utkast)
    tekst = client.get(moete.get_absolute_url()).content.decode()
    assert "Nytt samarbeid" in tekst
    assert "Hemmelig utkast" not in tekst
