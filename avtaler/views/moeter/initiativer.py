"""Initiatives: raised by one organ, put on the agenda of the one above, answered, followed to the councils."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.moeter.initiativskjema import Initiativfilterskjema, Initiativskjema, Initiativsvar
from avtaler.models import Initiativ, Moete, Moetestatus, Organ, Runde
from avtaler.tjenester.moeter.initiativ import slett_initiativ as slett
from avtaler.uttrekk.moeter.initiativer import initiativer as les
from avtaler.uttrekk.moeter.initiativer import initiativside, organvalg, regionvalg, synlige
from avtaler.views.oppslag import som_tall
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang

from .oppslag import egne_organer, krev_koordinator, stier


@login_not_required
@require_safe
def initiativer(request: HttpRequest) -> HttpResponse:
    """What the organs have raised, the open ones first."""
    leser = innsyn(request)
    skjema = Initiativfilterskjema(request.GET, regioner=regionvalg(leser), organer=organvalg(leser))
    rader = les(leser, skjema.filter(), dato=valgt_dato(request))
    kontekst = {"form": skjema, "rader": rader, "kan_redigere": leser.er_koordinator}
    return render(request, "avtaler/moeter/initiativer.html", kontekst)


@login_not_required
@require_safe
def initiativ(request: HttpRequest, initiativ_id: int) -> HttpResponse:
    """One initiative from it was raised to its end."""
    funnet = get_object_or_404(synlige(innsyn(request)), pk=initiativ_id)
    kan_redigere = innsyn(request).kan_redigere(funnet.fra_organ.regionens_pk)
    moeter = Moete.objects.filter(organ=funnet.til_organ, dato__gte=idag()).exclude(
        status__in=(Moetestatus.AVLYST, Moetestatus.HOLDT)
    )
    kontekst = {
        "side": initiativside(funnet, innsyn(request)), "kan_redigere": kan_redigere,
        "neste_moeter": moeter.order_by("dato")[:3] if kan_redigere else (),
    }  # fmt: skip
    return render(request, "avtaler/moeter/initiativ.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_initiativ(request: HttpRequest) -> HttpResponse:
    """Raise a matter (``?organ=``) for the organ above."""
    krev_koordinator(request)
    organer = egne_organer(request)
    organ = organer.filter(pk=som_tall(request.GET.get("organ", ""))).first()
    start = {"dato": idag(), "fra_organ": organ.pk if organ else None, "til_organ": _over(organ) if organ else None}
    side = _side(tittel=_("Reis en sak"), lagret=_("Saken er reist."), tilbake=reverse("avtaler:initiativer"))
    utvalg = {"fra_organ": organer, "til_organ": organer}
    return skriv_rad(request, Initiativskjema, Initiativ(), side, idag=idag(), utvalg=utvalg, initial=start)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_initiativ(request: HttpRequest, initiativ_id: int) -> HttpResponse:
    """Put an initiative right."""
    rad = _redigerbart(request, initiativ_id)
    slettes = reverse("avtaler:slett_initiativ", args=[rad.pk])
    side = _side(tittel=_("Endre initiativet"), lagret=endret(), tilbake=_adresse(rad), slettes=slettes, rad=rad)
    organer = egne_organer(request)
    utvalg = {"fra_organ": organer, "til_organ": organer}
    return skriv_rad(request, Initiativskjema, rad, side, idag=idag(), utvalg=utvalg)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def svar_initiativ(request: HttpRequest, initiativ_id: int) -> HttpResponse:
    """Write what the organ above decided."""
    rad = _redigerbart(request, initiativ_id)
    side = _side(tittel=_("Svar på initiativet"), lagret=_("Svaret er lagret."), tilbake=_adresse(rad), rad=rad)
    runder = Runde.objects.filter(avtale__region=rad.fra_organ.regionens_pk).order_by("-pk")
    return skriv_rad(request, Initiativsvar, rad, side, idag=idag(), utvalg={"runde": runder})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_initiativ(request: HttpRequest, initiativ_id: int) -> HttpResponse:
    """Take an initiative away; one that has been answered stays."""
    rad = _redigerbart(request, initiativ_id)
    hinder = _("Initiativet er behandlet og kan ikke slettes.") if rad.behandlet else ""
    side = Radside(
        tittel=_("Slette initiativet?"), knapp=_("Slett initiativet"), tilbake=reverse("avtaler:initiativer"),
        overlinje=rad.tittel, lagret=_("Initiativet er slettet."), stier=_stier(rad),
        ingress=_("Saker på saklista som svarer på det, blir stående."),
    )  # fmt: skip
    return ta_bort_rad(request, rad, side, slett=lambda versjon: slett(rad.pk, versjon), hinder=hinder)


def _redigerbart(request: HttpRequest, initiativ_id: int) -> Initiativ:
    rad = get_object_or_404(synlige(innsyn(request)), pk=initiativ_id)
    if not innsyn(request).kan_redigere(rad.fra_organ.regionens_pk):
        raise Http404
    return rad


def _over(organ: Organ) -> int | None:
    """The organ above, or the cooperation's highest when nobody has drawn the line."""
    if organ.overordnet_id or not organ.avtale_id:
        return organ.overordnet_id
    andre = Organ.objects.filter(avtale=organ.avtale_id, type="representantskap").exclude(pk=organ.pk)
    return andre.values_list("pk", flat=True).first()


def _adresse(rad: Initiativ) -> str:
    return reverse("avtaler:initiativ", args=[rad.pk])


def _stier(rad: Initiativ | None) -> list[tuple[str, str]]:
    over = [(reverse("avtaler:initiativer"), _("Initiativer"))]
    return stier(*over, *([(_adresse(rad), rad.tittel)] if rad else []))


def _side(*, tittel: str, lagret: str, tilbake: str, slettes: str = "", rad: Initiativ | None = None) -> Radside:
    return Radside(
        tittel=tittel, knapp=_("Lagre"), tilbake=tilbake, lagret=lagret, slettes=slettes,
        overlinje=rad.tittel if rad else "", stier=_stier(rad),
    )  # fmt: skip
