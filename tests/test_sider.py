"""Every page in bokmål and nynorsk: valid, wholly translated, guarded by its headers, and a fixed number of queries."""

import html
import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import polib
import pytest
import yaml
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.adresser import alle_ruter
from tests.tilgangstabell import BARE_POST, TABELL
from tests.verden import DATO, Verden, flere_rader, lest

pytestmark = pytest.mark.django_db

ROT = Path(__file__).resolve().parent.parent
RUTER = alle_ruter()
BUDSJETT = Path(__file__).with_name("spoerringer.yaml")
MAALFORMER = ("nb", "nn")

#: Pages that show more than one face: (address name, query). The date is the demo data's own, so that no test ages.
VARIANTER = {
    "avtaler:register": ("", "?status=alle&q=s", "?q=finnesikke"),
    "avtaler:ny": ("", "?form=VERT_ADM", "?form=IKS"),
    "avtaler:aarshjul": (
        "",
        "?region=vestfold-9k&dato=20.11.2003",
        "?kommune=4640&klasse=utvikling&rolle=politiker&aar=2027",
    ),
    "avtaler:prosjekter": ("", "?q=finnesikke", "?region=vestfold-9k&driver=mangler"),
    "kostnad:ny_noekkel": ("", "?mal=sats"),
    "rapport:kommuner": ("", "?sok=finnesikke"),
    "rapport:kommune": ("", "?dato=1.1.2019", "?dato=tull"),
    "rapport:betaler": ("", "?dato=1.1.2019"),
}
#: Read by others than the administrator: what the login pages show to a visitor, and pages that know who is asking.
SOM = {
    "start": ("besøkende", "politiker", "sekretær", "koordinator", "administrator"),
    "rapport:kommune": ("besøkende", "politiker", "administrator"),
    "avtaler:register": ("besøkende", "administrator"),
    "avtaler:avtale": ("besøkende", "administrator"),
    "avtaler:dokumenter": ("besøkende", "administrator"),
    "avtaler:aarshjul": ("besøkende", "politiker", "koordinator", "administrator"),
    "avtaler:paavirke": ("besøkende", "politiker", "administrator"),
    "avtaler:kalendere": ("politiker", "administrator"),
    "rapport:region": ("besøkende", "sekretær region"),
    "konto": ("politiker", "administrator"),
    "mfa_activate_totp": ("koordinator",),
    "mfa_index": ("koordinator", "administrator"),
    "account_login": ("besøkende",),
    "account_reset_password": ("besøkende",),
    "account_reset_password_done": ("besøkende",),
    "account_reset_password_from_key": ("besøkende",),
    "account_reset_password_from_key_done": ("besøkende",),
    "account_inactive": ("besøkende",),
}
#: Not pages: for machines, or files to keep.
IKKE_SIDER = {
    "healthz", "readyz", "mfa_download_recovery_codes", "rapport:kommunedata", "rapport:pdf", "rapport:html",
    "kostnad:fordeling_data", "kostnad:tilskuddsfil", "avtaler:dokumentfil", "avtaler:aarshjul_ics", "avtaler:kalender",
    "avtaler:matrisefil", "avtaler:prosjektfil", "avtaler:vedtaksfil",
    "avtaler:register_xlsx", "avtaler:register_csv", "avtaler:importmal",
    "avtaler:vurderinger_csv",
}  # fmt: skip
#: Pages that lead on to another when there is nothing to do on them.
BARE_VIDERE = {"mfa_authenticate"}


@dataclass(frozen=True)
class Side:
    """One page as one reader got it."""

    navn: str
    adresse: str
    rolle: str
    maalform: str
    svar: HttpResponse
    spoerringer: int

    @property
    def tekst(self) -> str:
        return self.svar.content.decode()

    def __str__(self) -> str:
        return f"{self.adresse} ({self.maalform}, {self.rolle})"


def _adresser(verden: Verden) -> Iterator[tuple[str, str, str]]:
    """(name, address, role) of every page."""
    for navn in sorted(set(RUTER) & set(TABELL) - IKKE_SIDER):
        if TABELL[navn].get == BARE_POST:
            continue
        for variant in VARIANTER.get(navn, ("",)):
            dato = "" if "dato=" in variant else f"dato={DATO}"
            skille = "&" if variant else "?"
            for rolle in SOM.get(navn, ("administrator",)):
                yield navn, RUTER[navn].adresse(verden.publisert) + variant + (skille + dato if dato else ""), rolle


def _klient(verden: Verden, rolle: str, maalform: str) -> Client:
    """Logged in a moment ago, as pages about the second factor demand."""
    klient = verden.klient(rolle, maalform=maalform)
    if (bruker := verden.brukere[rolle]) is not None:
        sesjon = klient.session
        sesjon[AUTHENTICATION_METHODS_SESSION_KEY] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        sesjon[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(bruker)
        sesjon.save()
    return klient


def _hent(verden: Verden, navn: str, adresse: str, rolle: str, maalform: str) -> Side:
    """The page, with the number of queries it asked."""
    klient = _klient(verden, rolle, maalform)
    with CaptureQueriesContext(
        connection,
    ) as spoerringer:
        svar = klient.get(adresse)
    return Side(navn, adresse, rolle, maalform, svar, len(spoerringer))


@pytest.fixture(scope="module")
def sider(verden) -> list[Side]:
    """Every page in both languages."""
    TOTP.activate(verden.brukere["administrator"], generate_totp_secret())
    RecoveryCodes.activate(verden.brukere["administrator"])
    return [_hent(verden, *en, maalform) for maalform in MAALFORMER for en in _adresser(verden)]


@pytest.fixture(scope="module")
def feilsider(verden) -> list[Side]:
    """Answers that are no page: not found, refused, a form with errors, and on to somewhere else."""
    koordinator = verden.klient("koordinator", maalform="nn")
    adresse = RUTER["avtaler:endre"].adresse(verden.publisert)
    svar = {
        "404": koordinator.get("/finnes/ikke/"),
        "404 utkast": verden.klient("politiker").get(RUTER["avtaler:avtale"].adresse(verden.utkast)),
        "405": koordinator.post("/hjelp/"),
        "422": koordinator.post(adresse, {"navn": ""}),
        "403": Client(enforce_csrf_checks=True).post("/spraak/"),
        "302": Client().get("/konto/"),
        "json": koordinator.get(RUTER["rapport:kommunedata"].adresse(verden.publisert)),
        "html": koordinator.get(RUTER["rapport:html"].adresse(verden.publisert)),
        "pdf": koordinator.get(RUTER["rapport:pdf"].adresse(verden.publisert)),
        "healthz": Client().get("/healthz"),
    }
    return [Side(navn, navn, "", "", lest(ett), 0) for navn, ett in svar.items()]


def test_every_page_answers(sider):
    assert [f"{side}: {side.svar.status_code}" for side in sider if side.svar.status_code != 200] == [
        f"{side}: 302" for side in sider if side.navn in BARE_VIDERE
    ]


def test_every_page_says_its_language(sider):
    assert [
        str(side)
        for side in _html(sider)
        if f'<html lang="{side.maalform}"' not in side.tekst or side.svar["Content-Language"] != side.maalform
    ] == []


def test_every_page_has_one_heading_and_a_title(sider):
    assert [
        str(side)
        for side in _html(sider)
        if side.tekst.count("<h1") != 1 or not re.search(r"<title>\s*\S.+ – Samarbeid</title>", side.tekst)
    ] == []


#: A page of few words is taken for Danish; which language a text is in is the nynorsk wall's to say.
SPRAAKGJETNING = "This document appears to be written in"


def test_every_page_is_valid_html(sider, feilsider, tmp_path):
    vnu = ROT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    filer = {}
    for nr, side in enumerate([*_html(sider), *(feil for feil in feilsider if feil.navn in {"404", "422"})]):
        filer[f"{nr}.html"] = side
        (tmp_path / f"{nr}.html").write_text(side.tekst, encoding="utf-8")
    svar = subprocess.run(
        ["java", "-Xss4m", "-jar", str(vnu), "--format", "json", "--exit-zero-always", str(tmp_path)],
        capture_output=True, check=True,
    )  # fmt: skip
    funn = json.loads(svar.stderr)["messages"]
    assert sorted({
        f"{filer[ett['url'].rsplit('/', 1)[-1]]}: {ett['message']} «{ett.get('extract', '')[:120]}»"
        for ett in funn
        if (ett["type"] == "error" or ett.get("subType") == "warning") and SPRAAKGJETNING not in ett["message"]
    }) == []  # fmt: skip


# Nynorsk -------------------------------------------------------------------------------------------------------------

#: Shorter strings must be the whole of a text; longer ones may not be found inside one.
LANG_NOK = 12
SYNLIGE_ATTRIBUTTER = ("aria-label", "title", "alt", "placeholder", "value", "content")


@pytest.fixture(scope="module")
def bokmaal() -> tuple[dict[str, str], list[tuple[str, re.Pattern[str]]]]:
    """Source strings that are written otherwise in nynorsk: short ones as they are, long ones as patterns.

    A pattern comes with its longest piece: looking for that first is what makes thousands of them affordable.
    """
    katalog = polib.pofile(str(ROT / "locale" / "nn" / "LC_MESSAGES" / "django.po"))
    korte, lange = {}, []
    for innslag in katalog.translated_entries():
        for kilde, oversatt in _par(innslag):
            if kilde == oversatt:
                continue
            biter = [bit for bit in re.split(r"%\(\w+\)[sd]|%[sd]|<[^>]+>", _enkel(kilde)) if bit.strip()]
            if len("".join(biter)) < LANG_NOK:
                korte[_enkel(kilde)] = _enkel(oversatt)
            elif biter:
                moenster = r"[^¶]{1,80}?".join(re.escape(bit.strip()) for bit in biter)
                lengst = max((bit.strip() for bit in biter), key=len)
                lange.append((lengst, re.compile(rf"(?<!\w){moenster}(?!\w)")))
    return korte, lange


def _par(innslag: polib.POEntry) -> Iterator[tuple[str, str]]:
    if innslag.msgid_plural:
        yield innslag.msgid, innslag.msgstr_plural[0]
        yield innslag.msgid_plural, innslag.msgstr_plural[1]
    else:
        yield innslag.msgid, innslag.msgstr


def _enkel(tekst: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(tekst)).strip()


def test_no_bokmaal_is_left_on_the_nynorsk_pages(sider, bokmaal):
    korte, lange = bokmaal
    funn = set()
    for side in _html(sider):
        if side.maalform == "nn":
            tekster = [_enkel(tekst) for tekst in _synlig_nynorsk(_tre(side.tekst))]
            # Short strings are taken as whole texts only where nynorsk never says the same for something else.
            funn |= {f"{side.navn}: «{tekst}»" for tekst in tekster if tekst in korte and tekst not in korte.values()}
            heile = " ¶ ".join(tekster)
            moegelege = (moenster for bit, moenster in lange if bit in heile)
            funn |= {f"{side.navn}: «{treff.group()}»" for moenster in moegelege if (treff := moenster.search(heile))}
    assert "\n".join(sorted(funn)) == ""


def _synlig_nynorsk(element: ElementTree.Element) -> Iterator[str]:
    """Texts and spoken attributes, but not what is marked as another language, nor what readers have written.

    The change log quotes what was stored, in the words it was stored with: that is marked ``translate="no"``.
    """
    if not isinstance(element.tag, str) or element.tag in {"script", "style", "textarea"}:
        return
    if element.get("translate") == "no":
        return
    if element.get("lang", "nn") == "nn":
        yield from (element.get(navn, "") for navn in SYNLIGE_ATTRIBUTTER if _er_synlig(element, navn))
        yield from _deler(element)


def _deler(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for barn in element:
        yield from _synlig_nynorsk(barn)
        yield barn.tail or ""


def _er_synlig(element: ElementTree.Element, navn: str) -> bool:
    if navn == "value":
        return element.get("type") in {"submit", "button"}
    return navn != "content" or element.get("name") == "description"


# Nothing inline, and the headers that guard it -----------------------------------------------------------------------

HODER = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def test_every_answer_is_guarded_by_its_headers(sider, feilsider):
    assert {
        (side.navn, navn, side.svar.get(navn))
        for side in [*sider, *feilsider]
        for navn, ventet in HODER.items()
        if _ordnet(side.svar.get(navn, "")) != _ordnet(ventet)
    } == set()


def _ordnet(hode: str) -> set[str]:
    return {del_.strip() for del_ in hode.split(";")}


def test_pages_of_a_reader_who_is_logged_in_are_stored_nowhere(sider):
    assert [
        str(side)
        for side in sider
        if side.rolle != "besøkende" and "no-store" not in side.svar.get("Cache-Control", "")
    ] == []


def test_https_is_demanded_and_remembered(verden, settings):
    settings.SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/")["Location"] == "https://testserver/"
    for adresse in ("/", "/finnes/ikke/", RUTER["avtaler:register"].adresse({})):
        svar = Client().get(adresse, secure=True)
        assert svar["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


def test_nothing_is_inline(sider, feilsider):
    funn = {
        f"{side.navn}: {feil}"
        for side in [*_html(sider), *(feil for feil in feilsider if feil.navn in {"404", "422", "403"})]
        for element in _tre(side.tekst).iter()
        for feil in _inline(element)
    }
    assert "\n".join(sorted(funn)) == ""


def _inline(element: ElementTree.Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    if element.tag == "style" or (element.tag == "script" and not element.get("src")):
        yield f"<{element.tag}>"
    for navn, verdi in element.attrib.items():
        if navn == "style" or navn.startswith(("on", "hx-on")) or verdi.strip().lower().startswith("javascript:"):
            yield f"<{element.tag} {navn}={verdi[:40]!r}>"


def _html(sider: list[Side]) -> list[Side]:
    return [side for side in sider if side.svar.status_code == 200]


def _tre(tekst: str) -> ElementTree.Element:
    return html5lib.parse(tekst, namespaceHTMLElements=False)


# The number of queries -----------------------------------------------------------------------------------------------


def _varme(sider: list[Side]) -> list[Side]:
    """The second round of pages: what is read once a process has been read."""
    return [side for side in sider if side.maalform == MAALFORMER[-1]]


def _tall(sider: list[Side]) -> dict[str, int]:
    """The most that any variant of the page asks, by page."""
    tall: dict[str, int] = {}
    for side in _varme(sider):
        tall[side.navn] = max(side.spoerringer, tall.get(side.navn, 0))
    return tall


def test_each_page_keeps_its_number_of_queries(sider):
    tall = _tall(sider)
    if os.environ.get("OPPDATER_SPOERRINGER"):
        BUDSJETT.write_text(_FORORD + yaml.safe_dump(tall, allow_unicode=True), encoding="utf-8")
    ventet = yaml.safe_load(BUDSJETT.read_text(encoding="utf-8"))
    avvik = {
        navn: (ventet.get(navn), tall.get(navn)) for navn in {*tall, *ventet} if ventet.get(navn) != tall.get(navn)
    }
    assert avvik == {}, "(written, counted). If it is meant: OPPDATER_SPOERRINGER=1 pytest tests/test_sider.py"


_FORORD = "# How many queries each page asks. Written by OPPDATER_SPOERRINGER=1 pytest tests/test_sider.py.\n"


def test_more_rows_give_no_more_queries(verden, sider):
    foer = {(side.adresse, side.rolle): side.spoerringer for side in _varme(sider)}
    with transaction.atomic():
        flere_rader()
        etter = {
            (adresse, rolle): _hent(verden, navn, adresse, rolle, "nn").spoerringer
            for navn, adresse, rolle in _adresser(verden)
        }
        transaction.set_rollback(True)
    assert {sted: (foer[sted], antall) for sted, antall in etter.items() if foer[sted] != antall} == {}


# CSRF ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("navn", sorted(set(RUTER) & set(TABELL)))
def test_nothing_is_changed_without_a_token(navn, verden):
    """W3: no token and a wrong token are refused everywhere, from a form and from htmx; the right one is let in."""
    rolle = "besøkende" if TABELL[navn].aapen else "administrator"
    klient = verden.klient(rolle, enforce_csrf_checks=True)
    adresse = RUTER[navn].adresse(verden.publisert)
    for hoder in ({}, {"HX-Request": "true"}):
        assert klient.post(adresse, headers=hoder).status_code == 403
        assert klient.post(adresse, {"csrfmiddlewaretoken": "a" * 64}, headers=hoder).status_code == 403
        assert klient.delete(adresse, headers=hoder).status_code == 403
    klient.cookies[settings.CSRF_COOKIE_NAME] = "b" * 32
    assert klient.post(adresse, {"csrfmiddlewaretoken": "b" * 32}).status_code != 403
