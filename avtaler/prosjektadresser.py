"""The addresses of projects."""

from django.urls import path

from avtaler.views.prosjekter import avslutning, deltakere, register, side, skriving, steg

PROSJEKTER = [
    path("prosjekter/", register.prosjekter, name="prosjekter"),
    path("prosjekter/fil/", register.prosjektfil, name="prosjektfil"),
    path("prosjekter/ny/", skriving.nytt_prosjekt, name="nytt_prosjekt"),
    path("prosjekter/<int:prosjekt_id>/", side.prosjekt, name="prosjekt"),
    path("prosjekter/<int:prosjekt_id>/endre/", skriving.endre_prosjekt, name="endre_prosjekt"),
    path("prosjekter/<int:prosjekt_id>/stans/", skriving.stans, name="stans_prosjekt"),
    path("prosjekter/<int:prosjekt_id>/slett/", skriving.slett_prosjekt, name="slett_prosjekt"),
    path("prosjekter/<int:prosjekt_id>/steg/<int:stegnummer>/<slug:handling>/", steg.prosjektsteg, name="prosjektsteg"),
    path("prosjekter/<int:prosjekt_id>/vedtak/<int:stegvedtak_id>/", steg.stegvedtak, name="stegvedtak"),
    path("prosjekter/<int:prosjekt_id>/deltakere/ny/", deltakere.ny_prosjektdeltaker, name="ny_prosjektdeltaker"),
    path(
        "prosjekter/<int:prosjekt_id>/deltakere/<int:prosjektdeltakelse_id>/",
        deltakere.endre_prosjektdeltaker,
        name="endre_prosjektdeltaker",
    ),
    path(
        "prosjekter/<int:prosjekt_id>/deltakere/<int:prosjektdeltakelse_id>/slett/",
        deltakere.slett_prosjektdeltaker,
        name="slett_prosjektdeltaker",
    ),
    path("prosjekter/<int:prosjekt_id>/modenhet/", avslutning.modenhet, name="modenhet"),
    path("prosjekter/<int:prosjekt_id>/avslutt/", avslutning.avslutt_prosjekt, name="avslutt_prosjekt"),
]
