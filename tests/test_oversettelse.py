"""Bokmål and nynorsk as equals: every string is written in both, and they ask for the same values."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROT = Path(__file__).resolve().parent.parent
KATALOG = ROT / "locale" / "nn" / "LC_MESSAGES" / "django.po"
MAPPER = ("samarbeid", "kommuner", "avtaler", "kostnad", "rapport", "templates")
PLASSHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

#: Words that are written otherwise in nynorsk: one of them in a translation is bokmål left behind.
BARE_BOKMAAL = re.compile(
    r"\b(ikke|hva|hvem|hvor|hvordan|hvorfor|hvilke[nt]?|hvis|hver|hvert|noen|noe|annen|annet|egen|eget|egne|flere|mer|hele|"
    r"bare|kun|begge|selv|jeg|fra|innen|mens|uten|sammen|ennå|øverste|være|ble|blitt|gjør|gjøre|velg|gjelder|mangler|finnes|"
    r"virker|betyr|deltar|endret|lagret|lenke[nr]?|siden?|når|må|måned(er)?|navn(et)?|kilde(r|n)?|tall(et|ene)?|loven|"
    r"kommunene|kommuneloven|avtaler|avtalene|saken|innhold(et)?|oppgave(r|ne)?|tjeneste(r|n)?|deltakere?|deltakerne|"
    r"deltakelsen?|innbyggere?|eierskapsmelding(en|er)?|eier(andel(en|er)?|interesser?)|ansvarsandel(en)?|oppsigelse(n)?|"
    r"tilskudd(et)?|fordelingen|utledning(en)?|nøkler|samarbeidet|beløpet|folketall(et)?|vedtatt|likelydende|behandlet|"
    r"eksempeltall)\b",
    re.IGNORECASE,
)
#: The same in both languages, or with another meaning in nynorsk («ei side»).
OGSAA_NYNORSK = {"samarbeidet", "må", "beløpet", "når", "begge", "side"}


@pytest.fixture(scope="module")
def kilde(tmp_path_factory) -> set[str]:
    """Every source string of the code and the templates, collected afresh."""
    mappe = tmp_path_factory.mktemp("tekster")
    for navn in MAPPER:
        shutil.copytree(ROT / navn, mappe / navn, ignore=shutil.ignore_patterns("*.pyc", "migrations"))
    (mappe / "locale").mkdir()
    kommando = [sys.executable, "-m", "django", "makemessages", "-l", "nn", "--no-location", "-v0"]
    miljoe = {navn: verdi for navn, verdi in os.environ.items() if navn != "DJANGO_SETTINGS_MODULE"}  # needs no server
    subprocess.run(kommando, cwd=mappe, check=True, capture_output=True, env=miljoe)
    funnet = polib.pofile(str(mappe / "locale" / "nn" / "LC_MESSAGES" / "django.po"))
    return {innslag.msgid for innslag in funnet if not innslag.obsolete}


@pytest.fixture(scope="module")
def katalog() -> polib.POFile:
    return polib.pofile(str(KATALOG))


def test_every_string_of_the_site_is_written_in_nynorsk(kilde, katalog):
    skrevet = {innslag.msgid for innslag in katalog if innslag.translated()}
    assert sorted(kilde - skrevet) == []


def test_no_translation_is_a_guess(katalog):
    assert [innslag.msgid for innslag in katalog.fuzzy_entries()] == []


def test_both_languages_ask_for_the_same_values(katalog):
    def plassholdere(tekst: str) -> list[str]:
        return sorted(set(PLASSHOLDER.findall(tekst)))

    avvik = [
        innslag.msgid
        for innslag in katalog.translated_entries()
        for oversatt in [innslag.msgstr, *innslag.msgstr_plural.values()]
        if oversatt and plassholdere(oversatt) not in (plassholdere(innslag.msgid), plassholdere(innslag.msgid_plural))
    ]
    assert avvik == []


def test_no_bokmaal_is_left_in_the_nynorsk(katalog):
    rester = {
        innslag.msgstr: ordet.group()
        for innslag in katalog.translated_entries()
        for ordet in BARE_BOKMAAL.finditer(re.sub(r"«[^»]*»|%\(\w+\)[sd]", "", innslag.msgstr))
        if ordet.group().lower() not in OGSAA_NYNORSK
    }
    assert rester == {}
