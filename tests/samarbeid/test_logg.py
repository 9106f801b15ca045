"""What is logged: secrets masked wherever they stand in the line, and no log call that stops the work."""

import logging
from io import StringIO

import pytest
from django.conf import settings
from gunicorn.config import Config

from samarbeid.gunicornlogg import Tilgangslogg
from samarbeid.logg import Maskert

HEMMELIG = "/aarshjul/kalender/7CsQ-_kPhemmelig.ics"
MASKERT = "/aarshjul/kalender/….ics"


@pytest.fixture
def logg():
    """A logger of the site's own handler, and what it writes."""
    skrevet = StringIO()
    haandterer = logging.StreamHandler(skrevet)
    haandterer.setFormatter(Maskert("{levelname} {message}", style="{"))
    logger = logging.Logger("prøve")
    logger.addHandler(haandterer)
    return logger, skrevet


def test_sites_own_lines_are_masked():
    assert settings.LOGGING["formatters"]["linje"]["class"] == "samarbeid.logg.Maskert"
    assert {haandterer["formatter"] for haandterer in settings.LOGGING["handlers"].values()} == {"linje"}


def test_secret_among_the_arguments_is_masked(logg):
    logg[0].warning("Not Found: %s", HEMMELIG)
    assert logg[1].getvalue() == f"WARNING Not Found: {MASKERT}\n"


def test_secret_in_the_text_of_an_error_is_masked(logg):
    try:
        raise ValueError(f"cannot read {HEMMELIG}")
    except ValueError:
        logg[0].exception("failed")
    assert f"ValueError: cannot read {MASKERT}" in logg[1].getvalue()
    assert "hemmelig" not in logg[1].getvalue()


@pytest.mark.parametrize(
    ("melding", "args"), [("%s %s", (HEMMELIG,)), ("%d", (HEMMELIG,)), ("%(a)s", ({"b": HEMMELIG},))]
)
def test_arguments_that_do_not_fit_are_written_masked_and_stop_nothing(logg, capsys, melding, args):
    logg[0].error(melding, *args)
    assert logg[1].getvalue().startswith(f"ERROR {melding}")
    assert MASKERT in logg[1].getvalue()
    assert "hemmelig" not in logg[1].getvalue() + capsys.readouterr().err


def test_gunicorns_lines_and_tracebacks_are_masked(tmp_path):
    innstillinger = Config()
    for navn in ("accesslog", "errorlog"):
        innstillinger.set(navn, str(tmp_path / navn))
    logger = Tilgangslogg(innstillinger)
    try:
        raise OSError(HEMMELIG)
    except OSError:
        logger.exception("Error handling request %s", HEMMELIG)
    logger.access_log.info('%(r)s "%(f)s"', {"r": f"GET {HEMMELIG} HTTP/1.1", "f": f"https://x{HEMMELIG}"})
    for log in (logger.error_log, logger.access_log):
        for haandterer in list(log.handlers):
            log.removeHandler(haandterer)
            haandterer.close()
    feil, tilgang = ((tmp_path / navn).read_text("utf-8") for navn in ("errorlog", "accesslog"))
    assert tilgang == f'GET {MASKERT} HTTP/1.1 "https://x{MASKERT}"\n'
    assert f"OSError: {MASKERT}" in feil
    assert "hemmelig" not in feil
