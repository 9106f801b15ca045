"""The browser: Debian's Chromium against a real site. Console errors, CSP violations and axe findings are failures."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.nettleser.leser import SKJERMER, Leser
from tests.nettleser.nettsted import nettsted

CHROMIUM = "/usr/bin/chromium"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.nettleser)


@pytest.fixture(scope="session")
def adresse(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of the site with demo data."""
    nummer = int(re.sub(r"\D", "", worker_id) or 0)
    with nettsted(f"nettleser_{worker_id}", nummer, tmp_path_factory.mktemp("nettsted")) as url:
        yield url


@pytest.fixture(scope="session")
def nettleser() -> Iterator[Browser]:
    """Chromium, once a run. Its event loop stays in this thread, and Django takes what follows for asynchronous."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        leser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield leser
        leser.close()


@pytest.fixture
def ny_leser(nettleser: Browser, adresse: str) -> Iterator[Callable[..., Leser]]:
    """Make readers: ``ny_leser()``, ``ny_leser(skjerm="telefon")``, ``ny_leser(js=False)``. The console is checked."""
    kontekster: list[BrowserContext] = []
    lesere: list[Leser] = []

    def lag(skjerm: str = "desktop", *, js: bool = True, maalform: str = "") -> Leser:
        kontekst = nettleser.new_context(viewport=SKJERMER[skjerm], java_script_enabled=js, locale="nb-NO")
        kontekster.append(kontekst)
        leser = Leser(kontekst.new_page(), adresse, js=js)
        leser.side.set_default_timeout(15_000)
        lesere.append(leser)
        return leser.velg_spraak(maalform) if maalform else leser

    yield lag
    for kontekst in kontekster:
        kontekst.close()
    assert [feil for leser in lesere for feil in leser.feil] == []
