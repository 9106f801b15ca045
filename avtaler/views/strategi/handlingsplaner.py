"""The plan of action for one year, and its way to the councils."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms import Rundeskjema
from avtaler.forms.strategi import Handlingsplanskjema
from avtaler.models import Handlingsplan, Strategi
from avtaler.tjenester import Avvist
from avtaler.tjenester.strategi import send_handlingsplan as send
from avtaler.tjenester.strategi.handlingsplan import hinder_for_sending
from avtaler.uttrekk.strategi.handlingsplan import planside, sakens_felt
from avtaler.views.oppslag import sendt, vis_avvist
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from avtaler.views.runder import runde_startet
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang

from .oppslag import redigerbar_strategi, stier


@login_not_required
@require_safe
def handlingsplan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The measures of the year, and what each council has done with the plan."""
    plan = _planen(plan_id)
    kontekst = {
        "side": planside(plan, innsyn(request), dato=valgt_dato(request)), "plan": plan, "strategi": plan.strategi,
        "kan_redigere": innsyn(request).kan_redigere(plan.strategi.region_id),
    }  # fmt: skip
    return render(request, "avtaler/strategi/handlingsplan.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_handlingsplan(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """A plan for one more year."""
    strategi = redigerbar_strategi(request, strategi_id)
    siste = strategi.handlingsplaner.order_by("-aar").values_list("aar", flat=True).first()
    side = _side(strategi, _("Ny handlingsplan"), _("Handlingsplanen er laget."), strategi.get_absolute_url())
    forslag = {"aar": max(idag().year, (siste or 0) + 1)}
    return skriv_rad(request, Handlingsplanskjema, Handlingsplan(strategi=strategi), side, initial=forslag)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_handlingsplan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Change the year and the words before the measures. What is sent to the councils is the case's own text."""
    plan = _redigerbar(request, plan_id)
    slettes = reverse("avtaler:slett_handlingsplan", args=[plan.pk])
    side = _side(plan.strategi, _("Endre handlingsplanen"), endret(), _adresse(plan), slettes)
    return skriv_rad(request, Handlingsplanskjema, plan, side)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_handlingsplan(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = _redigerbar(request, plan_id)
    side = _side(
        plan.strategi, _("Slett handlingsplanen"), _("Handlingsplanen er slettet."), plan.strategi.get_absolute_url(),
        knapp=_("Slett handlingsplanen"),
        ingress=_("Handlingsplanen for %(aar)s blir borte. Tiltakene blir stående.") % {"aar": plan.aar},
    )  # fmt: skip
    hinder = _("Handlingsplanen er en sak i kommunestyrene. Trekk saken først.") if plan.runde_id else ""
    return ta_bort_rad(request, plan, side, hinder=hinder)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def send_handlingsplan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The case to the councils, filled in from the plan: the words can be changed before it is sent."""
    plan = _redigerbar(request, plan_id)
    if hinder_for_sending(plan):
        raise Http404
    utgangspunkt = sakens_felt(plan, innsyn(request), dato=idag()) | {"ansvarlig": request.user.pk}
    skjema = Rundeskjema(sendt(request), initial=utgangspunkt, avtale=plan.strategi.avtale)
    for navn in ("slag", "gjelder_part", "delvis_ikrafttreden"):
        del skjema.fields[navn]
    if request.method == "POST" and skjema.is_valid():
        try:
            runde = send(plan.pk, felt=skjema.felt(), dato=idag())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            return runde_startet(request, runde)
    kontekst = {
        "form": skjema, "avtale": plan.strategi.avtale, "er_ny": True, "tilbake": _adresse(plan),
        "tittel": _("Send handlingsplanen til kommunestyrene"),
    }  # fmt: skip
    return render(request, "avtaler/runde_skjema.html", kontekst, status=422 if skjema.errors else 200)


def _planen(plan_id: int) -> Handlingsplan:
    med = Handlingsplan.objects.select_related("strategi__region", "strategi__avtale", "runde")
    return get_object_or_404(med, pk=plan_id)


def _redigerbar(request: HttpRequest, plan_id: int) -> Handlingsplan:
    plan = _planen(plan_id)
    if not innsyn(request).kan_redigere(plan.strategi.region_id):
        raise Http404
    return plan


def _adresse(plan: Handlingsplan) -> str:
    return reverse("avtaler:handlingsplan", args=[plan.pk])


def _side(
    strategi: Strategi, tittel: str, lagret: str, tilbake: str, slettes: str = "", *, knapp: str = "", ingress: str = ""
) -> Radside:
    return Radside(
        tittel=tittel, knapp=knapp or _("Lagre handlingsplanen"), lagret=lagret, tilbake=tilbake, slettes=slettes,
        overlinje=strategi.tittel, stier=stier(strategi), ingress=ingress,
    )  # fmt: skip
