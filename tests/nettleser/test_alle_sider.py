"""Every page of the table in the browser, on a desktop in bokmål and on a phone in nynorsk: axe, width and console."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser

from tests.adresser import alle_ruter
from tests.nettleser.leser import Leser
from tests.tilgangstabell import BARE_POST, TABELL

ADMINISTRATOR = "administrator@samarbeid.example"
#: Not pages, or pages that another journey reaches: with a second factor, a link by e-mail, a password typed anew.
UTENOM = {
    "avtaler:aarshjul_ics", "avtaler:kalender",
    "healthz", "readyz", "mfa_download_recovery_codes", "rapport:kommunedata", "rapport:pdf", "rapport:html",
    "kostnad:fordeling_data", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
    "kostnad:tilskuddsfil",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "account_inactive",
    "avtaler:dokumentfil", "avtaler:register_xlsx", "avtaler:register_csv", "avtaler:importmal",
    "avtaler:matrisefil", "avtaler:prosjektfil", "avtaler:vedtaksfil",
    "avtaler:vurderinger_csv", "avtaler:lapp",
}  # fmt: skip
#: An agreement may lack a budget and a municipality a report: look at this many of a kind for the way on.
NOK = 40
#: Where a reader begins; the rest is found by following links.
BEGYNNELSER = (
    "/", "/avtaler/?region=sogn&status=utkast", "/avtaler/?region=kongsbergregionen", "/avtaler/?region=sogn",
    "/avtaler/?region=vest-telemark&status=utkast", "/reformer/", "/runder/?hvem=alle&slag=eierskapsmelding",
    "/prosjekter/?steg=5",
    "/regioner/sogn/", "/regionen/sogn/", "/kommuner/4640/eierskapsmeldinger/", "/konto/bekreft/", "/konto/logg-ut/",
    "/konto/passord/nytt/", "/konto/passord/nytt/sendt/", "/konto/passord/nytt/ferdig/",
    "/konto/passord/nytt/1-ugyldig/",
)  # fmt: skip


def _navn(adresse: str) -> str | None:
    try:
        return resolve(adresse.split("?")[0].split("#")[0]).view_name
    except Resolver404:
        return None


def _en_av_hver(leser, begynnelser: Iterable[str]) -> dict[str, str]:
    """One address of every page, found by following the links: what nobody links to, nobody finds."""
    ventet = _ventede_sider()
    soeker = leser.side.context.request
    koe, funnet, sett, spurt = deque(begynnelser), {}, Counter(), set()
    while koe and not ventet <= set(funnet):
        adresse = koe.popleft()
        navn = _navn(adresse)
        if adresse in spurt or navn is None or navn in UTENOM or TABELL[navn].get == BARE_POST or sett[navn] == NOK:
            continue
        sett[navn] += 1
        spurt.add(adresse)
        svar = soeker.get(f"{leser.adresse}{adresse}", max_redirects=0)
        if svar.status != 200:
            continue
        funnet.setdefault(navn, adresse)
        koe.extend(re.findall(r'href="(/[^"#]*)', svar.text().replace("&amp;", "&")))
    return funnet


def _ventede_sider() -> set[str]:
    return {navn for navn in alle_ruter() if navn not in UTENOM and TABELL[navn].get != BARE_POST}


def _bestilling(leser: Leser) -> str:
    """The address of an order with its report, so that their pages are there to be found."""
    leser.gaa_til("/kommuner/4640/eierskapsmeldinger/")
    leser.side.fill("main form.skjema input[name=dato]", "1.11.2026")
    leser.side.locator("main form.skjema button.ds-button").click()
    leser.side.wait_for_url("**/bestillinger/**")
    leser.side.wait_for_selector("#framdrift:not([data-hx-get])", timeout=60_000)
    return leser.side.url.removeprefix(leser.adresse)


def _liste(leser: Leser) -> str:
    """The address of a list that has been uploaded, so that its pages are there to be found."""
    leser.gaa_til("/avtaler/import/")
    leser.side.select_option("main form.skjema select[name=region]", label="Sogn")
    innhold = b"Navn;Form;Deltakere;Fra\nFelles fjellvett;Avtale;Sogndal, Lustre;2020\n;IKS;Vik;2021\n"
    leser.side.set_input_files("input[type=file]", {"name": "liste.csv", "mimeType": "text/csv", "buffer": innhold})
    leser.side.locator("main form.skjema button.ds-button").click()
    leser.side.wait_for_selector("#avtaler", timeout=60_000)
    return leser.side.url.removeprefix(leser.adresse)


@pytest.fixture(scope="module")
def adresser(nettleser: Browser, adresse: str) -> Iterator[dict[str, str]]:
    """One address of every page there is, found once for all screens and languages."""
    kontekst = nettleser.new_context(locale="nb-NO")
    leser = Leser(kontekst.new_page(), adresse).logg_inn(ADMINISTRATOR)
    leser.side.set_default_timeout(30_000)
    yield _en_av_hver(leser, [*BEGYNNELSER, _bestilling(leser), _liste(leser)])
    kontekst.close()


def test_a_link_leads_to_every_page(adresser):
    assert _ventede_sider() - set(adresser) <= {"account_login"}


@pytest.mark.parametrize(("skjerm", "maalform"), [("desktop", "nb"), ("telefon", "nn")])
def test_every_page_is_accessible_within_the_screen_and_quiet(ny_leser, adresser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform).logg_inn(ADMINISTRATOR)
    leser.velg_spraak(maalform)
    funn = []
    for navn, sti in adresser.items():
        leser.gaa_til(sti)
        leser.bilde(f"side-{navn.replace(':', '-')}-{maalform}")
        funn += [f"{sti}: {feil}" for feil in [*leser.aksefunn(), *leser.flyter_over(), *leser.feil]]
        leser.feil.clear()
    assert funn == []
