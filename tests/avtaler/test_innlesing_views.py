"""The pages of an upload: who gets in, what is shown while it is read, and a plan that has gone stale."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from avtaler.models import Avtale, Innlesing, Innlesingsstatus
from kommuner import koe
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db

LISTE = "Navn;Form;Deltakere;Fra\nFelles arkiv;KO;Nordvik og Sørvik;2020\nBrannvern;;Nordvik, Sørvikk;2021\n"


@pytest.fixture
def region():
    return lag_region("Vikene", slug="vikene", kommuner=[lag_kommune("Nordvik"), lag_kommune("Sørvik")])


@pytest.fixture
def klient(som, region):
    return som(lag_bruker("koordinator", region=region))


@pytest.fixture
def uten_koe(settings):
    """A queue that does not answer."""
    from celery import current_app

    foer = current_app.conf.broker_url
    current_app.conf.broker_url = "redis://127.0.0.1:1/0"
    yield
    current_app.conf.broker_url = foer


def _last_opp(klient, region, innhold=LISTE, navn="liste.csv", **felt):
    fil = SimpleUploadedFile(navn, innhold.encode())
    return klient.post(reverse("avtaler:importer"), {"region": region.pk, "fil": fil, **felt})


def _lest(klient, region):
    """An upload that is ready, whatever the queue does."""
    _last_opp(klient, region)
    innlesing = Innlesing.objects.get()
    Innlesing.objects.filter(pk=innlesing.pk).update(endret=timezone.now() - timedelta(minutes=5))
    svar = klient.get(reverse("avtaler:innlesing", args=[innlesing.pk]))
    innlesing.refresh_from_db()
    return innlesing, svar


def test_list_is_read_at_once_when_the_queue_is_away(klient, region, uten_koe, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        svar = _last_opp(klient, region)
    innlesing = Innlesing.objects.get()
    assert svar.url == reverse("avtaler:innlesing", args=[innlesing.pk])
    assert innlesing.status == Innlesingsstatus.KLAR
    assert koe.send("avtaler.tasks.les_liste", innlesing_id=str(innlesing.pk)) is False


def test_list_sent_twice_is_one_upload(klient, region, uten_koe):
    noekkel = str(uuid4())
    assert 'name="innsending"' in klient.get(reverse("avtaler:importer")).content.decode()
    svar = [_last_opp(klient, region, innsending=noekkel) for _ in range(2)]
    assert svar[0].url == svar[1].url == reverse("avtaler:innlesing", args=[Innlesing.objects.get().pk])


def test_list_that_the_queue_lost_is_read_by_whoever_looks(klient, region):
    innlesing, svar = _lest(klient, region)
    assert innlesing.status == Innlesingsstatus.KLAR
    assert "Felles arkiv" in svar.content.decode()


def test_progress_is_shown_and_the_page_is_loaded_anew_when_it_is_read(klient, region):
    innlesing = Innlesing.objects.create(region=region, filnavn="x.csv", fil=b"x", status="leses", fremdrift=40)
    adresse = reverse("avtaler:innlesing", args=[innlesing.pk])
    assert "40 % er lest" in klient.get(adresse).content.decode()
    hoder = {"HX-Request": "true", "HX-Target": "framdrift"}
    assert "<h1" not in klient.get(adresse, headers=hoder).content.decode()
    Innlesing.objects.update(status="klar", tabell={"ark": []})
    assert klient.get(adresse, headers=hoder)["HX-Refresh"] == "true"


def test_questions_are_answered_and_the_list_is_written(klient, region, uten_koe):
    innlesing, svar = _lest(klient, region)
    plan = svar.context["plan"]
    assert (plan.antall_ubesvarte, plan.kan_lagres) == (2, False)
    svarene = {f"svar:{en.noekkel}": next(v.verdi for v in en.valg if v.er_valgt) for en in plan.ubesvarte}
    klient.post(reverse("avtaler:svar_innlesing", args=[innlesing.pk]), svarene)
    plan = klient.get(reverse("avtaler:innlesing", args=[innlesing.pk])).context["plan"]
    assert plan.kan_lagres
    lagre = reverse("avtaler:lagre_innlesing", args=[innlesing.pk])
    assert klient.post(lagre, {"avtrykk": plan.avtrykk}).status_code == 302
    assert Avtale.objects.filter(region=region).count() == 2
    svar = klient.get(reverse("avtaler:innlesing", args=[innlesing.pk])).content.decode()
    assert "Brannvern" in svar
    assert klient.post(lagre, {"avtrykk": plan.avtrykk}).status_code == 302
    assert Avtale.objects.filter(region=region).count() == 2


def test_plan_that_has_gone_stale_is_shown_again_with_409(klient, region, uten_koe):
    innlesing, svar = _lest(klient, region)
    avtrykk = svar.context["plan"].avtrykk
    lag_avtale("Felles arkiv", form="KO", region=region)
    svar = klient.post(reverse("avtaler:lagre_innlesing", args=[innlesing.pk]), {"avtrykk": avtrykk})
    assert svar.status_code == 409
    assert "Noe er endret siden" in svar.content.decode()
    assert Avtale.objects.count() == 1


def test_own_form_and_skipping_of_one_agreement_are_kept(klient, region, uten_koe):
    innlesing, svar = _lest(klient, region)
    kort = next(en for en in svar.context["plan"].kort if en.navn == "Brannvern")
    data = {"avtale": kort.noekkel, "form": "IKS", "klasse": "", "hopp": ""}
    klient.post(reverse("avtaler:svar_innlesing", args=[innlesing.pk]), data)
    kort = _kort(klient, innlesing, "Brannvern")
    assert (kort.form_kode, kort.form_gjettet) == ("IKS", False)
    klient.post(reverse("avtaler:svar_innlesing", args=[innlesing.pk]), data | {"hopp": "1"})
    assert _kort(klient, innlesing, "Brannvern").hoppet_over
    klient.post(reverse("avtaler:svar_innlesing", args=[innlesing.pk]), data)
    assert not _kort(klient, innlesing, "Brannvern").hoppet_over


def test_answers_to_what_was_not_asked_are_not_kept(klient, region, uten_koe):
    innlesing, svar = _lest(klient, region)
    kjent = svar.context["plan"].ubesvarte[0].noekkel
    data = {"svar:tull": "x", "skriv:tull": "x", "celle:0:999:0": "x", "celle:tull": "x", "avtale": "tull"}
    data |= {"form": "KO", f"svar:{kjent}": "hopp", "celle:0:2:0": "Arkivet"}
    klient.post(reverse("avtaler:svar_innlesing", args=[innlesing.pk]), data)
    innlesing.refresh_from_db()
    assert innlesing.valg == {"svar": {kjent: "hopp"}, "rettelser": {"0:2:0": "Arkivet"}, "avtaler": {}}


def test_nul_and_digits_that_are_none_are_no_error(klient, region, uten_koe):
    innlesing, svar = _lest(klient, region)
    kjent = svar.context["plan"].ubesvarte[0].noekkel
    side = reverse("avtaler:svar_innlesing", args=[innlesing.pk])
    assert klient.post(side, {f"svar:{kjent}": "a\0b", "celle:0:2:0": "Ar\0kiv"}).status_code == 302
    innlesing.refresh_from_db()
    assert innlesing.valg["rettelser"] == {"0:2:0": "Arkiv"}
    data = {"ark-0-med": "on", "ark-0-rad": "²", "ark-0-kol-²": "navn", "ark-0-kol-0": "navn"}
    assert klient.post(reverse("avtaler:innlesing_oppsett", args=[innlesing.pk]), data).status_code == 302


def _kort(klient, innlesing, navn):
    side = klient.get(reverse("avtaler:innlesing", args=[innlesing.pk])).context["plan"]
    return next(en for en in side.kort if en.navn == navn)


def test_columns_are_chosen_by_hand(klient, region, uten_koe):
    innlesing, _svar = _lest(klient, region)
    data = {"ark-0-med": "on", "ark-0-rad": "1", "ark-0-slag": "per_avtale", "ark-0-kol-0": "navn"}
    data |= {"ark-0-kol-1": "utelatt", "ark-0-kol-2": "deltakere", "ark-0-kol-3": "fra"}
    svar = klient.post(reverse("avtaler:innlesing_oppsett", args=[innlesing.pk]), data)
    assert svar.url == reverse("avtaler:innlesing", args=[innlesing.pk])
    assert _kort(klient, innlesing, "Felles arkiv").form_gjettet


def test_file_that_is_no_list_is_refused_at_the_field(klient, region):
    svar = _last_opp(klient, region, "\x00\x00\x00", "liste.csv")
    assert svar.status_code == 422
    assert svar.context["form"].errors["fil"]
    assert not Innlesing.objects.exists()


def test_nobody_uploads_to_another_region_or_reads_its_lists(klient, region, som):
    andre = lag_region("Dalene", slug="dalene")
    assert _last_opp(klient, andre).status_code == 422
    innlesing = Innlesing.objects.create(region=andre, filnavn="x.csv", fil=b"x", status="klar", tabell={"ark": []})
    for navn in ("innlesing", "innlesing_oppsett"):
        assert klient.get(reverse(f"avtaler:{navn}", args=[innlesing.pk])).status_code == 404
    for navn in ("svar_innlesing", "lagre_innlesing", "forkast_innlesing"):
        assert klient.post(reverse(f"avtaler:{navn}", args=[innlesing.pk])).status_code == 404


def test_download_holds_what_the_reader_sees_with_the_same_filters(client, region):
    lag_avtale("Felles arkiv", region=region)
    lag_avtale("Hemmelig utkast", region=region, er_utkast=True)
    lag_avtale("Gammel brann", region=region, til=date(2021, 1, 1))
    tekst = client.get(reverse("avtaler:register_csv")).content.decode("utf-8-sig")
    assert "Felles arkiv" in tekst
    assert "Hemmelig utkast" not in tekst
    assert "Gammel brann" not in tekst
    alle = client.get(reverse("avtaler:register_csv"), {"status": "alle"}).content.decode("utf-8-sig")
    assert "Gammel brann" in alle
    svar = client.get(reverse("avtaler:register_xlsx"))
    assert (svar.content[:2], "attachment" in svar["Content-Disposition"]) == (b"PK", True)
