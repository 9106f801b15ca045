"""What the register can be filtered by that takes more than a comparison: geography and confirmation."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, UTENFOR, VERTSKOMMUNE
from avtaler.domene.bekreftelse import senest_bekreftet
from avtaler.models import Deltakelse
from kommuner.models import Regionmedlemskap
from kommuner.querysets import gyldig

#: Roles that host a cooperation.
VERTER = (VERTSKOMMUNE, KONTORKOMMUNE)


class Geografi(models.TextChoices):
    """How the participants lie to the agreement's own region."""

    INNENFOR = "innenfor", _("Bare kommuner i regionen")
    UTENFOR = "utenfor", _("Noen utenfor regionen")
    DEKKER = "dekker", _("Dekker hele regionen")
    DEKKER_IKKE = "dekker_ikke", _("Dekker ikke hele regionen")


class Bekreftelsesvalg(models.TextChoices):
    """What is to be confirmed, and by whom."""

    MINE = "mine", _("Mine å bekrefte")
    FORFALT = "forfalt", _("Ikke bekreftet det siste året")
    EIER = "eier", _("Jeg er dataeier")


def i_geografi(valg: str, dato: date) -> Q:
    """The agreements whose participants on ``dato`` lie as ``valg`` says to the members of their region that day."""
    med = Deltakelse.objects.filter(gyldig(dato), avtale=OuterRef("pk")).exclude(rolle__in=UTENFOR)
    medlem = Regionmedlemskap.objects.filter(gyldig(dato), region=OuterRef("avtale__region"), part=OuterRef("part"))
    utenfor = Q(Exists(med.filter(~Exists(medlem))))
    deltar = Deltakelse.objects.filter(gyldig(dato), avtale=OuterRef(OuterRef("pk")), part=OuterRef("part"))
    medlemmer = Regionmedlemskap.objects.filter(gyldig(dato), region=OuterRef("region"))
    mangler = Q(Exists(medlemmer.filter(~Exists(deltar.exclude(rolle__in=UTENFOR)))))
    return {
        Geografi.INNENFOR: Q(Exists(med)) & ~utenfor,
        Geografi.UTENFOR: utenfor,
        Geografi.DEKKER: Q(Exists(medlemmer)) & ~mangler,
        Geografi.DEKKER_IKKE: mangler,
    }[Geografi(valg)]


def skal_bekreftes(valg: str, bruker_id: int | None, dato: date) -> Q:
    """The agreements that somebody is to confirm on ``dato``: the reader's own, all, or all the reader answers for."""
    frist = senest_bekreftet(dato)
    forfalt = Q(bekreftet_dato__lt=frist) | Q(bekreftet_dato__isnull=True, opprettet__date__lt=frist)
    egne = Q(dataeier=bruker_id, dataeier__isnull=False)
    levende = Q(til__isnull=True) | Q(til__gt=dato)
    return {
        Bekreftelsesvalg.MINE: egne & forfalt & levende,
        Bekreftelsesvalg.FORFALT: forfalt & levende,
        Bekreftelsesvalg.EIER: egne,
    }[Bekreftelsesvalg(valg)]
