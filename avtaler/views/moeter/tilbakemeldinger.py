"""Reports home: one party's from one meeting, and all of one municipality's."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.moeter.tilbakemeldingsskjema import Tilbakemeldingsskjema
from avtaler.models import Moete, Moetestatus, Tilbakemelding
from avtaler.uttrekk.moeter.hjemme import eierorgan, kan_melde, skal_melde
from avtaler.uttrekk.moeter.tilbakemeldinger import hjemmeside
from avtaler.views.organer.kommune import kommune_eller_404
from avtaler.views.radside import Radside, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Part
from kommuner.uttrekk import navn_paa

from .oppslag import moetenavn, moetestier, synlig_moete


@require_safe
def tilbakemeldinger(request: HttpRequest, nummer: str) -> HttpResponse:
    """One municipality's reports, for those who see all of it."""
    part = kommune_eller_404(nummer)
    if not innsyn(request).ser_part(part.pk):
        raise Http404
    side = hjemmeside(part, innsyn(request), dato=valgt_dato(request))
    return render(
        request,
        "avtaler/moeter/tilbakemeldinger.html",
        {"side": side, "part": part, "nummer": nummer, "navn": navn_paa(part, valgt_dato(request))},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def meld_tilbake(request: HttpRequest, moete_id: int, part_id: int) -> HttpResponse:
    """Enter or change what one party has reported, by its own or by the organ's coordinator."""
    moete, part = _moete_og_part(request, moete_id, part_id)
    rad = moete.tilbakemeldinger.filter(part=part).first()
    slettes = reverse("avtaler:slett_tilbakemelding", args=[moete.pk, part.pk]) if rad else ""
    side = _side(moete, part, slettes=slettes)
    start = {} if rad else {"dato": idag(), "til_hvem": eierorgan(part.pk, moete.dato)}
    return skriv_rad(
        request, Tilbakemeldingsskjema, rad or Tilbakemelding(moete=moete, part=part), side, initial=start,
        moetedato=moete.dato, idag=idag(),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_tilbakemelding(request: HttpRequest, moete_id: int, part_id: int) -> HttpResponse:
    """Take a report away that was entered by mistake."""
    moete, part = _moete_og_part(request, moete_id, part_id)
    rad = get_object_or_404(moete.tilbakemeldinger, part=part)
    return ta_bort_rad(request, rad, _side(moete, part, sletter=True))


def _moete_og_part(request: HttpRequest, moete_id: int, part_id: int) -> tuple[Moete, Part]:
    """A meeting that has been held, and a party that sat there for whom the reader may report."""
    moete = synlig_moete(request, moete_id)
    holdt = moete.status == Moetestatus.HOLDT and moete.dato <= idag()
    part = get_object_or_404(Part.objects.prefetch_related("identiteter"), pk=part_id)
    har_meldt = moete.tilbakemeldinger.filter(part=part).exists()
    if not holdt or not kan_melde(moete, part.pk, innsyn(request)) or not (har_meldt or skal_melde(moete, part.pk)):
        raise Http404
    return moete, part


def _side(moete: Moete, part: Part, *, slettes: str = "", sletter: bool = False) -> Radside:
    navn = {"kommune": navn_paa(part, moete.dato)}
    return Radside(
        tittel=(_("Slette tilbakemeldingen fra %(kommune)s?") if sletter else _("Meld tilbake i %(kommune)s")) % navn,
        knapp=_("Slett") if sletter else _("Lagre tilbakemeldingen"), overlinje=moetenavn(moete), slettes=slettes,
        tilbake=moete.get_absolute_url() + "#tilbakemeldinger",
        lagret=_("Tilbakemeldingen er slettet.") if sletter else _("Tilbakemeldingen er lagret."),
        ingress=_("Kommunen står da som en som ikke har meldt tilbake.") if sletter else "",
        stier=moetestier(moete),
    )  # fmt: skip
