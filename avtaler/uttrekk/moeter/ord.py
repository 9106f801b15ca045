"""What the states of meetings are called, and sentences about them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.domene.moeter.innkalling import Grunnlag, Innkallingsfrist, Innkallingsstatus
from avtaler.domene.moeter.oppfoelging import Oppfoelging
from avtaler.domene.moeter.tilbakemelding import Meldestatus
from kommuner.domene.skriving import vis_dato


def oppfoelgingsnavn(status: Oppfoelging) -> str:
    """The state of a follow-up as a person says it."""
    return {
        Oppfoelging.INGEN: _("Ingen oppfølging"),
        Oppfoelging.AAPEN: _("Åpen"),
        Oppfoelging.FORSINKET: _("Over fristen"),
        Oppfoelging.UTFOERT: _("Utført"),
    }[status]


def meldestatusnavn(status: Meldestatus) -> str:
    """The state of a report home as a person says it."""
    return {
        Meldestatus.MELDT: _("Meldt"),
        Meldestatus.VENTER: _("Ikke meldt ennå"),
        Meldestatus.MANGLER: _("Mangler"),
        Meldestatus.IKKE_FOERT: _("Ikke ført inn"),
    }[status]


def fristsetning(frist: Innkallingsfrist) -> str:
    """What the deadline is, in one sentence; empty when nothing is known of it."""
    if frist.siste_dag is None:
        return {
            Grunnlag.RIMELIG: _("Loven krever rimelig varsel, men sier ikke hvor mange dager det er."),
            Grunnlag.INGEN: _("Verken loven eller avtalen sier hvor lenge før møtet innkallingen skal sendes."),
            Grunnlag.UKJENT: _("Produktet kjenner ingen frist i loven, og ingen er ført inn fra avtalen."),
        }[frist.grunnlag]
    tekst = ngettext(
        "Innkallingen skal sendes senest %(dag)s, %(dager)s dag før møtet.",
        "Innkallingen skal sendes senest %(dag)s, %(dager)s dager før møtet.", frist.dager or 0,
    )  # fmt: skip
    return tekst % {"dag": vis_dato(frist.siste_dag), "dager": frist.dager}


def statussetning(status: Innkallingsstatus) -> str:
    """What is to be done or has gone wrong; empty when nothing has."""
    return {
        Innkallingsstatus.NAERMER_SEG: _("Fristen for å sende innkallingen er innen en uke."),
        Innkallingsstatus.FOR_SENT: _("Fristen for å sende innkallingen er ute, og ingen innkalling er ført inn."),
        Innkallingsstatus.SENDT_FOR_SENT: _("Innkallingen ble sendt etter fristen."),
        Innkallingsstatus.ETTER_MOETET: _("Innkallingen er ført inn med en dato etter møtet."),
    }.get(status, "")
