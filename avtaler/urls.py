"""The register's addresses: Norwegian, readable, stable."""

from django.urls import path

from avtaler import views
from avtaler.views import bekreftelse, deloppgaver, steder

app_name = "avtaler"

urlpatterns = [
    path("avtaler/", views.register, name="register"),
    path("avtaler/ny/", views.ny, name="ny"),
    path("avtaler/<int:avtale_id>/", views.avtale, name="avtale"),
    path("avtaler/<int:avtale_id>/endre/", views.endre, name="endre"),
    path("avtaler/<int:avtale_id>/avslutt/", views.avslutt, name="avslutt"),
    path("avtaler/<int:avtale_id>/slett/", views.slett, name="slett"),
    path("avtaler/<int:avtale_id>/omdann/", views.omdann, name="omdann"),
    path("avtaler/<int:avtale_id>/omdann/ikraft/", views.omdanning_i_kraft, name="omdanning_i_kraft"),
    path("avtaler/<int:avtale_id>/gjennomgaa/", views.gjennomgaa, name="gjennomgaa"),
    path("avtaler/<int:avtale_id>/sammenheng/", views.sammenheng, name="sammenheng"),
    path("avtaler/<int:avtale_id>/deltakere/", views.deltakere, name="deltakere"),
    path("avtaler/<int:avtale_id>/deltakere/ny/", views.ny_deltaker, name="ny_deltaker"),
    path("avtaler/<int:avtale_id>/deltakere/<int:deltakelse_id>/", views.endre_deltaker, name="endre_deltaker"),
    path(
        "avtaler/<int:avtale_id>/deltakere/<int:deltakelse_id>/avslutt/",
        views.avslutt_deltaker,
        name="avslutt_deltaker",
    ),
    path("avtaler/<int:avtale_id>/deltakere/<int:deltakelse_id>/tre-ut/", views.tre_ut, name="tre_ut"),
    path(
        "avtaler/<int:avtale_id>/deltakere/<int:deltakelse_id>/angre-oppsigelse/",
        views.angre_oppsigelse,
        name="angre_oppsigelse",
    ),
    path("avtaler/<int:avtale_id>/deloppgaver/ny/", deloppgaver.ny_deloppgave, name="ny_deloppgave"),
    path(
        "avtaler/<int:avtale_id>/deloppgaver/<int:deloppgave_id>/",
        deloppgaver.endre_deloppgave,
        name="endre_deloppgave",
    ),
    path(
        "avtaler/<int:avtale_id>/deloppgaver/<int:deloppgave_id>/deltakere/ny/",
        deloppgaver.ny_deloppgavedeltaker,
        name="ny_deloppgavedeltaker",
    ),
    path(
        "avtaler/<int:avtale_id>/deloppgavedeltakere/<int:deloppgavedeltakelse_id>/",
        deloppgaver.endre_deloppgavedeltaker,
        name="endre_deloppgavedeltaker",
    ),
    path("avtaler/<int:avtale_id>/steder/", steder.steder, name="steder"),
    path("avtaler/<int:avtale_id>/steder/nytt/", steder.nytt_sted, name="nytt_sted"),
    path("avtaler/<int:avtale_id>/steder/<int:sted_id>/", steder.endre_sted, name="endre_sted"),
    path("avtaler/<int:avtale_id>/bekreft/", bekreftelse.bekreft, name="bekreft"),
    path("avtaler/<int:avtale_id>/lovkrav/", views.lovkrav, name="lovkrav"),
    path("avtaler/<int:avtale_id>/versjoner/", views.versjoner, name="versjoner"),
    path("avtaler/<int:avtale_id>/versjoner/ny/", views.ny_versjon, name="ny_versjon"),
    path("avtaler/<int:avtale_id>/versjoner/sammenlign/", views.sammenlign, name="sammenlign"),
    path("avtaler/<int:avtale_id>/versjoner/<int:versjonsnummer>/", views.versjon, name="versjon"),
    path("avtaler/<int:avtale_id>/versjoner/<int:versjonsnummer>/endre/", views.endre_versjon, name="endre_versjon"),
    path("avtaler/<int:avtale_id>/versjoner/<int:versjonsnummer>/i-kraft/", views.sett_i_kraft, name="sett_i_kraft"),
    path("avtaler/<int:avtale_id>/versjoner/<int:versjonsnummer>/slett/", views.slett_versjon, name="slett_versjon"),
    path("avtaler/<int:avtale_id>/vedtak/", views.vedtak, name="vedtak"),
    path("avtaler/<int:avtale_id>/historikk/", views.historikk, name="historikk"),
    path("historikk/", views.endringslogg, name="endringslogg"),
    path("avtaler/<int:avtale_id>/runder/ny/", views.ny_runde, name="ny_runde"),
    path("avtaler/<int:avtale_id>/meldt/", views.meld_statsforvalter, name="meld_statsforvalter"),
    path("runder/", views.runder, name="runder"),
    path("runder/<int:runde_id>/", views.runde, name="runde"),
    path("runder/<int:runde_id>/laas/", views.laas_runde, name="laas_runde"),
    path("runder/<int:runde_id>/minn/", views.minn, name="minn"),
    path("runder/<int:runde_id>/forbehandling/", views.forbehandling, name="forbehandling"),
    path("runder/<int:runde_id>/innspill/ny/", views.nytt_innspill, name="nytt_innspill"),
    path("runder/<int:runde_id>/innspill/<int:innspill_id>/", views.svar_innspill, name="svar_innspill"),
    path("runder/<int:runde_id>/foelger/<slug:foelge>/", views.foelge, name="foelge"),
    path("runder/<int:runde_id>/endre/", views.endre_runde, name="endre_runde"),
    path("runder/<int:runde_id>/trekk/", views.trekk_runde, name="trekk_runde"),
    path("runder/<int:runde_id>/vedtak/<int:vedtak_id>/", views.registrer_raadsvedtak, name="registrer_vedtak"),
    path("rydding/", views.rydding, name="rydding"),
    path("rydding/<int:avtale_id>/<slug:kode>/", views.ryddefunn, name="ryddefunn"),
]
