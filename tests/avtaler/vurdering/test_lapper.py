"""Yellow notes: written by people nobody knows, read by nobody before they hang, grouped and answered after."""

import logging
import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import pre_save
from django.urls import reverse
from django.utils import timezone
from gunicorn.glogging import Logger

from avtaler.models import Lapp, Lappegruppe, Lapperunde
from avtaler.tjenester import Avvist
from avtaler.tjenester.vurdering import lapper as tjeneste
from kommuner.models import Hendelse, Innsending, Part
from samarbeid.gunicornlogg import Tilgangslogg
from samarbeid.logg import Anonyme, masker
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def kommuner() -> list[Part]:
    return [lag_kommune("Vik"), lag_kommune("Luster")]


@pytest.fixture
def runde(kommuner) -> Lapperunde:
    """Open today."""
    idag = timezone.localdate()
    return Lapperunde.objects.create(
        region=lag_region(kommuner=kommuner), tittel="Det negative", spoersmaal="Hva er verst?", fra=idag, til=idag
    )


@pytest.fixture
def koordinator(runde):
    return lag_bruker("koordinator", region=runde.region)


def _lapp(runde: Lapperunde, tekst: str = "Lang saksgang", part: Part | None = None, gruppe=None) -> Lapp:
    return Lapp.objects.create(lapperunde=runde, tekst=tekst, part=part, gruppe=gruppe, stokket=uuid4())


def _heng_opp(runde: Lapperunde) -> None:
    Lapperunde.objects.filter(pk=runde.pk).update(hengt_opp=timezone.localdate())


def _uten_engangskoder(side: str) -> str:
    return re.sub(r'(name="(csrfmiddlewaretoken|innsending)" value=")[^"]*', r"\1", side)


def _side(runde: Lapperunde, navn: str = "lapperunde") -> str:
    return reverse(f"avtaler:{navn}", args=[runde.pk])


def test_visitor_with_the_link_writes_and_is_thanked_and_nobody_reads_it_yet(client, runde, koordinator, som):
    adresse = reverse("avtaler:lapp", args=[tjeneste.ny_lenke(runde_id=runde.pk)])
    assert "Hva er verst?" in client.get(adresse).content.decode()
    svar = client.post(adresse, {"tekst": "Lang saksgang"}, follow=True)
    assert "Takk, lappen er levert" in svar.content.decode()
    for leser in (client, som(koordinator)):
        side = leser.get(_side(runde)).content.decode()
        assert "Lang saksgang" not in side


def test_open_round_does_not_tell_how_many_have_written_so_that_nobody_sees_when_one_came(
    client, runde, koordinator, som
):
    for leser in (client, som(koordinator)):
        foer = _uten_engangskoder(leser.get(_side(runde)).content.decode())
        lapp = _lapp(runde)
        assert _uten_engangskoder(leser.get(_side(runde)).content.decode()) == foer
        lapp.delete()


def test_looking_ahead_in_time_does_not_hang_the_notes_up(client, runde):
    _lapp(runde)
    imorgen = timezone.localdate() + timedelta(days=9)
    assert "Lang saksgang" not in client.get(_side(runde), {"dato": imorgen.isoformat()}).content.decode()


def test_note_by_a_politician_who_is_logged_in_knows_nothing_of_them(som, runde, kommuner):
    klient = som(lag_bruker("politiker", kommune=kommuner[0]))
    hendelser, okter = Hendelse.objects.count(), list(Session.objects.values_list("session_data", "expire_date"))
    data = {"tekst": "Lokalisering", "innsending": str(uuid4())}
    assert klient.post(_side(runde, "skriv_i_lapperunde"), data).status_code == 302
    lapp = Lapp.objects.get()
    assert (lapp.tekst, lapp.part) == ("Lokalisering", None)
    assert Hendelse.objects.count() == hendelser
    assert not Innsending.objects.exists()
    assert list(Session.objects.values_list("session_data", "expire_date")) == okter


def test_table_of_notes_has_no_place_for_who_or_when(runde):
    with connection.cursor() as peker:
        kolonner = {kolonne.name for kolonne in connection.introspection.get_table_description(peker, "avtaler_lapp")}
    assert kolonner == {
        "lapperunde_id", "part_id", "tekst", "gruppe_id", "stokket", "er_eksempel"
    }  # fmt: skip


def test_only_the_hash_of_the_secret_is_stored_and_a_new_link_closes_the_old(client, runde, koordinator, som):
    klient = som(koordinator)
    svar = klient.post(_side(runde, "ny_lappelenke")).content.decode()
    hemmelighet = re.search(r"/lapp/([\w-]{43})/", svar).group(1)
    lagret = Lapperunde.objects.get().avtrykk
    assert len(lagret) == 64
    assert hemmelighet not in lagret
    assert hemmelighet not in klient.get(_side(runde)).content.decode()
    assert klient.get(reverse("avtaler:lapp", args=[hemmelighet])).status_code == 200
    klient.post(_side(runde, "ny_lappelenke"))
    assert klient.get(reverse("avtaler:lapp", args=[hemmelighet])).status_code == 404


def test_guessed_and_empty_secrets_open_nothing(client, runde):
    assert runde.avtrykk == ""
    assert client.get("/lapp/x/").status_code == 404
    assert tjeneste.runde_med_hemmelighet("") is None


@pytest.mark.parametrize(
    "data", [{}, {"tekst": "   "}, {"tekst": "x" * 501}, {"tekst": "\x00"}, {"tekst": "a", "part": "9"}]
)
def test_bad_note_is_told_and_not_stored(client, runde, data):
    svar = client.post(reverse("avtaler:lapp", args=[tjeneste.ny_lenke(runde_id=runde.pk)]), data)
    assert svar.status_code == 422
    assert not Lapp.objects.exists()


def test_note_that_comes_too_late_is_kept_on_the_screen_only(client, runde):
    adresse = reverse("avtaler:lapp", args=[tjeneste.ny_lenke(runde_id=runde.pk)])
    _heng_opp(runde)
    svar = client.post(adresse, {"tekst": "For sent ute"})
    assert svar.status_code == 422
    assert "For sent ute" in svar.content.decode()
    assert not Lapp.objects.exists()


def test_machine_that_floods_the_wall_is_stopped(client, runde, monkeypatch):
    monkeypatch.setattr(tjeneste, "HOEYST_I_MINUTTET", 1)
    cache.delete(f"lapper:{runde.pk}")
    adresse = reverse("avtaler:lapp", args=[tjeneste.ny_lenke(runde_id=runde.pk)])
    assert client.post(adresse, {"tekst": "En"}).status_code == 302
    assert client.post(adresse, {"tekst": "To"}).status_code == 429
    assert Lapp.objects.count() == 1


def test_outsider_does_not_write_without_the_link(som, runde):
    assert (
        som(lag_bruker("politiker", kommune=lag_kommune())).get(_side(runde, "skriv_i_lapperunde")).status_code == 404
    )


def test_hung_up_notes_are_read_by_all_and_the_round_does_not_open_again(client, som, runde, koordinator):
    _lapp(runde, "Lever sitt eget liv")
    klient = som(koordinator)
    klient.post(_side(runde, "heng_opp_lapper"))
    assert "Lever sitt eget liv" in client.get(_side(runde)).content.decode()
    data = {"tittel": "x", "spoersmaal": "y", "fra": "1.1.2020", "til": "1.1.2099", "versjon": "2"}
    svar = klient.post(_side(runde, "endre_lapperunde"), data)
    assert svar.status_code == 422
    assert "lag en ny runde" in svar.content.decode()


def test_few_notes_of_a_municipality_are_not_counted_by_name(client, runde, kommuner):
    for part, antall in zip(kommuner, (2, 4), strict=True):
        for _nr in range(antall):
            _lapp(runde, part=part)
    _lapp(runde)
    _heng_opp(runde)
    side = client.get(_side(runde)).content.decode()
    assert "<dt>Luster</dt><dd>4</dd>" in side
    assert "Vik" not in side
    assert "<dd>3</dd>" in side


def test_moving_one_note_between_themes_tells_nothing_of_where_it_is_from(client, runde, kommuner):
    vik, luster = kommuner
    a, b = tjeneste.nye_temaer(runde, ["Avstand", "Brann"])
    for part in (vik, luster):
        for tema in (a, b):
            for _nr in range(3):
                _lapp(runde, part=part, gruppe=tema)
    flyttes = _lapp(runde, part=vik, gruppe=a)
    _heng_opp(runde)
    foer = _kommuner_nevnt(client.get(_side(runde)).content.decode())
    tjeneste.grupper_lapper(runde_id=runde.pk, flyttinger=[tjeneste.Flytting(flyttes.stokket, fra=a.pk, til=b.pk)])
    assert _kommuner_nevnt(client.get(_side(runde)).content.decode()) == foer == ["Luster", "Vik"]


def _kommuner_nevnt(side: str) -> list[str]:
    """Each time the page names a municipality: once, for the whole wall."""
    return re.findall(r"\b(Luster|Vik)\b", side)


def test_notes_are_grouped_many_at_once_and_themes_are_made_on_the_way(som, runde, koordinator):
    lapper = [_lapp(runde, tekst) for tekst in ("Involvering", "Lokalisering")]
    _heng_opp(runde)
    klient, adresse = som(koordinator), _side(runde, "grupper_lapper")
    klient.post(adresse, {"nye": "Demokrati\nSted\ndemokrati"})
    demokrati, sted = runde.grupper.all()
    valgt = {f"tema-{lapper[0].stokket}": demokrati.pk, f"tema-{lapper[1].stokket}": sted.pk}
    assert klient.post(adresse, valgt).status_code == 302
    assert [lapp.gruppe for lapp in Lapp.objects.order_by("tekst")] == [demokrati, sted]


def test_note_that_somebody_has_moved_meanwhile_stays_there(runde):
    a, b = tjeneste.nye_temaer(runde, ["A", "B"])
    lapp = _lapp(runde, gruppe=a)
    flytting = tjeneste.Flytting(lapp.stokket, fra=None, til=b.pk)
    assert tjeneste.grupper_lapper(runde_id=runde.pk, flyttinger=[flytting]) == (0, 1)
    lapp.refresh_from_db()
    assert lapp.gruppe == a


def test_note_is_refused_when_the_round_was_hung_up_after_it_was_read(runde):
    _heng_opp(runde)
    assert runde.hengt_opp is None
    with pytest.raises(Avvist):
        tjeneste.skriv_lapp(runde, tekst="For sent", part=None, dato=timezone.localdate())


def test_theme_that_somebody_else_makes_meanwhile_is_told_and_nothing_typed_is_lost(som, runde, koordinator):
    _heng_opp(runde)

    def noen_andre(instance, **_valg):
        if instance.navn == "Sted" and not Lappegruppe.objects.filter(navn="Sted").exists():
            Lappegruppe.objects.bulk_create([Lappegruppe(lapperunde=runde, navn="Sted")])

    pre_save.connect(noen_andre, sender=Lappegruppe)
    try:
        svar = som(koordinator).post(_side(runde, "grupper_lapper"), {"nye": "Demokrati\nSted"})
    finally:
        pre_save.disconnect(noen_andre, sender=Lappegruppe)
    assert svar.status_code == 422
    assert set(svar.context["form"].errors) == {"nye"}
    assert "Demokrati\nSted" in svar.content.decode()
    assert not runde.grupper.filter(navn="Demokrati").exists()


def test_notes_go_in_no_theme_of_another_round(runde, kommuner):
    annen = Lapperunde.objects.create(region=runde.region, tittel="x", spoersmaal="y", fra=runde.fra, til=runde.til)
    (fremmed,) = tjeneste.nye_temaer(annen, ["Fremmed"])
    lapp = _lapp(runde)
    assert tjeneste.grupper_lapper(
        runde_id=runde.pk, flyttinger=[tjeneste.Flytting(lapp.stokket, fra=None, til=fremmed.pk)]
    ) == (0, 1)


def test_form_of_grouping_does_not_tell_the_order_the_notes_came_in(som, runde, koordinator):
    lapp = _lapp(runde)
    _heng_opp(runde)
    side = som(koordinator).get(_side(runde, "grupper_lapper")).content.decode()
    assert f'name="tema-{lapp.stokket}"' in side
    assert lapp.pk == lapp.stokket


def test_coordinator_groups_nothing_before_the_notes_hang(som, runde, koordinator):
    _lapp(runde)
    side = som(koordinator).get(_side(runde, "grupper_lapper")).content.decode()
    assert "Lang saksgang" not in side


def test_answer_to_a_theme_is_dated_and_links_to_the_screens_it_names(som, client, runde, koordinator):
    (tema,) = tjeneste.nye_temaer(runde, ["Oversikt"])
    _lapp(runde, gruppe=tema)
    _heng_opp(runde)
    data = {"navn": "Oversikt", "svar": "Se /matrise/.", "rekkefoelge": "1", "versjon": "1"}
    som(koordinator).post(reverse("avtaler:svar_paa_lappegruppe", args=[tema.pk]), data)
    tema.refresh_from_db()
    assert tema.svar_dato == timezone.localdate()
    assert '<a href="/matrise/">/matrise/</a>' in client.get(_side(runde)).content.decode()


def test_round_may_open_and_close_on_the_same_day(som, runde, koordinator):
    data = {"region": runde.region.pk, "tittel": "Ny", "spoersmaal": "Hva?", "fra": "24.8.2018", "til": "24.8.2018"}
    assert som(koordinator).post(reverse("avtaler:ny_lapperunde"), data).status_code == 302
    assert Lapperunde.objects.get(tittel="Ny").til == date(2018, 8, 24)
    svar = som(koordinator).post(reverse("avtaler:ny_lapperunde"), {**data, "tittel": "Ny 2", "til": "23.8.2018"})
    assert svar.status_code == 422


@pytest.mark.parametrize(
    ("sti", "linjer"),
    [("/lapp/hemmelig/", 0), ("/lapperunder/7/skriv/", 0), ("/lapperunder/7/", 1), ("/lapperunder/", 1)],
)
def test_nobody_who_writes_a_note_is_in_the_access_log(sti, linjer, monkeypatch):
    skrevet = []
    monkeypatch.setattr(Logger, "access", lambda _self, *args: skrevet.append(args))
    Tilgangslogg.access(Tilgangslogg.__new__(Tilgangslogg), None, None, {"PATH_INFO": sti}, None)
    assert len(skrevet) == linjer


@pytest.mark.parametrize("sti", ["/lapp/hemmelig/?takk", "/lapperunder/7/skriv/?takk", "/l%61pp/hemmelig/"])
def test_what_a_browser_asks_for_after_a_note_does_not_tell_where_it_came_from(sti, monkeypatch):
    referer = f"https://samarbeid.example{sti}"
    monkeypatch.setattr(Logger, "atoms", lambda _self, *_args: {"f": referer, "{referer}i": referer, "U": "/matrise/"})
    atomene = Tilgangslogg.atoms(Tilgangslogg.__new__(Tilgangslogg), None, None, {}, None)
    assert atomene == {"f": "-", "{referer}i": "-", "U": "/matrise/"}


@pytest.mark.parametrize("kropp", [{"tekst": ""}, {"tekst": "Lang saksgang"}])
def test_note_that_is_refused_leaves_no_line_in_the_log(client, runde, kropp, caplog, monkeypatch):
    monkeypatch.setattr(tjeneste, "HOEYST_I_MINUTTET", 0)
    adresse = reverse("avtaler:lapp", args=[tjeneste.ny_lenke(runde_id=runde.pk)])
    assert client.post(adresse, kropp).status_code in (422, 429)
    assert client.get("/lapp/gjettet/").status_code == 404
    assert not caplog.records
    assert client.get("/lapperunder/99999/").status_code == 404
    assert [post.getMessage() for post in caplog.records] == ["Not Found: /lapperunder/99999/"]


def test_line_of_any_server_that_tells_of_a_note_is_dropped_but_not_a_fault():
    linje = '"POST /lapp/7CsQ-_kP/ HTTP/1.1" 302'
    vanlig, feil = (logging.makeLogRecord({"msg": linje, "levelno": nivaa}) for nivaa in (20, logging.ERROR))
    assert not Anonyme().filter(vanlig)
    assert Anonyme().filter(feil)
    assert masker(linje) == '"POST /lapp/…/ HTTP/1.1" 302'
