"""What does not go together: development and services, form and class, roles of little relevance."""

import pytest

from avtaler.domene.arbeidsdeling import BEGGE_DELER, UTVIKLINGSOPPGAVER, er_blandet, varsler
from avtaler.referanse import les_oppgaverader
from avtaler.regler import les_regelverk


def _koder(*, form="AVTALE", klasse="tjenesteyting", roller=(), oppgaver=()) -> list[str]:
    return [v.kode for v in varsler(form=form, klasse=klasse, roller=roller, oppgaver=oppgaver)]


@pytest.mark.parametrize(
    ("form", "klasse", "roller", "oppgaver", "ventet"),
    [
        ("IPR", "utvikling", ["utvikling"], ["regional-utvikling", "naering"], []),
        ("IPR", "tjenesteyting", [], [], ["raad_med_tjenester"]),
        ("IPR", "utvikling", [], ["regional-utvikling", "barnevern"], ["raad_med_tjenester"]),
        ("KO", "tjenesteyting", ["tjenesteyting"], ["ikt", "administrativt-samarbeid"], []),
        ("KO", "utvikling", [], [], ["tjenesteform_for_utvikling"]),
        ("VERT_ADM", "tjenesteyting", ["tjenesteyting", "utvikling"], [], ["tjenesteform_for_utvikling"]),
        ("P27_1992", "utvikling", [], ["regional-utvikling", "ikt"], ["blandet"]),
        ("AVTALE", "utvikling", [], ["naering", "plan"], []),
        ("AVTALE", "tjenesteyting", ["forvaltning"], [], ["bare_lite_relevante"]),
        ("AVTALE", "tjenesteyting", ["forvaltning", "lokaldemokrati"], [], ["bare_lite_relevante"]),
        ("AVTALE", "tjenesteyting", ["forvaltning", "tjenesteyting"], [], []),
        ("IPR", "tjenesteyting", ["lokaldemokrati"], [], ["raad_med_tjenester", "bare_lite_relevante"]),
    ],
)  # fmt: skip
def test_notices(form, klasse, roller, oppgaver, ventet):
    assert _koder(form=form, klasse=klasse, roller=roller, oppgaver=oppgaver) == ventet


def test_unknown_task_counts_as_a_service():
    assert er_blandet(klasse="utvikling", roller=(), oppgaver=["egen-oppgave"])


def test_statement_about_a_form_shows_its_paragraph():
    (varsel,) = varsler(form="IPR", klasse="tjenesteyting", roller=(), oppgaver=())
    assert varsel.hjemmel.paragraf == "koml. § 18-1"
    assert varsel.tekst.nb != varsel.tekst.nn


def test_every_code_named_here_is_in_the_taxonomy_and_the_rules():
    koder = {rad["kode"] for rad in les_oppgaverader()}
    assert koder >= UTVIKLINGSOPPGAVER | BEGGE_DELER
    assert {"IPR", "KO", "VERT_ADM", "VERT_NEMND", "P28_1992"} <= set(les_regelverk().former)
