"""Documents: what may be put in, who may see and fetch it, and what a name or a file can never do."""

import os
import re
from datetime import date
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from avtaler import arkiv
from avtaler.models import Avtaleversjon, Dokument
from avtaler.regler.unntak import les_unntakshjemler
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.dokument import endre_dokument, fjern_dokument, registrer_dokument
from avtaler.tjenester.versjon import lag_ny_versjon
from kommuner.filer.navn import trygt_navn
from tests.avtaler.vedleggsproever import NAVN, ONDE, lag_docx, lag_pdf, vedlegg
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde
from tests.verden import lest

pytestmark = pytest.mark.django_db

HEMMELIG = "Forhandlinger om pris"


@pytest.fixture(autouse=True)
def filmappe(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def kommuner():
    return [lag_kommune("Luster", "4644"), lag_kommune("Vik", "4639")]


@pytest.fixture
def sogn(kommuner):
    return lag_region("Sogn", slug="sogn", kommuner=kommuner)


@pytest.fixture
def avtale(sogn, kommuner):
    return lag_avtale("Sogn KO", region=sogn, kommuner=kommuner)


@pytest.fixture
def redaktoer(som, sogn):
    return som(lag_bruker("koordinator", region=sogn))


def legg_inn(avtale, tittel="Samarbeidsavtale", *, navn="avtale.pdf", **felt) -> Dokument:
    standard = {"type": "avtale", "tittel": tittel, "er_offentlig": True, "unntakshjemmel": ""}
    return registrer_dokument(avtale, vedlegg=vedlegg(tittel, navn), felt=standard | felt, av=None)


def unntatt(avtale, tittel=HEMMELIG) -> Dokument:
    return legg_inn(avtale, tittel, er_offentlig=False, unntakshjemmel="offl. § 23")


def url(navn, *args) -> str:
    return reverse(f"avtaler:{navn}", args=args)


def tekst(svar) -> str:
    return svar.content.decode()


def skjema(innhold: bytes | None = None, navn: str = "avtale.pdf", **felt):
    data = {"tittel": "Samarbeidsavtale", "type": "avtale", "maalform": "nb", "offentlighet": "offentlig",
            "dato": "1.2.2023"}  # fmt: skip
    fil = {"fil": SimpleUploadedFile(navn, innhold)} if innhold is not None else {}
    return data | felt | fil


# Services ------------------------------------------------------------------------------------------------------------


def test_file_is_stored_by_its_content_and_never_by_its_name(avtale, filmappe):
    dokument = legg_inn(avtale, navn="../../avtale.pdf")
    [fil] = [sti for sti in filmappe.rglob("*") if sti.is_file()]
    assert fil == filmappe / "dokumenter" / f"{dokument.sha256}.pdf"
    assert fil.read_bytes() == lag_pdf()


def test_same_file_twice_in_an_agreement_is_refused_and_in_another_it_is_one_file(avtale, filmappe):
    dokument = legg_inn(avtale)
    with pytest.raises(Avvist, match="fra før, som «Samarbeidsavtale»"):
        legg_inn(avtale)
    annet = legg_inn(lag_avtale())
    assert annet.sha256 == dokument.sha256
    assert len(list((filmappe / "dokumenter").iterdir())) == 1


def test_exempt_document_has_its_ground_and_a_public_one_none(avtale):
    with pytest.raises(Avvist, match="Skriv hvilken bestemmelse"):
        legg_inn(avtale, er_offentlig=False)
    with pytest.raises(Avvist, match="ingen unntakshjemmel"):
        legg_inn(avtale, unntakshjemmel="offl. § 14")
    assert unntatt(avtale).unntakshjemmel == "offl. § 23"


def test_document_belongs_to_versions_and_rounds_of_its_own_agreement(avtale, kommuner):
    annen = lag_avtale(kommuner=kommuner)
    with pytest.raises(Avvist, match="samme avtalen"):
        legg_inn(avtale, runde=lag_runde(annen))
    with pytest.raises(Avvist, match="samme avtalen"):
        legg_inn(avtale, avtaleversjon=annen.versjoner.get())
    assert legg_inn(avtale, avtaleversjon=avtale.versjoner.get()).avtaleversjon.nummer == 1


def test_change_on_top_of_another_is_a_conflict(avtale):
    dokument = legg_inn(avtale)
    endre_dokument(dokument_id=dokument.pk, versjon=1, felt={"tittel": "Ny tittel"})
    with pytest.raises(Konflikt):
        endre_dokument(dokument_id=dokument.pk, versjon=1, felt={"tittel": "Min tittel"})


def test_file_goes_with_the_last_document_that_is_it(avtale, django_capture_on_commit_callbacks):
    dokument, annet = legg_inn(avtale), legg_inn(lag_avtale())
    with django_capture_on_commit_callbacks(execute=True):
        fjern_dokument(dokument_id=dokument.pk, versjon=1)
    assert arkiv.finnes(annet.sha256, "pdf")
    with django_capture_on_commit_callbacks(execute=True):
        fjern_dokument(dokument_id=annet.pk, versjon=1)
    assert not arkiv.finnes(annet.sha256, "pdf")


def test_every_usual_ground_has_both_languages_and_fits_its_field():
    hjemler = les_unntakshjemler()
    assert len({ett.hjemmel for ett in hjemler}) == len(hjemler) >= 10
    assert not [ett for ett in hjemler if ett.tekst.mangler_maalform or not 0 < len(ett.hjemmel) <= 120]


# Who may see ---------------------------------------------------------------------------------------------------------


def sider(dokument) -> list[str]:
    return [url("dokument", dokument.pk), url("dokumentfil", dokument.pk)]


def svar_paa(klient, dokument) -> list[int]:
    return [lest(klient.get(side)).status_code for side in sider(dokument)]


def lister(avtale) -> list[str]:
    return [url("dokumenter", avtale.pk), url("bibliotek"), url("bibliotek") + "?q=forhandlinger"]


def test_public_document_is_for_everybody(client, avtale):
    dokument = legg_inn(avtale)
    assert svar_paa(client, dokument) == [200, 200]
    assert all("Samarbeidsavtale" in tekst(client.get(side)) for side in lister(avtale)[:2])


def test_exempt_document_and_its_title_are_for_those_with_full_insight(client, som, avtale, sogn, kommuner):
    dokument = unntatt(avtale)
    fremmede = [None, lag_bruker("politiker", kommune=lag_kommune()), lag_bruker("koordinator", region=lag_region())]
    for leser in fremmede:
        klient = som(leser) if leser else client
        assert svar_paa(klient, dokument) == [404, 404]
        assert not [side for side in lister(avtale) if HEMMELIG in tekst(klient.get(side))]
    roller = ("politiker", "sekretaer", "rapportoer", "innsyn")
    egne = [lag_bruker(rolle, kommune=kommuner[0]) for rolle in roller]
    for leser in (*egne, lag_bruker("koordinator", region=sogn), lag_bruker("administrator")):
        klient = som(leser)
        assert svar_paa(klient, dokument) == [200, 200]
        assert all(HEMMELIG in tekst(klient.get(side)) for side in lister(avtale))


def test_document_of_a_draft_agreement_is_its_coordinators_own(client, som, sogn, kommuner):
    utkast = lag_avtale(region=sogn, kommuner=kommuner, er_utkast=True)
    dokument = legg_inn(utkast)
    for klient in (client, som(lag_bruker("politiker", kommune=kommuner[0]))):
        assert svar_paa(klient, dokument) == [404, 404]
        assert "Samarbeidsavtale" not in tekst(klient.get(url("bibliotek")))
    assert som(lag_bruker("koordinator", region=sogn)).get(sider(dokument)[0]).status_code == 200


def test_draft_version_is_not_told_of_through_its_document(client, som, sogn, avtale):
    utkast = lag_ny_versjon(avtale)
    legg_inn(avtale, avtaleversjon=utkast)
    assert "Versjon 2" not in tekst(client.get(url("dokumenter", avtale.pk)))
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=lag_runde(avtale))
    assert "Versjon 2" in tekst(client.get(url("dokumenter", avtale.pk)))


def test_only_coordinators_of_the_region_write(som, avtale, kommuner):
    dokument = legg_inn(avtale)
    skriv = [url("nytt_dokument", avtale.pk), url("endre_dokument", dokument.pk), url("slett_dokument", dokument.pk)]
    for leser in (lag_bruker("politiker", kommune=kommuner[0]), lag_bruker("koordinator", region=lag_region())):
        klient = som(leser)
        assert (
            {klient.get(side).status_code for side in skriv}
            == {klient.post(side).status_code for side in skriv}
            == {404}
        )
    assert Dokument.objects.count() == 1


# The library ---------------------------------------------------------------------------------------------------------


def test_library_is_searched_filtered_and_paged_across_regions(client, avtale):
    legg_inn(avtale, "Årsmelding for Sogn", type="rapport")
    legg_inn(lag_avtale(region=lag_region("Nord", slug="nord")), "Mal for KO-avtale", type="mal")
    treff = {
        "": 2, "?q=ÅRSMELDING": 1, "?q=aarsmelding": 1, "?q=ko mal": 1, "?type=mal": 1, "?region=nord": 1,
        "?type=mal&region=sogn": 0, "?q=finnesikke": 0, "?side=99": 2, "?side=x&type=y&region=z": 2, "?q=%00%25_'": 0,
    }  # fmt: skip
    for spoerring, antall in treff.items():
        svar = client.get(url("bibliotek") + spoerring)
        assert svar.context["side"].antall == antall, spoerring
    for nr in range(55):
        legg_inn(avtale, f"Referat {nr}")
    assert "Side 2 av 2" in tekst(client.get(url("bibliotek") + "?side=2"))


def test_htmx_gets_only_the_hits(client, avtale):
    legg_inn(avtale)
    svar = tekst(client.get(url("bibliotek"), headers={"HX-Request": "true"}))
    assert "Samarbeidsavtale" in svar
    assert "<html" not in svar


# Upload and download -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("navn", "innhold"), [("avtale.pdf", lag_pdf()), ("avtale.docx", lag_docx())])
def test_honest_file_comes_out_as_it_went_in(redaktoer, client, avtale, navn, innhold):
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(innhold, navn))
    assert svar.status_code == 302, svar.context["form"].errors
    dokument = Dokument.objects.get()
    assert (dokument.filnavn, dokument.dato, dokument.stoerrelse) == (navn, date(2023, 2, 1), len(innhold))
    client.logout()
    ned = client.get(url("dokumentfil", dokument.pk))
    assert ned.getvalue() == innhold
    assert dokument.sha256 in tekst(client.get(url("dokument", dokument.pk)))


def test_download_can_neither_be_shown_nor_run(client, avtale):
    svar = client.get(url("dokumentfil", legg_inn(avtale).pk))
    assert svar.getvalue()
    assert svar["Content-Security-Policy"] == "sandbox"
    assert svar["X-Content-Type-Options"] == "nosniff"
    assert svar["Content-Type"] == "application/pdf"
    assert svar["Content-Disposition"].startswith("attachment; ")


@pytest.mark.parametrize("hva", ONDE)
def test_bad_file_is_refused_with_a_sentence_and_nothing_is_stored(redaktoer, avtale, filmappe, hva):
    navn, innhold = ONDE[hva]
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(innhold, navn, tittel="Min tittel"))
    assert svar.status_code == 422
    [feil] = svar.context["form"].errors["fil"]
    assert feil.endswith((".", ")."))
    assert "Min tittel" in tekst(svar)
    assert not Dokument.objects.exists()
    assert not [sti for sti in filmappe.rglob("*") if sti.is_file()]


def test_file_above_the_limit_is_refused_without_being_read(redaktoer, avtale, monkeypatch):
    monkeypatch.setattr("avtaler.forms.dokumentskjema.STOERSTE_VEDLEGG", 1024 * 1024)
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(b"%PDF-1.7" + b"\0" * (1024 * 1024)))
    assert svar.context["form"].errors["fil"] == ["Filen er for stor. Den kan være høyst 1 MB."]


def test_missing_file_and_ground_are_asked_for_and_the_rest_is_kept(redaktoer, avtale):
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(offentlighet="unntatt"))
    assert set(svar.context["form"].errors) == {"fil", "unntakshjemmel"}
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(lag_pdf(), offentlighet="", tittel="Min tittel"))
    assert set(svar.context["form"].errors) == {"offentlighet"}
    assert "filen må du velge på nytt" in tekst(svar)
    assert "Min tittel" in tekst(svar)
    assert not Dokument.objects.exists()


def test_public_document_with_a_ground_is_never_published_by_mistake(redaktoer, avtale):
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(lag_pdf(), unntakshjemmel="offl. § 13"))
    assert set(svar.context["form"].errors) == {"offentlighet"}


@pytest.mark.parametrize("navn", NAVN)
def test_name_is_only_shown_and_its_header_parses(client, avtale, filmappe, navn):
    dokument = legg_inn(avtale, navn=trygt_navn(navn, endelse="pdf"))
    filer = [sti for sti in filmappe.rglob("*") if sti.is_file()]
    assert filer == [filmappe / "dokumenter" / f"{dokument.sha256}.pdf"]
    svar = client.get(url("dokumentfil", dokument.pk))
    assert svar.getvalue() == lag_pdf()
    filnavn = _lest_filnavn(svar["Content-Disposition"])
    assert filnavn == os.path.basename(filnavn) == dokument.filnavn
    assert filnavn.lower().endswith(".pdf")
    assert client.get(url("dokument", dokument.pk)).status_code == 200


@pytest.mark.parametrize(
    "navn", [navn for navn in NAVN if "\0" not in navn and os.path.basename(navn) not in {"", "..", "."}][::6]
)
def test_odd_name_goes_through_the_page(redaktoer, avtale, navn):
    svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(lag_pdf(), navn))
    assert svar.status_code == 302, svar.context["form"].errors
    assert Dokument.objects.get().filnavn.lower().endswith(".pdf")


def _lest_filnavn(hode: str) -> str:
    """The name a browser saves under: RFC 6266 lets ``filename*`` go before ``filename``."""
    treff = re.fullmatch(r'attachment; filename="([A-Za-z0-9 ._()\-]+)"; filename\*=UTF-8\'\'([!-~]+)', hode)
    assert treff is not None, hode
    return unquote(treff[2], errors="strict")


# Editing -------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_a_document_is_changed_and_a_conflict_keeps_both(redaktoer, avtale):
    dokument = legg_inn(avtale)
    side, data = url("endre_dokument", dokument.pk), skjema(tittel="Min tittel", versjon="1")
    endre_dokument(dokument_id=dokument.pk, versjon=1, felt={"tittel": "Deres tittel"})
    svar = redaktoer.post(side, data)
    assert svar.status_code == 409
    assert "Deres tittel" in tekst(svar)
    assert "Min tittel" in tekst(svar)
    assert redaktoer.post(side, data | {"versjon": "2"}).status_code == 302
    assert Dokument.objects.get().tittel == "Min tittel"


def test_new_edition_starts_from_what_was_said_of_the_old(redaktoer, avtale):
    gammelt = unntatt(avtale)
    start = redaktoer.get(url("nytt_dokument", avtale.pk) + f"?som={gammelt.pk}").context["form"].initial
    assert (start["tittel"], start["offentlighet"], start["unntakshjemmel"]) == (HEMMELIG, "unntatt", "offl. § 23")
    for som in ("x", "999999", ""):
        assert redaktoer.get(url("nytt_dokument", avtale.pk) + f"?som={som}").status_code == 200


def test_document_is_taken_out_through_the_page(redaktoer, avtale):
    dokument = legg_inn(avtale)
    assert redaktoer.get(url("slett_dokument", dokument.pk)).status_code == 200
    assert redaktoer.post(url("slett_dokument", dokument.pk), {"versjon": "1"}).url == url("dokumenter", avtale.pk)
    assert redaktoer.get(url("dokument", dokument.pk)).status_code == 404
    assert not Dokument.objects.exists()


def test_document_changed_since_the_question_is_not_taken_out(redaktoer, avtale):
    dokument = legg_inn(avtale)
    side = url("slett_dokument", dokument.pk)
    assert redaktoer.get(side).context["form"].initial == {"versjon": 1}
    endre_dokument(dokument_id=dokument.pk, versjon=1, felt={"tittel": "Protokoll"})
    svar = redaktoer.post(side, {"versjon": "1"})
    assert (svar.status_code, "Noen andre har endret dette" in tekst(svar)) == (409, True)
    assert Dokument.objects.get().tittel == "Protokoll"


def test_form_sent_twice_is_one_document(redaktoer, avtale):
    data = {"innsending": "6a1f0a52-2f0c-4d0e-9a54-0d7a3c1c9f11"}
    for _ in range(2):
        svar = redaktoer.post(url("nytt_dokument", avtale.pk), skjema(lag_pdf(), **data))
        assert svar.status_code == 302
    assert Dokument.objects.count() == 1


def test_missing_file_is_told_of_and_not_an_error(client, avtale, filmappe):
    dokument = legg_inn(avtale)
    (filmappe / "dokumenter" / f"{dokument.sha256}.pdf").unlink()
    assert "ikke i arkivet" in tekst(client.get(url("dokument", dokument.pk)))
    assert client.get(url("dokumentfil", dokument.pk)).status_code == 404


def test_file_taken_away_while_it_is_fetched_is_not_an_error(client, avtale, filmappe, settings):
    dokument = legg_inn(avtale)

    class Forsvinner(os.PathLike):
        """The folder, emptied when it is asked for the second time."""

        spurt = 0

        def __fspath__(self):
            self.spurt += 1
            if self.spurt == 2:
                (filmappe / "dokumenter" / f"{dokument.sha256}.pdf").unlink()
            return str(filmappe)

    settings.MEDIA_ROOT = Forsvinner()
    svar = client.get(url("dokumentfil", dokument.pk))
    svar.close()
    assert svar.status_code in {200, 404}


def test_version_shows_its_documents(client, avtale):
    legg_inn(avtale, avtaleversjon=avtale.versjoner.get())
    assert "Samarbeidsavtale" in tekst(client.get(url("versjon", avtale.pk, 1)))
