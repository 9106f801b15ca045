"""From idea to something: a draft agreement, a project, or one more in the agreement it builds on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.forms.ideer.omgjoering import Avtaleutkastskjema, Prosjektskjema, Utvidelsesskjema, prosjekt_av, utkast_av
from avtaler.models import Avtale
from avtaler.models.idee import Ide
from avtaler.tjenester import MED_RAAD
from avtaler.tjenester.ideer import omgjoering as tjeneste
from avtaler.uttrekk.ideer.omgjoering import Formrad, formrader, grunnlag
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Part
from kommuner.querysets import gyldig

from .oppslag import redigerbar_ide
from .skjemaside import Tekster, besvar

MAL = "avtaler/ideer/omgjoering.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def bli_avtale(request: HttpRequest, ide_id: int) -> HttpResponse:
    """A draft of the idea: the form is chosen among those the law leaves open, everything else is there already."""
    ide = _ide_som_kan_bli_noe(request, ide_id)
    parter, maalform = grunnlag(ide, dato=idag()), request.LANGUAGE_CODE
    former = formrader(parter.vil, dato=idag(), maalform=maalform)
    tekster = Tekster(
        tittel=_("Lag et utkast til avtale"), knapp=_("Lag utkastet"), mal=MAL,
        lagret=_("Ideen er blitt til et utkast. Når det er klart, sendes det til rådene."),
        ekstra=lambda skjema: {"former": _for_de_valgte(skjema, former, maalform), "grunnlag": parter},
    )  # fmt: skip
    return besvar(
        request, ide, tekster,
        lag=lambda data, ide: Avtaleutkastskjema(
            data, parter=parter.alle, former=former,
            initial=utkast_av(ide, parter.vil, fra=neste_nyttaar(idag()), maalform=maalform),
        ),
        lagre=lambda skjema: tjeneste.bli_avtale(
            ide_id=ide_id, versjon=skjema.cleaned_data["versjon"], utkast=skjema.utkast(), dato=idag()
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def bli_prosjekt(request: HttpRequest, ide_id: int) -> HttpResponse:
    """A project of the idea, driven by the one who drives the idea."""
    ide = _ide_som_kan_bli_noe(request, ide_id)
    parter = grunnlag(ide, dato=idag())
    avtaler = Avtale.objects.for_user(innsyn(request)).gjeldende(idag()).filter(region=ide.region_id)
    tekster = Tekster(
        tittel=_("Lag et prosjekt"), knapp=_("Lag prosjektet"), lagret=_("Ideen er blitt til et prosjekt."), mal=MAL,
        ekstra=lambda _skjema: {"grunnlag": parter},
    )  # fmt: skip
    return besvar(
        request, ide, tekster,
        lag=lambda data, ide: Prosjektskjema(
            data, parter=parter.alle, avtaler=avtaler, initial=prosjekt_av(ide, parter.vil, fra=idag())
        ),
        lagre=lambda skjema: tjeneste.bli_prosjekt(
            ide_id=ide_id, versjon=skjema.cleaned_data["versjon"], **skjema.prosjekt()
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def utvid_avtale(request: HttpRequest, ide_id: int) -> HttpResponse:
    """The case of letting one more into the agreement the idea builds on; its text is open until it is locked."""
    ide = _ide_som_kan_bli_noe(request, ide_id)
    if ide.bygger_paa_id is None or not Avtale.objects.for_user(innsyn(request)).filter(pk=ide.bygger_paa_id).exists():
        raise Http404
    parter = _kan_komme_inn(ide)
    tekster = Tekster(
        tittel=_("Ta inn en deltaker til"), knapp=_("Lag saken"), mal=MAL,
        lagret=_("Saken er lagret. Teksten er åpen for innspill til du låser den."),
        ekstra=lambda _skjema: {"bygger_paa": ide.bygger_paa},
    )  # fmt: skip
    return besvar(
        request, ide, tekster,
        lag=lambda data, ide: Utvidelsesskjema(data, parter=parter, initial=_utvidelse(ide, parter)),
        lagre=lambda skjema: tjeneste.utvid_avtale(
            ide_id=ide_id, dato=idag(), ansvarlig=ide.ansvarlig or request.user, **skjema.cleaned_data
        ),
    )  # fmt: skip


def neste_nyttaar(dato: date) -> date:
    """The first of January to come."""
    return date(dato.year + 1, 1, 1)


def _ide_som_kan_bli_noe(request: HttpRequest, ide_id: int) -> Ide:
    ide = redigerbar_ide(request, ide_id)
    if ide.status not in ("ny", "vurderes"):
        raise Http404
    return ide


def _for_de_valgte(skjema: forms.Form, alle: Sequence[Formrad], maalform: str) -> Sequence[Formrad]:
    """The forms against those who are ticked now, not those who were at first."""
    valgte = getattr(skjema, "cleaned_data", {}).get("deltakere")
    return alle if valgte is None else formrader(list(valgte), dato=idag(), maalform=maalform)


def _kan_komme_inn(ide: Ide) -> QuerySet[Part]:
    """Those with a council who want to, or may be asked, and are not in the agreement."""
    inne = ide.bygger_paa.deltakelser.exclude(rolle__in=UTENFOR).filter(gyldig(idag())).values("part")
    alle = grunnlag(ide, dato=idag()).alle
    return Part.objects.filter(pk__in=[part.pk for part in alle], type__in=MED_RAAD).exclude(pk__in=inne)


def _utvidelse(ide: Ide, parter: QuerySet[Part]) -> dict[str, Any]:
    """The case as the idea fills it in: with the first who wants to, when somebody does."""
    vil = {part.pk for part in grunnlag(ide, dato=idag()).vil}
    part = next((en for en in parter if en.pk in vil), None)
    with override(ide.bygger_paa.maalform):  # the councils read it in the language of the agreement
        navn = {"part": part or _("En ny deltaker"), "avtale": ide.bygger_paa.navn}
        vedtak = _("%(part)s tas opp som deltaker i %(avtale)s.") % navn
    forslag = "\n\n".join(ledd for ledd in (vedtak, ide.beskrivelse) if ledd)
    return {
        "versjon": ide.versjon, "part": part, "fra": neste_nyttaar(idag()), "tittel": ide.tittel, "forslag": forslag
    }  # fmt: skip
