"""The coordinator's day: find, register, correct, follow the councils, split the cost."""

import re
from datetime import date, timedelta

import pytest

from kommuner.foresporsel import idag

KOORDINATOR = "koordinator@sogn.example"


@pytest.fixture
def koordinator(ny_leser):
    leser = ny_leser(maalform="nb").logg_inn(KOORDINATOR)
    leser.side.context.add_cookies([{"name": "spraak", "value": "nb", "url": leser.adresse}])
    return leser


def test_register_is_searched_while_typing_as_by_loading_it(koordinator):
    side = koordinator.side
    koordinator.gaa_til("/")
    koordinator.sjekk("start-koordinator-nb")
    koordinator.gaa_til("/avtaler/")
    koordinator.sjekk("register-nb")
    side.locator("#filter-q").press_sequentially("barnevern", delay=20)
    side.wait_for_url("**q=barnevern**")
    side.wait_for_selector("#treff :text('Barnevernstenesta i Sogn')")
    assert side.evaluate("document.activeElement.id") == "filter-q"
    side.select_option("#filter-status", "alle")
    side.wait_for_url("**status=alle**")
    side.wait_for_selector("#treff :text('Felles barnevernsvakt i Sogn')")
    vist, antall = _rader(side), side.inner_text("#antall")
    koordinator.sjekk("register-soek-nb")
    side.reload()
    assert (_rader(side), side.inner_text("#antall")) == (vist, antall), "a fresh load gives the same"
    side.fill("#filter-q", "finnes ikke")
    side.wait_for_selector("#treff :text('Ingen avtaler passer')")
    koordinator.sjekk("register-tomt-nb")


def _rader(side) -> list[str]:
    return side.locator("#treff tbody th").all_inner_texts()


def test_agreement_from_registration_to_adopted_split(koordinator):
    side = koordinator.side
    _registrer(koordinator)
    _meld_inn_deltakere(koordinator)
    avtale = re.sub(r"/deltakere/$", "/", side.url.split("?")[0])
    _send_til_raadene(koordinator, avtale)
    _fordel(koordinator, avtale)


def _registrer(leser) -> None:
    side = leser.side
    leser.gaa_til("/avtaler/")
    side.get_by_role("link", name="Registrer en avtale").click()
    side.wait_for_selector("select[name=form]")
    leser.sjekk("avtale-ny-tom-nb")
    koder = side.locator("select[name=form] option").evaluate_all("valg => valg.map(v => v.value)")
    assert "P27_1992" not in koder, "§ 27 is not on offer"
    assert "VERT_ADM" in koder
    side.focus("select[name=form]")
    side.select_option("select[name=form]", "VERT_ADM")
    side.wait_for_selector(".sjekkliste-panel")
    assert side.evaluate("document.activeElement.name") == "form", "the choice keeps the focus through the swap"
    leser.sjekk("avtale-ny-vertskommune-nb")
    foer = side.inner_text("#sjekkliste-sum")
    side.fill("[name=krav-VERT-c]", "Alle oppgaver etter arkivlova.")
    side.wait_for_function("foer => document.querySelector('#sjekkliste-sum').innerText !== foer", arg=foer)
    side.fill("input[name=fra]", "31.2.2027")
    side.fill("input[name=orgnr]", "123")
    side.get_by_role("button", name="Registrer avtalen").click()
    side.wait_for_selector("#feiloppsummering")
    assert side.evaluate("document.activeElement.id") == "feiloppsummering"
    assert side.title().startswith("Feil:")
    _samme_ord_ved_feltet(side)
    assert side.input_value("input[name=fra]") == "31.2.2027"
    assert side.input_value("[name=krav-VERT-c]") == "Alle oppgaver etter arkivlova."
    leser.sjekk("avtale-ny-feil-nb")
    side.fill("input[name=navn]", "Felles arkivtjeneste i Sogn")
    side.check("input[name=klasse][value=tjenesteyting]")
    side.fill("input[name=fra]", "1. januar 2026")
    side.fill("input[name=orgnr]", "")
    side.get_by_role("button", name="Registrer avtalen").click()
    side.wait_for_url("**/deltakere/")
    leser.sjekk("deltakere-tom-nb")


def _samme_ord_ved_feltet(side) -> None:
    """Each error of the summary stands in the same words at the field its link leads to."""
    feil = side.locator("#feiloppsummering li a")
    assert feil.count() >= 3
    for nr in range(feil.count()):
        lenke = feil.nth(nr)
        felt = side.locator(f"[id='{lenke.get_attribute('href').lstrip('#')}']")
        assert felt.count() == 1
        omkring = felt.locator(
            "xpath=ancestor-or-self::*[contains(concat(' ', @class, ' '), ' felt ') or self::fieldset][1]"
        )
        assert lenke.inner_text() in omkring.first.inner_text()


def _meld_inn_deltakere(leser) -> None:
    side = leser.side
    for navn, rolle, andel in (("Årdal", "vertskommune", "1/2"), ("Luster", "samarbeidskommune", "50 %")):
        _ny_deltaker(side, navn, rolle, andel)
        side.wait_for_url("**/deltakere/")
    _ny_deltaker(side, "4644", "samarbeidskommune", "")
    side.wait_for_selector("#feiloppsummering")
    leser.sjekk("deltaker-overlapp-nb")
    side.get_by_role("link", name="Avbryt").click()
    side.wait_for_url("**/deltakere/")
    assert side.locator("main table").first.locator("tbody tr").count() == 2
    leser.sjekk("deltakere-nb")


def _ny_deltaker(side, navn: str, rolle: str, andel: str) -> None:
    side.get_by_role("link", name="Legg til deltaker").click()
    side.fill("input[name=part]", navn)
    side.select_option("select[name=rolle]", rolle)
    side.fill("input[name=fra]", "1.1.26")
    side.fill("input[name=eierandel]", andel)
    side.get_by_role("button", name="Lagre deltakeren").click()


def _send_til_raadene(leser, avtale: str) -> None:
    side = leser.side
    side.goto(f"{avtale}runder/ny/")
    side.get_by_role("button", name="Lagre saken").click()
    side.wait_for_selector("#feiloppsummering")
    leser.sjekk("runde-feil-nb")
    side.fill("input[name=tittel]", "Oppretting av felles arkivtjeneste")
    side.fill("textarea[name=forslag]", "Kommunestyret vedtar avtalen.")
    side.get_by_role("button", name="Lagre, lås teksten og send").click()
    side.wait_for_url(re.compile(r"/runder/\d+/$"))
    moetedato = idag() - timedelta(days=1)
    for navn, status in (("Luster", "likelydende"), ("Årdal", "avvik")):
        side.get_by_role("link", name=f"Registrer svar {navn}").click()
        side.check(f"input[name=status][value={status}]")
        _registrer_svar(leser, status, moetedato)
    assert "ikke likelydende" in leser.tekst()
    leser.sjekk("runde-nb")


def _registrer_svar(leser, status: str, moetedato: date) -> None:
    side = leser.side
    if status == "avvik":
        side.get_by_role("button", name="Lagre svaret").click()
        side.wait_for_selector("#feiloppsummering")
        leser.sjekk("svar-feil-nb")
        side.fill("textarea[name=ordlyd]", "Kommunestyret vedtar avtalen med endringer.")
    side.fill("input[name=dato]", f"{moetedato:%d.%m.%Y}")
    side.get_by_role("button", name="Lagre svaret").click()
    side.wait_for_url(re.compile(r"/runder/\d+/$"))


def _fordel(leser, avtale: str) -> None:
    side = leser.side
    side.goto(f"{avtale}kostnad/")
    leser.sjekk("kostnad-tom-nb")
    side.goto(f"{avtale}kostnad/noekkel/?mal=halvt")
    leser.sjekk("noekkel-nb")
    side.fill("input[name=fra_aar]", "2026")
    side.get_by_role("button", name="Lagre nøkkelen").click()
    side.wait_for_url("**/kostnad/")
    side.get_by_role("link", name="Legg inn budsjett").click()
    side.fill("input[name=aar]", "2026")
    side.locator("input[name=beloep]").press_sequentially("12.500")
    side.wait_for_selector("#lest :text('12.500')")
    side.get_by_role("button", name="Lagre budsjettet").click()
    side.wait_for_selector("#feiloppsummering")
    assert side.input_value("input[name=beloep]") == "12.500"
    leser.sjekk("budsjett-feil-nb")
    side.fill("input[name=beloep]", "1 350 000")
    side.locator("#lest").get_by_text(re.compile(r"1\s350\s000")).first.wait_for()
    leser.sjekk("budsjett-lest-nb")
    side.get_by_role("button", name="Lagre budsjettet").click()
    side.wait_for_url("**/kostnad/")
    leser.sjekk("kostnad-nb")
    side.get_by_role("link", name=re.compile("^Se forslag")).click()
    assert "1 350 000 kr" in leser.tekst()
    leser.sjekk("forslag-nb")
    side.get_by_role("button", name="Vedta fordelingen").click()
    side.wait_for_url("**/kostnad/fordelinger/**")
    beloep = leser.side.locator("main table tbody td:nth-child(2)").all_inner_texts()
    assert sum(int(re.sub(r"\D", "", ett)) for ett in beloep[:2]) == 1_350_000
    leser.sjekk("fordeling-nb")
    leser.velg_spraak("nn").gaa_til(side.url.removeprefix(leser.adresse))
    leser.sjekk("fordeling-nn")


def test_closed_form_is_refused_though_it_is_asked_for(koordinator):
    """A form that is no longer on offer is refused in the law's own words, also when the address asks for it."""
    side = koordinator.side
    koordinator.gaa_til("/avtaler/ny/?form=P27_1992")
    side.fill("input[name=navn]", "Nytt regionråd")
    side.get_by_role("button", name="Registrer avtalen").click()
    side.wait_for_selector("#feiloppsummering")
    assert "§ 27" in side.inner_text("#feiloppsummering")
    assert side.input_value("input[name=navn]") == "Nytt regionråd"
    koordinator.sjekk("avtale-ny-lukket-form-nb")


def test_old_form_is_flagged_on_an_agreement_that_still_has_it(ny_leser):
    leser = ny_leser("telefon").logg_inn(KOORDINATOR)
    leser.gaa_til("/avtaler/?status=alle&q=Felles+landbruksforvaltning")
    leser.side.get_by_role("link", name="Felles landbruksforvaltning", exact=True).click()
    leser.sjekk("avtale-eldre-form-nn")
    leser.side.get_by_role("link", name="Lovkrav", exact=True).click()
    leser.sjekk("lovkrav-nn")
    assert "§ 28" in leser.tekst()


def test_somebody_elses_change_is_shown_beside_mine(ny_leser):
    """409: nobody's work is overwritten, and what was typed is kept."""
    jeg, annen = (ny_leser(maalform="nb").logg_inn(KOORDINATOR) for _ in range(2))
    jeg.gaa_til("/avtaler/?status=alle&q=kulturskule")
    jeg.side.get_by_role("link", name="Kulturskulesamarbeidet i Sogn", exact=True).click()
    endre = jeg.side.url.split("?")[0].removeprefix(jeg.adresse) + "endre/"
    for leser in (jeg, annen):
        leser.gaa_til(endre)
    annen.side.fill("textarea[name=kilde]", "Sak 12/26")
    annen.side.get_by_role("button", name="Lagre endringene").click()
    annen.side.wait_for_url(lambda url: "/endre/" not in url)
    jeg.side.fill("textarea[name=kilde]", "Sak 99/26")
    jeg.side.get_by_role("button", name="Lagre endringene").click()
    jeg.side.wait_for_load_state()
    assert "Sak 12/26" in jeg.tekst()
    assert jeg.side.input_value("textarea[name=kilde]") == "Sak 99/26"
    jeg.sjekk("avtale-konflikt-nb")
