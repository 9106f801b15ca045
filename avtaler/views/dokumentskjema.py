"""Putting documents in, correcting what is said of them, taking them out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.bekreftskjema import Bekreftskjema
from avtaler.forms.dokumentskjema import Dokumentskjema, dokumentverdier
from avtaler.models import Avtale, Dokument
from avtaler.regler.unntak import les_unntakshjemler
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester import dokument as tjenester
from kommuner.foresporsel import innsyn
from kommuner.innsending import en_gang

from .dokumenter import synlig_dokument
from .oppslag import redigerbar_avtale, sendt, vis_avvist


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_dokument(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """One more document. ``?som=`` starts from what is said of another, which it may take the place of."""
    avtale = redigerbar_avtale(request, avtale_id)
    skjema = Dokumentskjema(
        sendt(request), request.FILES or None, avtale=avtale, med_fil=True, initial=_som(request, avtale)
    )
    if request.method == "POST" and skjema.is_valid():
        try:
            nytt = tjenester.registrer_dokument(
                avtale, vedlegg=skjema.cleaned_data["fil"], felt=skjema.felt(), av=request.user
            )
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("«%(tittel)s» er lagt inn.") % {"tittel": nytt.tittel})
            return redirect("avtaler:dokumenter", avtale.pk)
    return _vis(request, avtale, skjema, tittel=_("Legg inn et dokument"), knapp=_("Legg inn dokumentet"),
                tilbake=reverse("avtaler:dokumenter", args=[avtale.pk]))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_dokument(request: HttpRequest, dokument_id: int) -> HttpResponse:
    """Change what is said of a document; somebody else's change in between gives 409 and keeps what was typed."""
    dokument = redigerbart_dokument(request, dokument_id)
    skjema = Dokumentskjema(sendt(request), avtale=dokument.avtale, med_fil=False, initial=dokumentverdier(dokument))
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        versjon = skjema.cleaned_data["versjon"]
        try:
            tjenester.endre_dokument(dokument_id=dokument.pk, versjon=versjon, felt=skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as feil:
            konflikt, lagret = True, dokumentverdier(feil.lagret)
            data = {**request.POST.dict(), "versjon": str(feil.lagret.versjon)}
            skjema = Dokumentskjema(data, avtale=dokument.avtale, med_fil=False, initial=lagret)
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect("avtaler:dokument", dokument.pk)
    return _vis(
        request, dokument.avtale, skjema, konflikt=konflikt, dokument=dokument, tittel=_("Endre dokumentet"),
        knapp=_("Lagre endringene"), tilbake=reverse("avtaler:dokument", args=[dokument.pk]),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_dokument(request: HttpRequest, dokument_id: int) -> HttpResponse:
    """Take a document out; 409 when somebody has changed it since the reader was asked."""
    dokument = redigerbart_dokument(request, dokument_id)
    hinder, status = "", 200
    if request.method == "POST":
        try:
            tjenester.fjern_dokument(dokument_id=dokument.pk, versjon=Bekreftskjema(request.POST).lest())
        except Avvist as avvist:
            hinder, status = avvist.setning, 422
        except Konflikt:
            hinder = _("Noen andre har endret dette siden du åpnet siden. Se på det på nytt, og bekreft så.")
            status = 409
        else:
            messages.success(request, _("«%(tittel)s» er fjernet.") % {"tittel": dokument.tittel})
            return redirect("avtaler:dokumenter", dokument.avtale_id)
    kontekst = {
        "avtale": dokument.avtale, "hinder": hinder, "overlinje": dokument.tittel, "tittel": _("Fjern dokumentet"),
        "knapp": _("Fjern dokumentet"), "tilbake": reverse("avtaler:dokument", args=[dokument.pk]),
        "forklaring": _("Dokumentet blir borte fra listene, og filen blir slettet. Historikken viser at det var her."),
        "form": Bekreftskjema(initial={"versjon": dokument.versjon}),
    }  # fmt: skip
    return render(request, "avtaler/bekreft.html", kontekst, status=status)


def redigerbart_dokument(request: HttpRequest, dokument_id: int) -> Dokument:
    """The document, if the reader keeps its agreement; 404 also for those who may only read it."""
    dokument = synlig_dokument(request, dokument_id)
    if not innsyn(request).kan_redigere(dokument.avtale.region_id):
        raise Http404
    return dokument


def _som(request: HttpRequest, avtale: Avtale) -> dict[str, Any]:
    """What is said of the document in ``?som=``, if it is one of the agreement's; else the agreement's language."""
    nummer = request.GET.get("som", "")
    mal = avtale.dokumenter.filter(pk=int(nummer)).first() if nummer.isascii() and nummer.isdigit() else None
    return dokumentverdier(mal) if mal else {"maalform": avtale.maalform}


def _vis(
    request: HttpRequest, avtale: Avtale, skjema: Dokumentskjema, *, konflikt: bool = False, **ekstra: Any
) -> HttpResponse:
    maalform = request.LANGUAGE_CODE
    kontekst = {
        "form": skjema, "avtale": avtale, "forskjeller": list(skjema.forskjeller()) if konflikt else None,
        "hjemler": [(ett.hjemmel, ett.tekst.paa(maalform)) for ett in les_unntakshjemler()], **ekstra,
    }  # fmt: skip
    status = 409 if konflikt else 422 if skjema.errors else 200
    return render(request, "avtaler/dokument_skjema.html", kontekst, status=status)
