"""Judging an idea: its readiness, taking it up, saying no, and parting what was merged."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.forms.ideer.avgjoerelse import Klarhetsskjema, Neiskjema
from avtaler.models.idee import Ide
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.ideer.avgjoerelse import si_nei, ta_opp, vurder_klarhet
from avtaler.tjenester.ideer.sammenslaaing import skill_ut
from avtaler.uttrekk.ideer.ideside import klarhetsrader
from avtaler.views.oppslag import som_tall

from .oppslag import redigerbar_ide
from .skjemaside import Tekster, besvar


@require_http_methods(["GET", "HEAD", "POST"])
def vurder_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Answer the five points; somebody else's answers meanwhile give 409 with both."""
    tekster = Tekster(
        tittel=_("Er ideen klar?"), knapp=_("Lagre vurderingen"), lagret=_("Vurderingen er lagret.")
    )  # fmt: skip
    return besvar(
        request, redigerbar_ide(request, ide_id), tekster,
        lag=lambda data, ide: Klarhetsskjema(
            data, punkter=klarhetsrader(ide, request.LANGUAGE_CODE), initial={"versjon": ide.versjon}
        ),
        lagre=lambda skjema: vurder_klarhet(
            ide_id=ide_id, versjon=skjema.cleaned_data["versjon"], svar=skjema.svar()
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def si_nei_til_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Say no with a reason; the idea stays, and can be taken up again."""
    tekster = Tekster(
        tittel=_("Si nei til ideen"), knapp=_("Si nei"), lagret=_("Det er sagt nei til ideen. Den kan tas opp igjen.")
    )  # fmt: skip
    return besvar(
        request, redigerbar_ide(request, ide_id), tekster,
        lag=lambda data, ide: Neiskjema(data, initial={"versjon": ide.versjon, "begrunnelse": ide.begrunnelse}),
        lagre=lambda skjema: si_nei(ide_id=ide_id, **skjema.cleaned_data),
    )  # fmt: skip


@require_POST
def ta_opp_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Take the idea up for judgement, for the first time or again."""
    ide = redigerbar_ide(request, ide_id)
    return _gjoer(request, ide, ta_opp, _("Ideen er tatt opp til vurdering."))


@require_POST
def skill_ut_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Let a merged idea stand on its own again."""
    ide = redigerbar_ide(request, ide_id)
    return _gjoer(request, ide, skill_ut, _("Ideen står for seg selv igjen, med alt den hadde."))


def _gjoer(request: HttpRequest, ide: Ide, handling: Callable[..., Ide], gjort: str) -> HttpResponse:
    try:
        handling(ide_id=ide.pk, versjon=som_tall(request.POST.get("versjon", "")))
    except Avvist as avvist:
        messages.error(request, avvist.setning)
    except Konflikt:
        messages.error(request, _("Noen andre har endret ideen. Les den på nytt først."))
    else:
        messages.success(request, gjort)
    return redirect(ide)
