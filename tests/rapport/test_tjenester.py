"""Orders and jobs: frozen when ordered, printed once, found again when lost."""

import hashlib
from datetime import date, timedelta

import pytest
from celery import current_app
from django.forms import model_to_dict
from django.utils import timezone

from rapport import arkiv, tjenester
from rapport.models import Bestilling, Jobbstatus, Oeyeblikksbilde, Rapportjobb
from tests.fabrikker import lag_avtale, lag_bruker
from tests.rapport.sogn import DATO, FOER, Sogn, lag_sogn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("filmappe")]


@pytest.fixture
def sogn() -> Sogn:
    return lag_sogn()


def bestill(*parter, dato: date = DATO, **felt) -> Bestilling:
    return tjenester.bestill(parter=parter, dato=dato, av=None, **felt)


def lag_jobb(sogn: Sogn, **felt) -> Rapportjobb:
    """A job in the queue, with these fields changed behind its back."""
    jobb = bestill(sogn.vik).jobber.get()
    Rapportjobb.objects.filter(pk=jobb.pk).update(**felt)
    jobb.refresh_from_db()
    return jobb


def kjoert(jobb: Rapportjobb) -> Rapportjobb:
    tjenester.kjoer_jobb(jobb.pk)
    jobb.refresh_from_db()
    return jobb


def siden(sekunder: int):
    return timezone.now() - timedelta(seconds=sekunder)


# Ordering


def test_bestill_makes_one_job_each_in_the_municipalitys_own_language(sogn):
    bruker = lag_bruker("koordinator", region=sogn.region)
    bestilling = tjenester.bestill(parter=[sogn.sogndal, sogn.vik], dato=DATO, av=bruker, region=sogn.region)
    assert bestilling.bestilt_av == bruker
    assert {(jobb.part, jobb.maalform, jobb.status) for jobb in bestilling.jobber.all()} == {
        (sogn.sogndal, "nn", Jobbstatus.KOE),
        (sogn.vik, "nn", Jobbstatus.KOE),
    }


def test_bestill_can_choose_the_language(sogn):
    assert bestill(sogn.vik, maalform="nb").jobber.get().bilde.innhold["maalform"] == "nb"


def test_bestill_twice_with_nothing_changed_is_the_same_job(sogn):
    foerst, saa = bestill(sogn.vik), bestill(sogn.vik)
    assert foerst != saa
    assert foerst.jobber.get() == saa.jobber.get()
    assert Oeyeblikksbilde.objects.count() == 1


def test_bestill_after_a_change_is_a_new_job_and_the_old_content_stands(sogn):
    foer = bestill(sogn.vik).jobber.get()
    lag_avtale("Nytt samarbeid", kommuner=[sogn.vik])
    etter = bestill(sogn.vik).jobber.get()
    assert etter != foer
    assert [ark["navn"] for ark in etter.bilde.innhold["avtaler"]] == ["Nytt samarbeid"]
    assert foer.bilde.innhold["avtaler"] == []


def test_bestill_reuses_a_finished_report(sogn):
    ferdig = kjoert(bestill(sogn.vik).jobber.get())
    igjen = bestill(sogn.vik).jobber.get()
    assert igjen == ferdig
    assert igjen.status == Jobbstatus.FERDIG


def test_bestill_prints_again_when_the_file_is_gone(sogn):
    ferdig = kjoert(bestill(sogn.vik).jobber.get())
    arkiv.sti(ferdig.pdf_sha256, "pdf").unlink()
    igjen = kjoert(bestill(sogn.vik).jobber.get())
    assert igjen.pdf_sha256 == ferdig.pdf_sha256
    assert arkiv.finnes(igjen.pdf_sha256, "pdf")


def test_bestill_gives_a_failed_report_new_tries(sogn):
    jobb = lag_jobb(sogn, status=Jobbstatus.FEILET, forsoek=3, feilmelding="Disken er full")
    bestill(sogn.vik)
    jobb.refresh_from_db()
    assert (jobb.status, jobb.forsoek, jobb.feilmelding) == (Jobbstatus.KOE, 0, "")


def test_bestill_sends_the_ids_when_the_transaction_is_safe(sogn, koe, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        bestilling = bestill(sogn.vik, sogn.sogndal)
        assert not bestilling.jobber.filter(sendt__isnull=False).exists()
    assert not bestilling.jobber.filter(sendt__isnull=True).exists()
    with current_app.connection_for_read() as forbindelse:
        koen = forbindelse.SimpleQueue("celery")
        meldinger = [koen.get(timeout=5) for _ in range(2)]
        for melding in meldinger:
            melding.ack()
    ider = {melding.payload[1]["jobb_id"] for melding in meldinger}
    assert ider == set(bestilling.jobber.values_list("pk", flat=True))


def test_bestill_is_safe_in_the_rows_when_the_queue_is_away(sogn, koen_er_borte, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        bestilling = bestill(sogn.vik)
    jobb = bestilling.jobber.get()
    assert (jobb.status, jobb.sendt) == (Jobbstatus.KOE, None)


def test_proev_igjen_puts_only_the_failed_back(sogn):
    bestilling = bestill(sogn.vik, sogn.sogndal)
    feilet = bestilling.jobber.get(part=sogn.vik)
    Rapportjobb.objects.filter(pk=feilet.pk).update(status=Jobbstatus.FEILET, forsoek=3)
    ferdig = kjoert(bestilling.jobber.get(part=sogn.sogndal))
    assert tjenester.proev_igjen(bestilling) == 1
    feilet.refresh_from_db()
    ferdig.refresh_from_db()
    assert (feilet.status, feilet.forsoek) == (Jobbstatus.KOE, 0)
    assert ferdig.status == Jobbstatus.FERDIG


# Printing


def test_kjoer_jobb_stores_both_files_under_their_own_hash(sogn, filmappe):
    jobb = kjoert(lag_jobb(sogn))
    assert (jobb.status, jobb.forsoek, jobb.laast_til, jobb.feilmelding) == (Jobbstatus.FERDIG, 1, None, "")
    pdf = (filmappe / f"{jobb.pdf_sha256}.pdf").read_bytes()
    html = (filmappe / f"{jobb.html_sha256}.html").read_bytes()
    assert (hashlib.sha256(pdf).hexdigest(), len(pdf)) == (jobb.pdf_sha256, jobb.pdf_byte)
    assert hashlib.sha256(html).hexdigest() == jobb.html_sha256
    assert pdf.startswith(b"%PDF-")
    assert len(list(filmappe.iterdir())) == 2


def test_kjoer_jobb_twice_changes_nothing(sogn, filmappe):
    jobb = kjoert(lag_jobb(sogn))
    foer = model_to_dict(jobb) | {"ferdig": jobb.ferdig}
    kjoert(jobb)
    assert model_to_dict(jobb) | {"ferdig": jobb.ferdig} == foer
    assert len(list(filmappe.iterdir())) == 2


def test_kjoer_jobb_prints_the_frozen_content_not_todays(sogn, filmappe):
    jobb = lag_jobb(sogn)
    lag_avtale("Kom til etterpå", kommuner=[sogn.vik])
    kjoert(jobb)
    assert "Kom til etterpå" not in (filmappe / f"{jobb.html_sha256}.html").read_text("utf-8")


def test_kjoer_jobb_printed_again_from_scratch_is_the_same_file(sogn):
    foerst = kjoert(lag_jobb(sogn)).pdf_sha256
    Rapportjobb.objects.update(status=Jobbstatus.KOE, pdf_sha256="", html_sha256="")
    assert kjoert(Rapportjobb.objects.get()).pdf_sha256 == foerst


def test_kjoer_jobb_leaves_a_job_that_another_worker_holds(sogn):
    jobb = lag_jobb(sogn, status=Jobbstatus.KJOERER, forsoek=1, laast_til=siden(-60))
    assert kjoert(jobb).status == Jobbstatus.KJOERER


def test_kjoer_jobb_takes_over_when_the_lock_has_run_out(sogn):
    jobb = kjoert(lag_jobb(sogn, status=Jobbstatus.KJOERER, forsoek=1, laast_til=siden(1)))
    assert (jobb.status, jobb.forsoek) == (Jobbstatus.FERDIG, 2)


def test_kjoer_jobb_gives_up_what_has_killed_its_worker_three_times(sogn):
    jobb = kjoert(lag_jobb(sogn, status=Jobbstatus.KJOERER, forsoek=3, laast_til=siden(1)))
    assert jobb.status == Jobbstatus.FEILET
    assert jobb.feilmelding


def test_kjoer_jobb_that_cannot_store_goes_back_and_fails_at_the_third_try(sogn, filmappe):
    filmappe.write_text("en fil der mappen skulle vært")
    jobb = lag_jobb(sogn)
    statuser = [kjoert(jobb).status for _ in range(4)]
    assert statuser == [Jobbstatus.KOE, Jobbstatus.KOE, Jobbstatus.FEILET, Jobbstatus.FEILET]
    assert jobb.feilmelding.startswith("FileExistsError")
    assert jobb.forsoek == 3


def test_kjoer_jobb_with_damaged_content_fails_with_a_message(sogn):
    jobb = lag_jobb(sogn, forsoek=2)
    Oeyeblikksbilde.objects.update(innhold={"dato": "i går"})
    assert kjoert(jobb).feilmelding.startswith("Bildefeil")


def test_kjoer_jobb_of_an_unknown_id_does_nothing(sogn):
    assert tjenester.kjoer_jobb(987654321) is None


# Finding again


@pytest.mark.parametrize(
    ("felt", "finnes"),
    [
        ({"status": "koe", "sendt": None}, True),
        ({"status": "koe", "sendt": 31}, True),
        ({"status": "koe", "sendt": 20}, False),
        ({"status": "kjoerer", "laast_til": 1}, True),
        ({"status": "kjoerer", "laast_til": -60}, False),
        ({"status": "feilet", "sendt": None}, False),
    ],
)
def test_finn_igjen_sends_what_is_lost_and_nothing_else(sogn, koe, felt, finnes):
    tider = {navn: siden(verdi) if isinstance(verdi, int) else verdi for navn, verdi in felt.items()}
    jobb = lag_jobb(sogn, **tider)
    assert tjenester.finn_igjen() == finnes
    jobb.refresh_from_db()
    assert (jobb.sendt is not None and jobb.sendt > siden(10)) == finnes


def test_finn_igjen_twice_sends_once(sogn, koe):
    lag_jobb(sogn)
    assert [tjenester.finn_igjen(), tjenester.finn_igjen()] == [1, 0]


# The files


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_arkiv_refuses_a_name_that_is_not_a_hash(sha256):
    with pytest.raises(ValueError, match="not a SHA-256"):
        arkiv.sti(sha256, "pdf")


def test_arkiv_leaves_no_half_file_when_the_disk_refuses(filmappe, monkeypatch):
    def full(nummer: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        arkiv.lagre(b"innhold", "pdf")
    assert list(filmappe.iterdir()) == []


def test_bestill_of_a_date_before_the_merger_is_about_the_old_municipality(sogn):
    jobb = bestill(sogn.gamle[2], dato=FOER).jobber.get()
    assert jobb.bilde.innhold["kommune"]["nummer"] == "1420"
