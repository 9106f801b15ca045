"""Making, changing and deleting a meeting and the items of its agenda."""

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.moeter.moeteskjema import Moetesaksskjema, Moeteskjema
from avtaler.models import Avtale, Moete, Moetesak, Organ, Runde
from avtaler.tjenester.moeter.initiativ import endre_sak, sett_paa_saklista, slett_sak
from avtaler.tjenester.moeter.moete import endre_moete as endre
from avtaler.tjenester.moeter.moete import slett_moete as slett
from avtaler.uttrekk.moeter.initiativer import synlige
from avtaler.uttrekk.moeter.liste import eier_navn
from avtaler.uttrekk.moeter.organet import har_aapne_moeter
from avtaler.views.oppslag import som_tall
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .oppslag import egne_organer, krev_koordinator, moetenavn, moetestier, redigerbart_moete, stier

MAL = "avtaler/moeter/skjema.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_moete(request: HttpRequest) -> HttpResponse:
    """One more meeting of an organ the reader keeps (``?organ=``)."""
    krev_koordinator(request)
    side = Radside(
        tittel=_("Nytt møte"), knapp=_("Lagre møtet"), tilbake=reverse("avtaler:moeter"), stier=stier(),
        lagret=_("Møtet er lagt inn."), mal=MAL,
    )  # fmt: skip
    organer = egne_organer(request)
    organ = organer.filter(pk=som_tall(request.GET.get("organ", ""))).first()
    start = {"organ": organ.pk, "er_aapent": har_aapne_moeter(organ)} if organ else {}
    return skriv_rad(request, Moeteskjema, Moete(), side, idag=idag(), utvalg={"organ": organer}, initial=start)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_moete(request: HttpRequest, moete_id: int) -> HttpResponse:
    """Put right, call, hold or cancel a meeting, and write its minutes."""
    moete = redigerbart_moete(request, moete_id)
    side = Radside(
        tittel=_("Endre møtet"), knapp=_("Lagre møtet"), overlinje=_overlinje(moete), lagret=endret(), mal=MAL,
        tilbake=moete.get_absolute_url(), slettes=reverse("avtaler:slett_moete", args=[moete.pk]),
        stier=moetestier(moete),
    )  # fmt: skip
    return skriv_rad(
        request, Moeteskjema, moete, side, idag=idag(),
        lagre=lambda skjema: endre(moete.pk, skjema.cleaned_data["versjon"], skjema.felt()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_moete(request: HttpRequest, moete_id: int) -> HttpResponse:
    """Take a meeting away; one that has decided something stays."""
    moete = redigerbart_moete(request, moete_id)
    side = Radside(
        tittel=_("Slette møtet?"), knapp=_("Slett møtet"), tilbake=reverse("avtaler:moeter"),
        overlinje=moetenavn(moete),
        ingress=_("Saklista og tilbakemeldingene slettes med møtet. Blir det bare avlyst, endrer du statusen."),
        lagret=_("Møtet er slettet."), stier=moetestier(moete),
    )  # fmt: skip
    return ta_bort_rad(request, moete, side, slett=lambda versjon: slett(moete.pk, versjon))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_moetesak(request: HttpRequest, moete_id: int) -> HttpResponse:
    """One more item, last on the agenda; ``?initiativ=`` puts a board's initiative on it."""
    moete = redigerbart_moete(request, moete_id)
    valgt = som_tall(request.GET.get("initiativ", ""))
    initiativ = synlige(innsyn(request)).filter(til_organ=moete.organ, pk=valgt).first()
    siste = moete.saker.aggregate(siste=Max("rekkefoelge"))["siste"] or 0
    start = {"rekkefoelge": siste + 1, "avtale": moete.organ.avtale_id}
    if initiativ:
        start |= {"tittel": initiativ.tittel, "initiativ": initiativ.pk}
    side = _saksside(moete, tittel=_("Ny sak på saklista"), lagret=_("Saken er på saklista."))
    utvalg = _utvalg(request, moete.organ)
    return skriv_rad(
        request, Moetesaksskjema, Moetesak(moete=moete), side, utvalg=utvalg, initial=start,
        lagre=lambda skjema: sett_paa_saklista(moete, skjema.felt()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_moetesak(request: HttpRequest, moete_id: int, moetesak_id: int) -> HttpResponse:
    """Put an item right, and write what was decided and who follows it up."""
    moete = redigerbart_moete(request, moete_id)
    sak = get_object_or_404(moete.saker, pk=moetesak_id)
    slettes = reverse("avtaler:slett_moetesak", args=[moete.pk, sak.pk])
    side = _saksside(moete, tittel=_("Endre saken"), lagret=endret(), slettes=slettes)
    return skriv_rad(
        request, Moetesaksskjema, sak, side, utvalg=_utvalg(request, moete.organ),
        lagre=lambda skjema: endre_sak(sak.pk, skjema.cleaned_data["versjon"], skjema.felt()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_moetesak(request: HttpRequest, moete_id: int, moetesak_id: int) -> HttpResponse:
    """Take an item off the agenda."""
    moete = redigerbart_moete(request, moete_id)
    sak = get_object_or_404(moete.saker, pk=moetesak_id)
    side = Radside(
        tittel=_("Ta saken av saklista?"), knapp=_("Slett saken"), tilbake=moete.get_absolute_url(),
        overlinje=sak.tittel, lagret=_("Saken er tatt av saklista."),
        ingress=_("Det som er skrevet om saken, forsvinner med den."), stier=moetestier(moete),
    )  # fmt: skip
    hinder = _("Det er gjort vedtak i saken, og den kan ikke slettes.") if sak.vedtak else ""
    return ta_bort_rad(request, sak, side, slett=lambda versjon: slett_sak(sak.pk, versjon), hinder=hinder)


def _saksside(moete: Moete, *, tittel: str, lagret: str, slettes: str = "") -> Radside:
    return Radside(
        tittel=tittel, knapp=_("Lagre saken"), tilbake=moete.get_absolute_url(), lagret=lagret, slettes=slettes,
        overlinje=_overlinje(moete), stier=moetestier(moete), mal=MAL,
    )  # fmt: skip


def _overlinje(moete: Moete) -> str:
    return f"{moete.organ} – {eier_navn(moete.organ)}"


def _utvalg(request: HttpRequest, organ: Organ) -> dict[str, object]:
    """The agreements and rounds of the organ's region, and the initiatives it has been sent."""
    avtaler = Avtale.objects.for_user(innsyn(request)).filter(region=organ.regionens_pk).order_by("navn")
    runder = Runde.objects.filter(avtale__in=avtaler.order_by().values("pk")).order_by("-pk")
    return {"avtale": avtaler, "runde": runder, "initiativ": synlige(innsyn(request)).filter(til_organ=organ)}
