"""Logging in: with a password, with a second factor, and with the keyboard alone."""

import base64
import hmac
import struct
import time

FELT = "input[name=code]"


def _kode(noekkel: str) -> str:
    """The six digits of the app now (RFC 6238)."""
    teller = struct.pack(">Q", int(time.time()) // 30)
    sum_ = hmac.digest(base64.b32decode(noekkel + "=" * (-len(noekkel) % 8)), teller, "sha1")
    tall = struct.unpack(">I", sum_[sum_[-1] & 15 :][:4])[0] & 0x7FFFFFFF
    return f"{tall % 1_000_000:06d}"


def _ny_kode(noekkel: str, brukt: str) -> str:
    """A code that has not been used: each is good for one login."""
    while (kode := _kode(noekkel)) == brukt:
        time.sleep(0.5)
    return kode


def test_reader_turns_on_the_second_factor_and_logs_in_with_it(ny_leser):
    leser = ny_leser().logg_inn("koordinator@vestfold.example")
    side = leser.side
    leser.gaa_til("/konto/tofaktor/")
    leser.sjekk("tofaktor-av-nb")
    side.get_by_role("main").get_by_role("link", name="Slå på").click()
    if side.locator("input[name=password]").count():
        leser.sjekk("bekreft-passord-nb")
        side.fill("input[name=password]", "samarbeid-demo-2026")
        side.click("main button[type=submit], main form.skjema button")
        side.wait_for_selector(FELT)
    noekkel = side.locator("dl.detaljer dd").first.inner_text().strip()
    leser.sjekk("tofaktor-slaa-paa-nb")
    side.fill(FELT, "000000")
    side.get_by_role("button", name="Slå på").click()
    side.wait_for_selector("#feiloppsummering")
    leser.sjekk("tofaktor-feil-nb")
    noekkel = side.locator("dl.detaljer dd").first.inner_text().strip()
    brukt = _kode(noekkel)
    side.fill(FELT, brukt)
    side.get_by_role("button", name="Slå på").click()
    side.wait_for_url(lambda url: "/tofaktor/app/" not in url)
    leser.sjekk("tofaktor-paa-nb")
    _logg_ut(leser)
    leser.gaa_til("/konto/logg-inn/")
    side.fill("input[name=login]", "koordinator@vestfold.example")
    side.fill("input[name=password]", "samarbeid-demo-2026")
    side.click("main form.skjema button")
    side.wait_for_selector(FELT)
    leser.sjekk("tofaktor-kode-nb")
    side.fill(FELT, _ny_kode(noekkel, brukt))
    side.get_by_role("button", name="Logg inn").click()
    side.wait_for_url(lambda url: "/konto/" not in url)
    assert side.locator("details.brukermeny").is_visible()


def _logg_ut(leser):
    leser.side.locator("details.brukermeny summary").click()
    leser.side.get_by_role("button", name="Logg ut").click()
    leser.side.locator(".toppknapp-logginn").wait_for()


def test_wrong_password_is_told_and_the_address_is_kept(ny_leser):
    leser = ny_leser("telefon", maalform="nn")
    leser.gaa_til("/konto/logg-inn/")
    leser.sjekk("logg-inn-nn")
    leser.side.fill("input[name=login]", "politiker@sogndal.example")
    leser.side.fill("input[name=password]", "feil")
    leser.side.click("main form.skjema button")
    leser.side.wait_for_selector("#feiloppsummering")
    assert leser.side.input_value("input[name=login]") == "politiker@sogndal.example"
    leser.sjekk("logg-inn-feil-nn")


# X2: only the keyboard ------------------------------------------------------------------------------------------------


def _tab_til(leser, velger: str, hoeyst: int = 60) -> None:
    """Tab until the element has focus, which must then be seen."""
    for _ in range(hoeyst):
        leser.side.keyboard.press("Tab")
        if leser.side.evaluate("velger => document.activeElement.matches(velger)", velger):
            assert _fokus_synes(leser), f"no visible focus on {velger}"
            return
    raise AssertionError(f"{velger} was not reached with Tab")


def _fokus_synes(leser) -> bool:
    return leser.side.evaluate(
        """() => {
          const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
          const ramme = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
          return (ramme || s.boxShadow !== 'none') && r.bottom > 0 && r.top < innerHeight;
        }"""
    )


def test_main_tasks_are_done_with_the_keyboard_alone(ny_leser):
    leser = ny_leser()
    side = leser.side
    leser.gaa_til("/")
    side.keyboard.press("Tab")
    assert side.evaluate("document.activeElement.matches('.ds-skip-link')")
    _tab_til(leser, ".toppknapp-logginn")
    side.keyboard.press("Enter")
    side.wait_for_url("**/konto/logg-inn/**")
    _tab_til(leser, "input[name=login]")
    side.keyboard.type("koordinator@kongsberg.example")
    _tab_til(leser, "input[name=password]")
    side.keyboard.type("samarbeid-demo-2026")
    side.keyboard.press("Enter")
    side.wait_for_selector("details.brukermeny")
    _tab_til(leser, "nav a[href='/avtaler/']")
    side.keyboard.press("Enter")
    side.wait_for_url("**/avtaler/**")
    _tab_til(leser, "input[name=q]")
    side.keyboard.type("barnevernstenesta")
    side.wait_for_url("**q=barnevernstenesta**")
    assert side.evaluate("document.activeElement.name") == "q", "typing keeps the focus through the swap"
    _tab_til(leser, "#treff th a")
    side.keyboard.press("Enter")
    side.wait_for_selector("h1:has-text('Barnevernstenesta i Sogn')")
    _tab_til(leser, "button[name=spraak]")
    side.keyboard.press("Enter")
    side.wait_for_selector("html[lang=nn]")
    assert side.inner_text("h1") == "Barnevernstenesta i Sogn"
    _tab_til(leser, "details.brukermeny summary")
    side.keyboard.press("Enter")
    assert side.get_by_role("link", name="Min konto").is_visible()
    side.keyboard.press("Escape")
    assert not side.get_by_role("link", name="Min konto").is_visible()
    assert side.evaluate("document.activeElement.matches('details.brukermeny summary')")
