"""The report as archive PDF against Chromium printing the same content: what tags, page numbers and PDF/A cost."""

import io
import os
import resource

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbeid.settings")

import django

django.setup()

import pikepdf
from playwright.sync_api import Page, sync_playwright

from bench.maaling import side_om_side
from rapport.press import html_for, pdf_for
from tests.rapport.eksempeloversikt import sogndal

RUNDER = 5
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def antall_sider(pdf: bytes) -> int:
    """How many pages the file has."""
    with pikepdf.open(io.BytesIO(pdf)) as dokument:
        return len(dokument.pages)


def skriv_ut(side: Page, html: str) -> bytes:
    """The standalone document printed by the browser, as accessible as the browser can make it."""
    side.set_content(html)
    return side.pdf(format="A4", tagged=True, outline=True, print_background=True)


def main() -> None:
    oversikt = sogndal()
    html = html_for(oversikt)
    with sync_playwright() as p:
        nettleser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        side = nettleser.new_page()
        var, dens = pdf_for(oversikt), skriv_ut(side, html)
        vi, den, _ = side_om_side(lambda: pdf_for(oversikt), lambda: skriv_ut(side, html), runder=RUNDER)
        nettleser.close()
    vaare, dens_sider = antall_sider(var), antall_sider(dens)
    print(f"report: {vaare} pages, {len(var) // 1000} kB, {vaare / vi:.1f} pages/s")
    print(f"Chromium: {dens_sider} pages, {len(dens) // 1000} kB, {dens_sider / den:.1f} pages/s")
    print(f"ratio report / Chromium, pages per second: {(vaare / vi) / (dens_sider / den):.2f}")
    print(f"most memory used by the report's process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
