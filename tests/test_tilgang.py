"""Every address × every reader × every method: who gets in, who is told that there is nothing there."""

import inspect
from contextlib import nullcontext
from unittest import mock

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpResponse
from django.template import Template
from django.test import Client
from django.urls import resolve, reverse
from django.utils.safestring import SafeString

from avtaler.models import Dokument
from kommuner.models import Bruker, Regionmedlemskap, Tilgang
from tests.adresser import Rute, alle_ruter
from tests.tilgangstabell import ROLLER, TABELL, Regel, utkast
from tests.verden import DATO, Verden, lest

pytestmark = pytest.mark.django_db

RUTER = alle_ruter()
#: How a reader asks; htmx is told by its header.
MAATER = ("GET", "GET htmx", "POST")
#: For whom the pages are also written. For the others only the door is tried: what they are answered, not the words.
MED_INNHOLD = frozenset({"besøkende", "politiker", "koordinator"})
#: Who asks with the header of htmx also where the view does not know of it.
EN_SOM_SPOER = "politiker annen kommune"
KJENTE = sorted(set(RUTER) & set(TABELL))
#: Addresses of something that belongs to an agreement, which may be a draft.
I_AVTALEN = {
    "avtale_id", "runde_id", "fordeling_id", "dokument_id", "prosjekt_id", "moete_id", "initiativ_id", "organ_id",
}  # fmt: skip
AVTALENS = [navn for navn in KJENTE if I_AVTALEN & {*RUTER[navn].argumenter}]


def test_every_address_is_in_the_table_and_every_row_has_an_address():
    assert {"mangler i tabellen": set(RUTER) - set(TABELL), "finnes ikke": set(TABELL) - set(RUTER)} == {
        "mangler i tabellen": set(),
        "finnes ikke": set(),
    }


@pytest.mark.parametrize("navn", KJENTE)
def test_each_reader_gets_what_the_table_says(navn, verden):
    assert _avvik(verden, RUTER[navn], TABELL[navn], verden.publisert) == []


@pytest.mark.parametrize("navn", AVTALENS)
def test_a_draft_is_there_only_for_its_coordinators(navn, verden):
    assert _avvik(verden, RUTER[navn], utkast(TABELL[navn]), verden.utkast) == []


@pytest.mark.parametrize("navn", AVTALENS)
def test_what_does_not_exist_is_not_found_by_anybody(navn, verden):
    ingenting = dict.fromkeys(verden.publisert, 999_999_999) | {"aar": 2150}
    klient = verden.klient("administrator")
    adresse = RUTER[navn].adresse(ingenting)
    ventet = {404} if 200 in TABELL[navn].get else {404, 405}
    assert klient.get(adresse).status_code in ventet
    assert klient.post(adresse).status_code in {404, 405}


def _avvik(verden: Verden, rute: Rute, regel: Regel, verdier: dict[str, object]) -> list[str]:
    adresse = rute.adresse(verdier)
    return [
        f"{maate} {adresse} som {rolle}: {svar.status_code}, ventet {sorted(regel.ventet(rolle, maate))}"
        for rolle in ROLLER
        for maate in MAATER
        if maate != "GET htmx" or rolle == EN_SOM_SPOER or _kjenner_htmx(adresse)
        if not _stemmer(svar := _proev(verden, rolle, maate, adresse), regel, rolle, maate)
    ]


def _proev(verden: Verden, rolle: str, maate: str, adresse: str) -> HttpResponse:
    with nullcontext() if rolle in MED_INNHOLD else mock.patch.object(Template, "_render", return_value=SafeString()):
        return _spoer(verden.klient(rolle), maate, adresse)


def _kjenner_htmx(adresse: str) -> bool:
    """Whether the header can make a difference: only then is it worth asking twice as each of ten readers."""
    return "htmx" in inspect.getsource(inspect.getmodule(inspect.unwrap(resolve(adresse).func)))


def _spoer(klient: Client, maate: str, adresse: str) -> HttpResponse:
    """The answer; what it wrote is undone. An empty form still brings its token."""
    hoder = {"HX-Request": "true"} if maate.endswith("htmx") else {}
    with transaction.atomic():
        if maate == "POST":
            svar = klient.post(adresse, {"csrfmiddlewaretoken": "x"}, headers=hoder)
        else:
            svar = klient.get(adresse, headers=hoder)
        transaction.set_rollback(True)
    return lest(svar)


def _stemmer(svar: HttpResponse, regel: Regel, rolle: str, maate: str) -> bool:
    if svar.status_code not in regel.ventet(rolle, maate):
        return False
    skal_logge_inn = rolle == "besøkende" and not regel.aapen
    return not skal_logge_inn or svar["Location"].startswith(reverse("account_login"))


# A4: access that is taken away is gone at once ------------------------------------------------------------------------

#: Address → the reader whose role is taken away: what is not for all, of every kind.
BESKYTTET = {
    "rapport:betaler": "politiker",
    "rapport:eierskapsmeldinger": "politiker",
    "rapport:eierskapsmelding": "politiker",
    "rapport:pdf": "sekretær",
    "rapport:html": "rapportør",
    "rapport:bestilling": "sekretær region",
    "kostnad:avtale": "politiker",
    "kostnad:fordeling_data": "innsyn",
    "avtaler:historikk": "innsyn",
    "avtaler:endringslogg": "innsyn",
    "avtaler:rydding": "koordinator",
    "avtaler:ryddefunn": "koordinator",
    "avtaler:importer": "koordinator",
    "avtaler:reformer": "koordinator",
    "avtaler:ny": "koordinator",
    "avtaler:nytt_dokument": "koordinator",
    "avtaler:endre": "administrator",
}


@pytest.mark.parametrize(("navn", "rolle"), BESKYTTET.items())
def test_role_that_is_removed_is_gone_at_the_next_request(navn, rolle, verden):
    klient, adresse = verden.klient(rolle), RUTER[navn].adresse(verden.publisert)
    assert lest(klient.get(adresse)).status_code == 200
    Tilgang.objects.filter(bruker=verden.brukere[rolle]).update(til=DATO)
    assert klient.get(adresse).status_code == 404
    assert klient.post(adresse).status_code in {404, 405}


def test_an_exempt_file_is_gone_with_the_role(verden):
    """Its title, its page and its content, in the library and on the agreement."""
    unntatt = Dokument.objects.get(avtale=verden.publisert["avtale_id"], er_offentlig=False)
    klient = verden.klient("politiker")
    sider = [reverse(f"avtaler:{navn}", args=[unntatt.pk]) for navn in ("dokument", "dokumentfil")]
    assert [lest(klient.get(side)).status_code for side in sider] == [200, 200]
    Tilgang.objects.filter(bruker=verden.brukere["politiker"]).delete()
    assert [klient.get(side).status_code for side in sider] == [404, 404]
    assert unntatt.tittel not in klient.get(reverse("avtaler:bibliotek")).content.decode()


def test_coordinator_without_the_region_can_no_longer_write(verden):
    klient, adresse = verden.klient("koordinator"), RUTER["avtaler:endre"].adresse(verden.publisert)
    assert klient.get(adresse).status_code == 200
    Tilgang.objects.filter(bruker=verden.brukere["koordinator"]).delete()
    assert klient.get(adresse).status_code == 404
    assert klient.post(adresse).status_code == 404


def test_municipality_that_leaves_the_region_is_no_longer_the_coordinators(verden):
    klient, adresse = verden.klient("koordinator"), RUTER["rapport:betaler"].adresse(verden.publisert)
    assert klient.get(adresse).status_code == 200
    Regionmedlemskap.objects.filter(part__nummer=verden.publisert["nummer"]).update(til=DATO)
    assert klient.get(adresse).status_code == 404


def test_user_who_is_closed_is_logged_out_at_the_next_request_and_for_good(verden):
    klient, adresse = verden.klient("politiker"), RUTER["rapport:betaler"].adresse(verden.publisert)
    assert klient.get(adresse).status_code == 200
    bruker = Bruker.objects.filter(pk=verden.brukere["politiker"].pk)
    bruker.update(is_active=False)
    assert klient.get(adresse).status_code == 302
    assert not Session.objects.filter(pk=verden.sesjoner["politiker"]).exists()
    bruker.update(is_active=True)
    assert klient.get(adresse).status_code == 302


def test_a_deleted_user_is_logged_out_at_the_next_request(verden):
    klient, adresse = verden.klient("rapportør"), RUTER["rapport:betaler"].adresse(verden.publisert)
    assert klient.get(adresse).status_code == 200
    Bruker.objects.filter(pk=verden.brukere["rapportør"].pk).delete()
    assert klient.get(adresse).status_code == 302
