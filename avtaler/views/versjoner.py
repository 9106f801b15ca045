"""The wordings of an agreement: the list, one, two against each other."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.domene.ordlyd import Ordlydstatus
from avtaler.models import Avtale, Avtaleversjon
from avtaler.uttrekk import versjoner as uttrekk
from avtaler.uttrekk.dokumenter import avtaledokumenter
from avtaler.uttrekk.endringsvedtak import endringsvedtak
from kommuner.foresporsel import innsyn, valgt_dato

from .oppslag import avtalekontekst, synlig_avtale

FANE = "avtaler:versjoner"


@login_not_required
@require_safe
def versjoner(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Every wording, and the text of the one in force on the date."""
    avtale, alle = versjonene(request, avtale_id)
    dato = valgt_dato(request)
    i_kraft = uttrekk.versjon_i_kraft(alle, dato=dato)
    side = _side(request, avtale, i_kraft, alle) if i_kraft else None
    kontekst = avtalekontekst(request, avtale, FANE) | {
        "rader": uttrekk.versjonsliste(alle, dato=dato), "side": side,
        "utkast": next((v for v in reversed(alle) if v.fra is None and v.nummer != alle[0].nummer), None),
    }  # fmt: skip
    return render(request, "avtaler/versjoner.html", kontekst)


@login_not_required
@require_safe
def versjon(request: HttpRequest, avtale_id: int, versjonsnummer: int) -> HttpResponse:
    """One wording; a draft with what it changes and who must adopt that."""
    avtale, alle = versjonene(request, avtale_id)
    valgt = versjon_eller_404(alle, versjonsnummer)
    side, forrige = _side(request, avtale, valgt, alle), uttrekk.forrige_versjon(valgt, alle)
    kontekst = avtalekontekst(request, avtale, FANE) | {
        "side": side, "rad": side.rad, "forrige": forrige,
        "dokumenter": [ett for ett in avtaledokumenter(avtale, innsyn(request)) if ett.versjonsnummer == valgt.nummer],
    }  # fmt: skip
    if side.rad.status is Ordlydstatus.UTKAST and forrige is not None:
        kontekst |= _utkastkontekst(request, avtale, forrige, valgt, alle)
    return render(request, "avtaler/versjon.html", kontekst)


@login_not_required
@require_safe
def sammenlign(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Two wordings word by word (``?fra=1&til=2``); without a wish, the one in force and the one before it."""
    avtale, alle = versjonene(request, avtale_id)
    if not alle:
        raise Http404
    dato = valgt_dato(request)
    etter = _oensket(alle, request.GET.get("til")) or uttrekk.versjon_i_kraft(alle, dato=dato)
    foer = _oensket(alle, request.GET.get("fra")) or uttrekk.forrige_versjon(etter, alle) or etter
    kontekst = avtalekontekst(request, avtale, FANE) | {
        "sammenligning": uttrekk.sammenligning(
            avtale, foer, etter, alle, dato=dato, maalform=request.LANGUAGE_CODE
        ),
        "rader": uttrekk.versjonsliste(alle, dato=dato),
    }  # fmt: skip
    return render(request, "avtaler/sammenlign.html", kontekst)


def versjonene(request: HttpRequest, avtale_id: int) -> tuple[Avtale, list[Avtaleversjon]]:
    """The agreement and the wordings the reader may see, in order; otherwise 404."""
    avtale = synlig_avtale(request, avtale_id)
    kan_redigere = innsyn(request).kan_redigere(avtale.region_id)
    return avtale, uttrekk.synlige_versjoner(avtale, kan_redigere=kan_redigere)


def versjon_eller_404(alle: list[Avtaleversjon], nummer: int) -> Avtaleversjon:
    """The wording with the number among those the reader may see."""
    funnet = next((v for v in alle if v.nummer == nummer), None)
    if funnet is None:
        raise Http404
    return funnet


def _oensket(alle: list[Avtaleversjon], nummer: str | None) -> Avtaleversjon | None:
    return next((v for v in alle if str(v.nummer) == nummer), None)


def _side(
    request: HttpRequest, avtale: Avtale, valgt: Avtaleversjon, alle: list[Avtaleversjon]
) -> uttrekk.Versjonsside:
    return uttrekk.versjonsside(avtale, valgt, alle, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE)


def _utkastkontekst(
    request: HttpRequest, avtale: Avtale, forrige: Avtaleversjon, utkast: Avtaleversjon, alle: list[Avtaleversjon]
) -> dict[str, object]:
    """What the draft changes, and who adopts it, in the reader's language."""
    dato, maalform = valgt_dato(request), request.LANGUAGE_CODE
    vedtak = endringsvedtak(utkast)
    hjemmel = vedtak.krav.hjemmel
    return {
        "vedtak": vedtak, "hvem": vedtak.krav.tekst.paa(maalform),
        "hjemmel": hjemmel.paa(maalform) if hjemmel else "", "kilde": hjemmel.kilde if hjemmel else "",
        "momenter": uttrekk.momenttitler(vedtak.krav.momenter, avtale.form, dag=dato, maalform=maalform),
        "sammenligning": uttrekk.sammenligning(avtale, forrige, utkast, alle, dato=dato, maalform=maalform),
    }  # fmt: skip
