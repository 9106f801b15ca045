"""The meetings the reader follows, one of them, and its papers to print."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.forms.moeter.moeteskjema import Moetefilterskjema
from avtaler.uttrekk.moeter.liste import (
    Moetefilter,
    aarvalg,
    har_egne_moeter,
    kommende,
    moeterader,
    organvalg,
    regionvalg,
    tidligere,
)
from avtaler.uttrekk.moeter.side import moeteside
from kommuner.foresporsel import innsyn, valgt_dato

from .oppslag import synlig_moete

PER_SIDE = 50


@login_not_required
@require_safe
def moeter(request: HttpRequest) -> HttpResponse:
    """Meetings to come and past; the reader's own unless they ask for all."""
    leser = innsyn(request)
    har_egne = har_egne_moeter(leser)
    skjema = Moetefilterskjema(
        request.GET, regioner=regionvalg(leser), organer=organvalg(leser), aar=aarvalg(leser), har_egne=har_egne
    )
    filter = Moetefilter(
        mine=har_egne and not skjema.viser_alle, region=skjema.tall("region"), organ=skjema.tall("organ"),
        aar=skjema.tall("aar"),
    )  # fmt: skip
    dato, valg = valgt_dato(request), {"dato": valgt_dato(request), "maalform": request.LANGUAGE_CODE}
    sider = Paginator(tidligere(leser, filter, dato=dato), PER_SIDE).get_page(request.GET.get("side"))
    foran = moeterader(kommende(leser, filter, dato=dato), leser, **valg)
    kontekst = {
        "form": skjema, "viser_alle": not filter.mine, "kan_redigere": leser.er_koordinator, "sider": sider,
        "kommende": foran, "tidligere": moeterader(sider, leser, **valg),
        "antall": len(foran) + sider.paginator.count,
    }  # fmt: skip
    return render(request, "avtaler/moeter/moeter.html", kontekst)


@login_not_required
@require_safe
def moete(request: HttpRequest, moete_id: int) -> HttpResponse:
    """Agenda, decisions and minutes as the reader may see them; printed, it is the meeting's papers."""
    funnet = synlig_moete(request, moete_id)
    side = moeteside(funnet, innsyn(request), dato=valgt_dato(request), maalform=request.LANGUAGE_CODE)
    kan_redigere = innsyn(request).kan_redigere(funnet.organ.regionens_pk)
    return render(request, "avtaler/moeter/moete.html", {"side": side, "kan_redigere": kan_redigere})
