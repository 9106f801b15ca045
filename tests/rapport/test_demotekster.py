"""The demo wordings and documents: there once, marked as examples, and fit for the guard of documents."""

from datetime import date

import pytest
from django.core.management import call_command

from avtaler import arkiv
from avtaler.models import Avtale, Avtaleversjon, Dokument
from avtaler.uttrekk import avtalegrunnlag
from avtaler.uttrekk.endringsvedtak import endringsvedtak
from kommuner.filer.vedlegg import godkjenn_vedlegg

pytestmark = pytest.mark.django_db


@pytest.fixture
def demodata(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    call_command("last_demodata", verbosity=0)


def test_wordings_and_documents_are_loaded_once_and_marked(demodata):
    foer = (Avtaleversjon.objects.count(), Dokument.objects.count())
    call_command("last_demodata", verbosity=0)
    assert (Avtaleversjon.objects.count(), Dokument.objects.count()) == foer
    assert foer[1] >= 4
    assert not Dokument.objects.filter(er_eksempel=False).exists()
    assert {dokument.er_offentlig for dokument in Dokument.objects.all()} == {True, False}
    for dokument in Dokument.objects.all():
        innhold = arkiv.sti(dokument.sha256, dokument.endelse).read_bytes()
        assert godkjenn_vedlegg(innhold, dokument.filnavn).sha256 == dokument.sha256
    sogn_ko = Avtale.objects.get(navn__startswith="Sogn kommunalt oppgåvefellesskap")
    utkast = sogn_ko.versjoner.get(fra=None)
    assert endringsvedtak(utkast).krav.momenter == ("KO.d", "KO.h")
    assert "rekneskapskontor" not in avtalegrunnlag(sogn_ko, dato=date(2026, 11, 20)).bestemmelser["KO.d"]
