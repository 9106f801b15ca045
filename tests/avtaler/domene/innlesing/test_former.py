"""Legal forms as lists write them."""

import pytest

from avtaler.domene.innlesing.former import form_i_navnet, les_form
from tests.avtaler.domene.innlesing.bok import former


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("IKS", "IKS"), ("interkommunalt selskap", "IKS"), ("AS", "AS"), ("A/S", "AS"), ("Aksjeselskap", "AS"),
        ("vertskommune § 20-2", "VERT_ADM"), ("§ 20-3", "VERT_NEMND"), ("§ 28-1b", "P28_1992"),
        ("Vertskommune, koml. § 28-1 c", "P28_1992"), ("§27-samarbeid", "P27_1992"), ("§ 27", "P27_1992"),
        ("KO", "KO"), ("Kommunalt oppgåvefellesskap", "KO"), ("IPR", "IPR"), ("interkommunalt politisk råd", "IPR"),
        ("Avtale", "AVTALE"), ("samarbeidsavtale", "AVTALE"), ("uformelt nettverk", "AVTALE"),
        ("Stifting", "STIFTELSE"),
        ("Forening", "FORENING"), ("SA", "SA"), ("Samkommune", "SAMKOMMUNE_1992"),
        ("administrativt vertskommunesamarbeid", "VERT_ADM"),
    ],
)  # fmt: skip
def test_form_is_read(tekst, kode):
    assert les_form(tekst, former()).kode == kode


def test_host_municipality_alone_is_asked_about_with_the_usual_one_proposed():
    lest = les_form("Vertskommune", former())
    assert (lest.kode, lest.forslag) == ("", "VERT_ADM")
    assert set(lest.koder) == {"VERT_ADM", "VERT_NEMND", "P28_1992"}


def test_two_forms_in_a_cell_are_asked_about():
    assert set(les_form("§ 27 / IKS", former()).koder) == {"P27_1992", "IKS"}


def test_unknown_form_is_none():
    assert les_form("vet ikke", former()).koder == ()


@pytest.mark.parametrize(
    ("navn", "kode"),
    [("Fjordkraft AS", "AS"), ("Renovasjon IKS (RIKS)", "IKS"), ("Kommunalt oppgavefellesskap Arkiv", "KO"),
     ("Fjordrådet IPR", "IPR"), ("PPT Vest", ""), ("Asker og Bærum brann", ""), ("Iks og aks", "IKS")],
)  # fmt: skip
def test_form_that_the_name_must_show_is_read_of_it(navn, kode):
    assert form_i_navnet(navn) == kode
