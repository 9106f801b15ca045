"""The addresses of money: under the agreement it belongs to, and one for every adopted split."""

from django.urls import path

from kostnad import views
from kostnad.views import tilskudd

app_name = "kostnad"

urlpatterns = [
    path("avtaler/<int:avtale_id>/kostnad/", views.avtale, name="avtale"),
    path("avtaler/<int:avtale_id>/kostnad/noekkel/", views.ny_noekkel, name="ny_noekkel"),
    path("avtaler/<int:avtale_id>/kostnad/budsjett/", views.nytt_budsjett, name="nytt_budsjett"),
    path("avtaler/<int:avtale_id>/kostnad/budsjett/<int:aar>/", views.budsjett, name="budsjett"),
    path("avtaler/<int:avtale_id>/kostnad/budsjett/<int:aar>/fordeling/", views.forslag, name="forslag"),
    path("avtaler/<int:avtale_id>/kostnad/budsjett/<int:aar>/fordeling/vedta/", views.vedta, name="vedta"),
    path("kostnad/fordelinger/<int:fordeling_id>/", views.fordeling, name="fordeling"),
    path("kostnad/fordelinger/<int:fordeling_id>/data.json", views.fordeling_data, name="fordeling_data"),
    path("regionen/<slug:slug>/tilskudd/", tilskudd.tilskudd, name="tilskudd"),
    path("regionen/<slug:slug>/tilskudd.csv", tilskudd.tilskuddsfil, name="tilskuddsfil"),
]
