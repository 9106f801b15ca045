"""Converting a cooperation under the old law: preview and commit, review of what was copied, and taking effect."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.omdanningsskjema import Ikrafttredelsesskjema, Omdanningsskjema
from avtaler.models import Avtale
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester import omdanning as tjeneste
from avtaler.uttrekk.omdanningsside import gjennomgang, omdanningsside, planlagt_ikrafttreden
from kommuner.domene.skriving import vis_dato
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .oppslag import redigerbar_avtale, sendt, vis_avvist

MAL = "avtaler/omdann.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def omdann(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Choose, look at what will be done, and do it."""
    avtale = redigerbar_avtale(request, avtale_id)
    side = omdanningsside(avtale, dato=idag(), maalform=request.LANGUAGE_CODE)
    skjema = Omdanningsskjema(
        sendt(request), avtale=avtale, former=side.former, maalform=request.LANGUAGE_CODE,
        initial={"versjon": avtale.versjon, "fra": avtale.til},
    )  # fmt: skip
    kontekst = {"form": skjema, "avtale": avtale, "side": side, "tilbake": avtale.get_absolute_url()}
    if request.method != "POST":
        return render(request, MAL, kontekst)
    if not side.kan_omdannes or not skjema.is_valid():
        return render(request, MAL, kontekst, status=422)
    if "bekreft" in request.POST:
        return _omdannet(request, avtale, skjema) or render(request, MAL, kontekst, status=_status(skjema))
    etterfoelgere = [(en, side.klausuler[en.form]) for en in skjema.etterfoelgere()]
    if not _kan_utfoeres(avtale, skjema):
        return render(request, MAL, kontekst, status=422)
    return render(request, MAL, kontekst | {"forhaandsvisning": etterfoelgere, "fra": skjema.cleaned_data["fra"]})


@require_safe
def gjennomgaa(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """What was copied into a successor, and what the new form's law lacks. Empty for agreements that are not one."""
    avtale = redigerbar_avtale(request, avtale_id)
    side = gjennomgang(avtale, innsyn(request), dato=idag(), maalform=request.LANGUAGE_CODE)
    return render(request, "avtaler/gjennomgaa.html", {"avtale": avtale, "side": side})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def omdanning_i_kraft(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Publish the successors of this agreement from a day, and end it that day."""
    avtale = redigerbar_avtale(request, avtale_id)
    planlagt = planlagt_ikrafttreden(avtale)
    skjema = Ikrafttredelsesskjema(sendt(request), initial={"fra": planlagt})
    if request.method == "POST" and skjema.is_valid():
        try:
            nye = tjeneste.sett_i_kraft(avtale_id=avtale.pk, versjon=None, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            setning = _("De nye avtalene gjelder fra %(dag)s, og den gamle er avsluttet.")
            messages.success(request, setning % {"dag": vis_dato(nye[0].fra)})
            return redirect(nye[0])
    kontekst = {
        "form": skjema, "avtale": avtale, "tittel": _("Sett de nye avtalene i kraft"), "knapp": _("Sett i kraft"),
        "forklaring": _("Utkastene blir publisert, og den gamle avtalen slutter samme dag. Historikken blir stående."),
        "tilbake": avtale.get_absolute_url(),
    }  # fmt: skip
    return render(request, "avtaler/avslutt.html", kontekst, status=422 if skjema.errors else 200)


def _omdannet(request: HttpRequest, avtale: Avtale, skjema: Omdanningsskjema) -> HttpResponse | None:
    """The way on when it is done; None when it was refused, with the sentence in the form."""
    try:
        nye = _utfoer(avtale, skjema)
    except Avvist as avvist:
        vis_avvist(skjema, avvist)
        return None
    except Konflikt:
        skjema.konflikt = True
        skjema.add_error(None, _("Noen andre har endret avtalen mens du så på siden. Åpne siden på nytt."))
        return None
    messages.success(request, _("Avtalen er omdannet. Gå gjennom det som er kopiert."))
    return redirect("avtaler:gjennomgaa", nye[0].pk)


def _utfoer(avtale: Avtale, skjema: Omdanningsskjema) -> list[Avtale]:
    ren = skjema.cleaned_data
    return tjeneste.omdann(
        avtale_id=avtale.pk, versjon=ren["versjon"], fra=ren["fra"], etterfoelgere=skjema.etterfoelgere(),
        avslutt=ren["avslutt"] == "dato",
    )  # fmt: skip


def _kan_utfoeres(avtale: Avtale, skjema: Omdanningsskjema) -> bool:
    """Whether the conversion would go through, with the sentence in the form when it would not. Nothing is written."""
    try:
        tjeneste.krev_lovlig(avtale, skjema.cleaned_data["fra"], skjema.etterfoelgere())
    except Avvist as avvist:
        vis_avvist(skjema, avvist)
        return False
    return True


def _status(skjema: Omdanningsskjema) -> int:
    return 409 if getattr(skjema, "konflikt", False) else 422
