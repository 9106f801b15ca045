"""One person at one screen, and what the page shows them."""

import json
import os
import re

from playwright.sync_api import Page

from rapport.demodata.brukere import PASSORD
from tests.nettleser.nettsted import ROT

AXE = (ROT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
BILDER = os.environ.get("SKJERMBILDER", "")
REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SKJERMER = {"desktop": {"width": 1280, "height": 900}, "telefon": {"width": 360, "height": 740}}


class Leser:
    """One person at one screen: a page with the product's own words for what a person does."""

    def __init__(self, side: Page, adresse: str, *, js: bool = True) -> None:
        self.side = side
        self.js = js
        self.adresse = adresse
        self.feil: list[str] = []
        side.on("console", self._paa_konsoll)
        side.on("pageerror", lambda feil: self.feil.append(f"script: {feil}"))

    def _paa_konsoll(self, melding) -> None:
        # Chromium reports every answer ≥ 400 as an error; a refused form (422) and a conflict (409) are meant to be.
        forventet = re.search(r"status of (4\d\d)", melding.text)
        if melding.type in {"error", "warning"} and not forventet:
            self.feil.append(f"{melding.type}: {melding.text}")

    def gaa_til(self, sti: str) -> int:
        svar = self.side.goto(f"{self.adresse}{sti}")
        assert svar is not None
        return svar.status

    def logg_inn(self, epost: str) -> "Leser":
        self.gaa_til("/konto/logg-inn/")
        self.side.fill("input[name=login]", epost)
        self.side.fill("input[name=password]", PASSORD)
        self.side.click("main form button.ds-button")
        self.side.wait_for_load_state()
        assert "/konto/logg-inn" not in self.side.url, self.side.inner_text("main")
        return self

    def velg_spraak(self, maalform: str) -> "Leser":
        self.side.context.add_cookies([{"name": "spraak", "value": maalform, "url": self.adresse}])
        return self

    def tekst(self, velger: str = "main") -> str:
        """What the page shows, with ordinary spaces."""
        return re.sub(r"[\u00a0\u202f]", " ", self.side.inner_text(velger))

    def aksefunn(self) -> list[str]:
        """What axe finds wrong with the page as it is now."""
        self.side.evaluate(AXE)
        valg = {"runOnly": REGLER, "resultTypes": ["violations"]}
        svar = self.side.evaluate(f"axe.run(document, {json.dumps(valg)})")
        return [f"{funn['id']}: {node['html'][:160]}" for funn in svar["violations"] for node in funn["nodes"]]

    def bilde(self, navn: str) -> None:
        """A picture of the whole page in the folder SKJERMBILDER, for people to look at."""
        if navn and BILDER:
            skjerm = "telefon" if self.side.viewport_size == SKJERMER["telefon"] else "desktop"
            # The caret stays: hiding it leaves style attributes behind, which our CSP then reports.
            self.side.screenshot(path=f"{BILDER}/{navn}-{skjerm}.png", full_page=True, caret="initial")

    def flyter_over(self) -> list[str]:
        """Elements that stick out to the right of the screen (those inside a scrollable region are meant to)."""
        return self.side.evaluate(
            """() => {
              const bredde = document.documentElement.clientWidth;
              const ruller = e => { for (let p = e; p && p !== document.body; p = p.parentElement)
                if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
              return [...document.querySelectorAll('main *, header *, footer *')]
                .filter(e => e.getBoundingClientRect().right > bredde + 1 && !ruller(e))
                .map(e => e.outerHTML.slice(0, 120));
            }"""
        )

    def sjekk(self, navn: str = "") -> None:
        """The page as it is now: accessible, within the screen, nothing in the console. A picture when asked for.

        Without JavaScript the browser cannot be asked; the page is the same, and is asked about with it on.
        """
        self.bilde(navn if self.js else f"{navn}-uten-js")
        if self.js:
            assert self.aksefunn() == []
            assert self.flyter_over() == []
        assert self.feil == []
