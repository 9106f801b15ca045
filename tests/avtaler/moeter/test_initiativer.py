"""A board raises a matter for the representantskap, and it is followed to its end (needs 1.5c)."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Initiativ
from avtaler.tjenester import Avvist
from avtaler.tjenester.moeter.initiativ import endre_sak, sett_paa_saklista, slett_initiativ, slett_sak
from avtaler.tjenester.moeter.moete import endre_moete, slett_moete
from tests.fabrikker import lag_bruker, lag_runde

from .moeteproever import lag_moete, lag_samarbeid

pytestmark = pytest.mark.django_db


@pytest.fixture
def organene(client):
    """A board under a representantskap, and the coordinator logged in."""
    region, avtale, _parter = lag_samarbeid(formaal=["Fremme tjenestesamarbeid", "Realisere planen", "Løfte opp saker"])
    rep = lag_moete(avtale).organ
    styre = lag_moete(avtale, type="styre").organ
    client.force_login(lag_bruker("koordinator", region=region))
    return avtale, styre, rep


def _reis(client, styre, rep, **felt):
    data = {"fra_organ": styre.pk, "til_organ": rep.pk, "tittel": "Felles regnskapskontor", "tekst": "Vi ber om det.",
            "dato": "3.9.2026"}  # fmt: skip
    return client.post(reverse("avtaler:nytt_initiativ"), data | felt)


def test_board_raises_a_matter_for_the_representantskap_and_it_is_followed_to_the_councils(client, organene):
    avtale, styre, rep = organene
    skjema = client.get(reverse("avtaler:nytt_initiativ"), {"organ": styre.pk}).content.decode()
    assert f'value="{rep.pk}" selected' in skjema
    assert _reis(client, styre, rep).status_code == 302
    initiativ = Initiativ.objects.get()
    moete = lag_moete(avtale, dato=date(2026, 12, 11), status="planlagt")
    sak = reverse("avtaler:ny_moetesak", args=[moete.pk])
    assert "Felles regnskapskontor" in client.get(sak, {"initiativ": initiativ.pk}).content.decode()
    client.post(sak, {"rekkefoelge": 1, "tittel": "Regnskapskontor", "slag": "vedtak", "initiativ": initiativ.pk})
    initiativ.refresh_from_db()
    assert initiativ.status == "paa_saklista"
    runde = lag_runde(avtale, tittel="Nye oppgaver")
    svar = {"status": "sendt_raadene", "behandlet": "9.10.2026", "svar": "Vi slutter oss til.", "runde": runde.pk,
            "versjon": initiativ.versjon}  # fmt: skip
    assert client.post(reverse("avtaler:svar_initiativ", args=[initiativ.pk]), svar).status_code == 302
    client.logout()
    side = client.get(reverse("avtaler:initiativ", args=[initiativ.pk])).content.decode()
    assert all(
        ord_ in side for ord_ in ("Vi slutter oss til.", "Nye oppgaver", "Sendt kommunestyrene", "Løfte opp saker")
    )


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"status": "vedtatt", "behandlet": "1.9.2026"}, "ikke være behandlet før den ble reist"),
        ({"status": "vedtatt", "behandlet": "1.12.2126"}, "Dagen er ikke kommet ennå"),
        ({"status": "vedtatt", "behandlet": ""}, "Behandlet"),
        ({"status": "sendt_raadene", "behandlet": "9.10.2026"}, "Velg saken som er sendt kommunestyrene."),
        ({"status": "reist", "behandlet": "9.10.2026"}, "Utfall"),
    ],
)
def test_answer_that_cannot_be_is_refused(client, organene, felt, setning):
    _avtale, styre, rep = organene
    _reis(client, styre, rep)
    initiativ = Initiativ.objects.get()
    svar = client.post(reverse("avtaler:svar_initiativ", args=[initiativ.pk]), felt | {"versjon": 1})
    assert svar.status_code == 422
    assert setning in svar.content.decode()


def test_organ_does_not_raise_matters_for_itself_nor_for_another_region(client, organene):
    _avtale, styre, _rep = organene
    assert _reis(client, styre, styre).status_code == 422
    _r, andres, _p = lag_samarbeid()
    assert _reis(client, styre, lag_moete(andres).organ).status_code == 422


def test_answered_initiative_is_kept(client, organene):
    _avtale, styre, rep = organene
    rad = Initiativ.objects.create(
        fra_organ=styre, til_organ=rep, tittel="X", tekst="Y", dato=date(2026, 9, 3), status="avvist",
        behandlet=date(2026, 10, 9),
    )  # fmt: skip
    assert client.post(reverse("avtaler:slett_initiativ", args=[rad.pk])).status_code == 422
    assert Initiativ.objects.exists()


def test_answered_after_the_question_was_asked_is_kept_too(organene):
    rad = _lagret(organene, status="vedtatt", behandlet=date(2026, 10, 9))
    with pytest.raises(Avvist):
        slett_initiativ(rad.pk)


def test_answer_everybody_reads_is_refused_when_the_item_was_closed(client, organene):
    avtale, _styre, _rep = organene
    rad = _lagret(organene)
    sak = lag_moete(avtale).saker.create(rekkefoelge=1, tittel="S", initiativ=rad, er_lukket=True, lukket_hjemmel="X")
    adresse = reverse("avtaler:svar_initiativ", args=[rad.pk])
    svar = {"status": "vedtatt", "behandlet": "9.10.2026", "svar": "Hun tilsettes.", "versjon": 1}
    assert "Alle kan lese svaret." in client.get(adresse).content.decode()
    avslag = client.post(adresse, svar)
    assert avslag.status_code == 422
    assert "behandlet for lukkede dører" in avslag.content.decode()
    assert client.post(adresse, svar | {"svar": ""}).status_code == 302
    assert sak.initiativ == rad


def test_initiative_cannot_be_raised_after_it_was_answered(client, organene):
    _avtale, styre, rep = organene
    rad = _lagret(organene, status="vedtatt", behandlet=date(2026, 10, 9))
    felt = {"fra_organ": styre.pk, "til_organ": rep.pk, "tittel": "X", "tekst": "Y", "dato": "10.10.2026", "versjon": 1}
    svar = client.post(reverse("avtaler:endre_initiativ", args=[rad.pk]), felt)
    assert svar.status_code == 422
    assert "reist etter at den ble behandlet" in svar.content.decode()


def test_initiative_follows_the_agendas_until_it_is_answered(organene):
    avtale, _styre, _rep = organene
    rad, moete = _lagret(organene), lag_moete(avtale, dato=date(2026, 12, 11), status="planlagt")

    def status():
        rad.refresh_from_db()
        return rad.status

    sak = sett_paa_saklista(moete, {"rekkefoelge": 1, "tittel": "S", "initiativ": rad})
    assert status() == "paa_saklista"
    endre_sak(sak.pk, 1, {"initiativ": None})
    assert status() == "reist"
    endre_sak(sak.pk, 2, {"initiativ": rad})
    endre_moete(moete.pk, 1, {"status": "avlyst"})
    assert status() == "reist"
    endre_moete(moete.pk, 2, {"status": "planlagt"})
    assert status() == "paa_saklista"
    slett_sak(sak.pk)
    assert status() == "reist"
    sett_paa_saklista(moete, {"rekkefoelge": 1, "tittel": "S", "initiativ": rad})
    slett_moete(moete.pk)
    assert status() == "reist"


def _lagret(organene, **felt):
    _avtale, styre, rep = organene
    felt = {"tittel": "X", "tekst": "Y", "dato": date(2026, 9, 3)} | felt
    return Initiativ.objects.create(fra_organ=styre, til_organ=rep, **felt)


def test_list_has_the_open_ones_first(client, organene):
    _avtale, styre, rep = organene
    felt = {"fra_organ": styre, "til_organ": rep, "tekst": "Y"}
    Initiativ.objects.create(
        tittel="Avgjort", dato=date(2026, 9, 4), status="vedtatt", behandlet=date(2026, 10, 9), **felt
    )
    Initiativ.objects.create(tittel="Åpent", dato=date(2026, 3, 3), **felt)
    tekst = client.get(reverse("avtaler:initiativer"), {"dato": "2026-11-20"}).content.decode()
    assert tekst.index("Åpent") < tekst.index("Avgjort")
    bare = client.get(reverse("avtaler:initiativer"), {"dato": "2026-11-20", "status": "vedtatt"}).content.decode()
    assert ">Åpent<" not in bare
