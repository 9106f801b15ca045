"""The addresses of meetings, decisions, initiatives, reports home and news."""

from django.urls import path

from avtaler.views.moeter import (
    initiativer,
    kunngjoeringer,
    moeter,
    moeteserie,
    moeteskjema,
    tilbakemeldinger,
    vedtakslogg,
)

MOETER = [
    path("moeter/", moeter.moeter, name="moeter"),
    path("moeter/nytt/", moeteskjema.nytt_moete, name="nytt_moete"),
    path("moeter/rekke/", moeteserie.moeteserie, name="moeteserie"),
    path("moeter/<int:moete_id>/", moeter.moete, name="moete"),
    path("moeter/<int:moete_id>/endre/", moeteskjema.endre_moete, name="endre_moete"),
    path("moeter/<int:moete_id>/slett/", moeteskjema.slett_moete, name="slett_moete"),
    path("moeter/<int:moete_id>/saker/ny/", moeteskjema.ny_moetesak, name="ny_moetesak"),
    path("moeter/<int:moete_id>/saker/<int:moetesak_id>/", moeteskjema.endre_moetesak, name="endre_moetesak"),
    path("moeter/<int:moete_id>/saker/<int:moetesak_id>/slett/", moeteskjema.slett_moetesak, name="slett_moetesak"),
    path("moeter/<int:moete_id>/tilbakemeldinger/<int:part_id>/", tilbakemeldinger.meld_tilbake, name="meld_tilbake"),
    path(
        "moeter/<int:moete_id>/tilbakemeldinger/<int:part_id>/slett/",
        tilbakemeldinger.slett_tilbakemelding,
        name="slett_tilbakemelding",
    ),
    path("kommuner/<str:nummer>/tilbakemeldinger/", tilbakemeldinger.tilbakemeldinger, name="tilbakemeldinger"),
    path("vedtakslogg/", vedtakslogg.vedtakslogg, name="vedtakslogg"),
    path("vedtakslogg/fil/", vedtakslogg.vedtaksfil, name="vedtaksfil"),
    path("initiativer/", initiativer.initiativer, name="initiativer"),
    path("initiativer/nytt/", initiativer.nytt_initiativ, name="nytt_initiativ"),
    path("initiativer/<int:initiativ_id>/", initiativer.initiativ, name="initiativ"),
    path("initiativer/<int:initiativ_id>/endre/", initiativer.endre_initiativ, name="endre_initiativ"),
    path("initiativer/<int:initiativ_id>/svar/", initiativer.svar_initiativ, name="svar_initiativ"),
    path("initiativer/<int:initiativ_id>/slett/", initiativer.slett_initiativ, name="slett_initiativ"),
    path("kunngjoringer/", kunngjoeringer.kunngjoeringer, name="kunngjoeringer"),
    path("kunngjoringer/ny/", kunngjoeringer.ny_kunngjoering, name="ny_kunngjoering"),
    path("kunngjoringer/<int:kunngjoering_id>/", kunngjoeringer.kunngjoering, name="kunngjoering"),
    path("kunngjoringer/<int:kunngjoering_id>/endre/", kunngjoeringer.endre_kunngjoering, name="endre_kunngjoering"),
    path("kunngjoringer/<int:kunngjoering_id>/slett/", kunngjoeringer.slett_kunngjoering, name="slett_kunngjoering"),
]
