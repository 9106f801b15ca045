"""The finished report: fit for archive and screen reader, true to its picture, and the same every time."""

import hashlib
import os
import re
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pikepdf
import pytest
from django.utils import translation

from kommuner.domene.skriving import vis_beloep_uten_enhet
from rapport.domene import sak
from rapport.domene.innhold import Kommuneoversikt
from rapport.press import html_for, pdf_for
from rapport.press.henter import Trykkhenter
from rapport.press.html import sats
from rapport.press.melding import Melding
from rapport.press.pdf import Pressefeil, faste_ressurser
from rapport.press.pdf import pdf_for as pdf_av_html
from tests.rapport.eksempeloversikt import FORMER, kaafjord, sogndal
from tests.rapport.pdfkontroll import aapne, elementer, regelbrudd, sidetekst, tagger, tekst

OVERSIKTER = {"nn": sogndal, "nb": kaafjord}
ORD = {
    "nn": ("Eigarskapsmelding 2026 – Sogndal kommune", "Innhald", "Om meldinga", "Kommunestyret vedtek"),
    "nb": ("Eierskapsmelding 2026 – Kåfjord kommune", "Innhold", "Om meldingen", "Kommunestyret vedtar"),
}


@cache
def trykt(maalform: str) -> bytes:
    return pdf_for(OVERSIKTER[maalform]())


@pytest.fixture(params=["nb", "nn"])
def maalform(request) -> str:
    return request.param


@pytest.fixture
def pdf(maalform) -> bytes:
    return trykt(maalform)


@pytest.fixture
def dokument(pdf):
    with aapne(pdf) as dokument:
        yield dokument


@pytest.mark.parametrize("profil", ["2a", "ua1"])
def test_pdf_fulfils_the_profiles(pdf, profil):
    assert regelbrudd(pdf, profil) == []


def test_pdf_is_sound_to_qpdf(pdf, tmp_path):
    (tmp_path / "x.pdf").write_bytes(pdf)
    ut = subprocess.run(["qpdf", "--check", tmp_path / "x.pdf"], capture_output=True, text=True, check=False)
    assert (ut.returncode, ut.stderr) == (0, "")


def test_pdf_claims_both_standards_in_one_plain_packet(dokument):
    metadata = dokument.Root.Metadata
    xmp = metadata.read_raw_bytes().decode()
    assert "/Filter" not in metadata
    assert xmp.count("<rdf:RDF") == 1
    assert 'pdfaid:part="2" pdfaid:conformance="A"' in xmp
    assert 'pdfuaid:part="1"' in xmp


def test_pdf_says_its_language_and_title(dokument, maalform):
    assert dokument.Root.Lang == maalform
    assert dokument.docinfo.Title == ORD[maalform][0]
    assert dokument.Root.ViewerPreferences.DisplayDocTitle
    assert dokument.Root.MarkInfo.Marked


def test_pdf_takes_its_dates_from_the_content(dokument):
    assert str(dokument.docinfo.CreationDate).startswith("D:20260601")
    assert str(dokument.docinfo.ModDate).startswith("D:20260601")


def test_every_figure_says_its_message(dokument, maalform):
    diagrammer = Melding(OVERSIKTER[maalform]()).diagrammer
    alt = [str(e.Alt) for e in elementer(dokument) if e.S == "/Figure"]
    assert alt == [diagram.alt for diagram in diagrammer.values()]


def test_every_heading_cell_has_a_scope(dokument):
    retninger = [e.A.get("/Scope") for e in elementer(dokument) if e.S == "/TH"]
    assert None not in retninger
    assert {str(retning) for retning in retninger} == {"/Column", "/Row"}


def test_headings_do_not_jump(dokument):
    nivaaer = [int(tag[2]) for tag in tagger(dokument) if re.fullmatch("/H[1-6]", tag)]
    assert nivaaer[0] == 1
    assert nivaaer.count(1) == 1
    assert all(neste <= forrige + 1 for forrige, neste in pairwise(nivaaer))


def test_every_table_stands_whole_on_a_page(dokument, maalform):
    html = sats(Melding(OVERSIKTER[maalform]()), for_trykk=True)
    assert tagger(dokument).count("/Table") == html.count("<table")


def test_bookmarks_follow_the_chapters(dokument, maalform):
    with dokument.open_outline() as innhold:
        (rot,) = innhold.root
    assert rot.title == ORD[maalform][0]
    assert [kapittel.title for kapittel in rot.children][::9] == list(ORD[maalform][1:3])


def test_only_our_own_faces_and_all_embedded(dokument):
    skrifter = [
        o for o in dokument.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
    ]
    assert skrifter
    assert all("Inter" in str(skrift.FontName) for skrift in skrifter)
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(skrift.keys()) for skrift in skrifter)


def test_nothing_in_it_runs_or_hides(dokument):
    noekler = {noekkel for o in dokument.objects if isinstance(o, pikepdf.Dictionary) for noekkel in o.keys()}
    assert not noekler & {"/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/Launch", "/Encrypt"}
    assert not any(o.get("/S") == "/URI" for o in dokument.objects if isinstance(o, pikepdf.Dictionary))


def beloep_i(oversikt: Kommuneoversikt) -> set[int]:
    """Every amount in øre that the picture holds or that follows from it."""
    alle = {oversikt.sum_oere, oversikt.sum_oere_per_innbygger}
    for ark in oversikt.betalinger:
        b = ark.betaling
        alle |= {b.beloep_oere, b.til_fordeling_oere, b.oere_per_innbygger, b.andres_oere_per_innbygger}
        alle |= {d.beloep_oere for d in b.deltakere} | {d.oere_per_innbygger for d in b.deltakere}
    alle |= {form.sum_oere for form in Melding(oversikt).former if form.har_betaling}
    return {oere for oere in alle if oere is not None}


def test_every_amount_of_the_picture_is_in_the_text(pdf, maalform):
    innhold = tekst(pdf)
    for oere in beloep_i(OVERSIKTER[maalform]()):
        skrevet = vis_beloep_uten_enhet(oere).replace("\N{NO-BREAK SPACE}", " ")
        assert re.search(rf"(?<!\d){re.escape(skrevet)}(?:,00)?(?![\d,])", innhold), skrevet


def test_every_agreement_and_name_is_in_the_text(pdf, maalform):
    innhold = tekst(pdf).replace("\N{SOFT HYPHEN}", "").replace("- ", "").replace(" ", "")
    oversikt = OVERSIKTER[maalform]()
    navn = [ark.navn for ark in oversikt.avtaler] + [d.navn for ark in oversikt.avtaler for d in ark.deltakere]
    assert [n for n in navn if n.replace("- ", "").replace(" ", "") not in innhold] == []


def test_letters_of_the_sami_languages_are_printed():
    assert "Čáhppes, Đearpmis, Ŋoaivi, Šiŋŋá, Ŧ og Ž" in tekst(trykt("nb"))


def test_the_cover_is_one_page(pdf, maalform):
    _, innhold, _, vedtak = ORD[maalform]
    assert vedtak in sidetekst(pdf, 1)
    assert "eksempel" in sidetekst(pdf, 1)
    assert innhold in sidetekst(pdf, 2)


def test_the_cover_is_one_page_also_when_everything_is_wrong():
    mal = sogndal()
    former = [(f"{kode} {nr}", *FORMER[kode]) for nr in range(2) for kode in FORMER]
    avtaler = tuple(
        replace(mal.avtaler[0], id=nr, form=kode, form_navn=navn, kommunens_formaal="", betaling=None)
        for nr, (kode, navn, *_) in enumerate(former)
    )
    saker = tuple(
        replace(mal.saker[0], runde_id=nr, tittel="Svært lang sakstittel om samarbeid " * 5) for nr in range(9)
    )
    verst = replace(mal, avtaler=avtaler, saker=saker, prinsipper=None)
    assert "Innhald" in sidetekst(pdf_for(verst), 2)


def test_the_table_of_contents_has_the_right_pages(pdf, maalform):
    siste = ORD[maalform][2]
    (side,) = re.findall(rf"{siste} (\d+)", sidetekst(pdf, 2))
    assert siste in sidetekst(pdf, int(side))


def test_every_page_but_the_cover_says_what_it_is(pdf, dokument, maalform):
    alle = len(dokument.pages)
    for side in range(2, alle + 1):
        paa_siden = sidetekst(pdf, side)
        assert f"Side {side} av {alle}" in paa_siden
        assert ORD[maalform][0] in paa_siden
        assert "1. juni 2026" in paa_siden


def test_the_same_picture_gives_the_same_bytes():
    assert pdf_for(sogndal()) == trykt("nn")


def test_another_process_gives_the_same_bytes():
    kode = (
        "import django, hashlib; django.setup(); from rapport.press import pdf_for; "
        "from tests.rapport.eksempeloversikt import kaafjord; "
        "print(hashlib.sha256(pdf_for(kaafjord())).hexdigest())"
    )
    miljoe = os.environ | {
        "PYTHONHASHSEED": "4640",
        "DJANGO_SETTINGS_MODULE": "samarbeid.settings",
        "SAMARBEID_TEST": "1",
    }
    ut = subprocess.run([sys.executable, "-c", kode], env=miljoe, capture_output=True, text=True, check=True)
    assert ut.stdout.strip() == hashlib.sha256(trykt("nb")).hexdigest()


def test_the_same_picture_gives_the_same_bytes_whatever_language_is_active():
    with translation.override("nn"):
        assert pdf_for(kaafjord()) == trykt("nb")


def test_what_is_missing_is_said_by_name():
    innhold = tekst(trykt("nb"))
    assert "Prinsippene er ikke lagt inn." in innhold
    assert "Formålet mangler for 3 eierinteresser" in innhold
    mangler = innhold.partition("Kommunens formål mangler for:")[2]
    assert mangler.lstrip(" •").startswith("Avfallsservice Nord-Troms IKS")


def test_what_is_unknown_is_not_nothing():
    former = {form.gruppe.kode: form for form in Melding(sogndal()).former}
    assert not former["AS"].har_betaling
    assert re.search("Aksjeselskap 1 – ", sidetekst(trykt("nn"), 1))


def test_the_parts_of_every_split_add_up():
    for del_ in Melding(sogndal()).betalinger:
        assert del_.sum_oere == del_.betaling.til_fordeling_oere


def test_what_is_fulfilled_points_to_its_page():
    innhold = sidetekst(trykt("nn"), 3)
    assert "Oppfylt" in innhold
    assert re.search(r"Prinsipp for eigarstyring \(side 3\)", innhold)


@pytest.mark.parametrize("navn", ["Sogndal", "Vestland fylkeskommune"])
def test_the_report_has_the_title_that_the_case_is_registered_under(navn):
    oversikt = sogndal()
    melding = Melding(replace(oversikt, kommune=replace(oversikt.kommune, navn=navn)))
    assert melding.tittel == sak.tittel(navn, dato=oversikt.dato, maalform=oversikt.maalform)
    assert f"{melding.tittel_ledd} – {melding.kommunenavn}" == melding.tittel


# The same words on a screen ------------------------------------------------------------------------------------------


def uten_merking(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("oversikt", OVERSIKTER.values(), ids=OVERSIKTER)
def test_html_has_every_amount(oversikt):
    innhold = uten_merking(html_for(oversikt()))
    for oere in beloep_i(oversikt()):
        assert vis_beloep_uten_enhet(oere).replace("\N{NO-BREAK SPACE}", " ") in innhold


@pytest.mark.parametrize("oversikt", OVERSIKTER.values(), ids=OVERSIKTER)
def test_html_needs_nothing_from_outside(oversikt):
    html = html_for(oversikt()).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|trykk:|<script|<link|<img|url\((?!#)|@import", html)
    assert html.count("<svg") == len(Melding(oversikt()).diagrammer)


def test_html_and_print_have_the_same_headings():
    melding = Melding(sogndal())
    finn = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.S)
    assert finn.findall(sats(melding, for_trykk=False)) == finn.findall(sats(melding, for_trykk=True))


def test_html_ids_are_unique():
    ider = re.findall(r'\bid="([^"]+)"', html_for(sogndal()))
    assert len(ider) == len(set(ider))


def test_links_inside_the_document_lead_somewhere():
    html = html_for(sogndal())
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'\bid="([^"]+)"', html))


def test_words_in_the_other_language_say_so():
    html = html_for(sogndal())
    assert '<h3 lang="nb">Nettverk for samfunnssikkerhet og beredskap</h3>' in html
    assert 'lang="nb">Sogn ' not in html


def test_without_access_to_money_there_is_no_money():
    aapen = replace(sogndal(), ser_oekonomi=False, avtaler=tuple(replace(a, betaling=None) for a in sogndal().avtaler))
    innhold = uten_merking(html_for(aapen))
    assert "Kva vi betaler" not in innhold
    assert not re.search(r"\d\skr\b", innhold)


def test_a_long_table_of_payments_is_split_by_form():
    mal = sogndal()
    mange = replace(mal, avtaler=tuple(replace(mal.avtaler[nr % 4], id=nr) for nr in range(40)))
    tabeller = Melding(mange).betalingstabeller
    assert [del_.navn for del_ in tabeller] == [
        "interkommunalt politisk råd",
        "kommunalt oppgåvefellesskap",
        "interkommunalt selskap",
    ]
    assert sum(del_.sum_oere for del_ in tabeller) == mange.sum_oere


def test_a_municipality_with_nothing_still_gets_its_report():
    tom = replace(kaafjord(), avtaler=(), dato=date(2027, 1, 1))
    pdf = pdf_for(tom)
    assert regelbrudd(pdf, "ua1") == []
    assert "Eierskapsmelding 2027" in sidetekst(pdf, 1)


# Nothing is fetched --------------------------------------------------------------------------------------------------

SKJEMAER = (
    "file:///etc/hostname",
    "http://127.0.0.1:{port}/a.png",
    "https://127.0.0.1:{port}/a.png",
    "ftp://127.0.0.1:{port}/a.png",
    "//127.0.0.1:{port}/a.png",
    "data:image/png;base64,iVBORw0KGgo=",
    "gopher://127.0.0.1:{port}/",
    "jar:file:///etc/hostname!/",
    "trykk:../../etc/hostname",
    "a.png",
)
STEDER = (
    '<img src="{url}" alt="x">',
    '<link rel="stylesheet" href="{url}">',
    '<link rel="attachment" href="{url}">',
    '<style>@import url("{url}");</style>',
    '<style>@font-face {{ font-family: F; src: url("{url}"); }} b {{ font-family: F; }}</style><b>x</b>',
    '<div style="background: url({url})">x</div>',
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}" width="9" height="9"/></svg>',
)


@pytest.fixture
def lytter():
    """A door on this machine, and how many times anyone knocked."""
    tjener = socket.create_server(("127.0.0.1", 0))
    tjener.settimeout(0.2)
    bank: list[str] = []
    stopp = threading.Event()

    def lytt() -> None:
        while not stopp.is_set():
            try:
                forbindelse, avsender = tjener.accept()
            except TimeoutError:
                continue
            bank.append(str(avsender))
            forbindelse.close()

    traad = threading.Thread(target=lytt)
    traad.start()
    yield tjener.getsockname()[1], bank
    stopp.set()
    traad.join()
    tjener.close()


@pytest.fixture
def spurt_etter(monkeypatch) -> list[str]:
    """Every address the engine asks the fetcher for."""
    adresser: list[str] = []
    hent = Trykkhenter.fetch
    monkeypatch.setattr(Trykkhenter, "fetch", lambda selv, url, *a: adresser.append(url) or hent(selv, url, *a))
    return adresser


@pytest.mark.parametrize("skjema", SKJEMAER)
def test_no_address_is_ever_fetched(skjema, lytter, spurt_etter):
    port, bank = lytter
    stoppet = 0
    for sted in STEDER:
        html = f'<html lang="nb"><title>x</title><p>x</p>{sted.format(url=skjema.format(port=port))}</html>'
        spurt_etter.clear()
        try:
            pdf_av_html(html, ressurser=faste_ressurser())
        except Pressefeil:
            stoppet += 1
        else:
            assert spurt_etter == [], sted
    assert stoppet >= 7
    assert bank == []


def test_addresses_in_peoples_words_are_only_words(lytter, spurt_etter):
    port, bank = lytter
    ondt = " ".join(s.format(url=u.format(port=port)) for s, u in zip(STEDER, SKJEMAER, strict=False))
    mal = kaafjord()
    ark = replace(mal.avtaler[0], navn=ondt, formaal=(ondt,), kommunens_formaal=ondt, ansvar=ondt, oppsigelse=ondt)
    kommune = replace(mal.kommune, navn=ondt, navn_parallelle=ondt)
    pdf = pdf_for(replace(mal, kommune=kommune, avtaler=(ark,)))
    assert {url.removeprefix("trykk:") for url in spurt_etter} <= {*faste_ressurser(), "vi-og-andre", "betaling-1"}
    assert bank == []
    assert "file:///etc/hostname" in tekst(pdf)


def test_a_missing_resource_stops_the_press():
    with pytest.raises(Pressefeil, match="får ikke hente"):
        pdf_av_html('<html lang="nb"><title>x</title><img src="trykk:borte" alt="x"></html>', ressurser={})


def test_the_engine_has_nothing_to_complain_about(caplog):
    with caplog.at_level("WARNING", logger="weasyprint"):
        pdf_for(kaafjord())
    assert [r.message for r in caplog.records if r.name.startswith("weasyprint")] == []
