"""Titles and file names for a case system."""

from datetime import date

import pytest

from rapport.domene.sak import filnavn, tittel

DATO = date(2026, 6, 1)


def test_tittel_is_in_the_language_of_the_report():
    assert tittel("Sogndal", dato=DATO, maalform="nn") == "Eigarskapsmelding 2026 – Sogndal kommune"
    assert (
        tittel("Vestland fylkeskommune", dato=DATO, maalform="nb") == "Eierskapsmelding 2026 – Vestland fylkeskommune"
    )


@pytest.mark.parametrize(
    ("nummer", "navn", "ventet"),
    [
        ("4640", "Sogndal", "eigarskapsmelding-2026-4640-sogndal.pdf"),
        ("3441", "Gausdal", "eigarskapsmelding-2026-3441-gausdal.pdf"),
        ("3226", "Aurskog-Høland", "eigarskapsmelding-2026-3226-aurskog-hoeland.pdf"),
        ("4643", "Årdal", "eigarskapsmelding-2026-4643-aardal.pdf"),
        ("5540", "Kåfjord – Gáivuotna", "eigarskapsmelding-2026-5540-kaafjord-gaivuotna.pdf"),
        ("", "Ytre «IKS»/..", "eigarskapsmelding-2026-ytre-iks.pdf"),
    ],
)
def test_filnavn_is_plain_ascii(nummer, navn, ventet):
    assert filnavn(nummer, navn, dato=DATO, maalform="nn", endelse="pdf") == ventet
