"""The addresses of the year: wheels, calendars, own events, and what one municipality can influence."""

from django.urls import path

from avtaler.views.aarshjul import egne, hjul, kalender, kalendere, paavirk

AARSHJUL = [
    path("aarshjul/", hjul.aarshjul, name="aarshjul"),
    path("aarshjul/aarshjul.ics", kalender.aarshjul_ics, name="aarshjul_ics"),
    path("aarshjul/kalender/<slug:kalendernoekkel>.ics", kalender.kalender, name="kalender"),
    path("aarshjul/kalendere/", kalendere.kalendere, name="kalendere"),
    path("aarshjul/kalendere/<int:lenke_id>/trekk/", kalendere.trekk_kalender, name="trekk_kalender"),
    path("aarshjul/sammendrag/", kalendere.sammendrag, name="sammendrag"),
    path("aarshjul/<slug:slug>/ny/", egne.ny_hjulhendelse, name="ny_hjulhendelse"),
    path("aarshjul/<slug:slug>/<int:hendelse_id>/", egne.endre_hjulhendelse, name="endre_hjulhendelse"),
    path("aarshjul/<slug:slug>/<int:hendelse_id>/slett/", egne.slett_hjulhendelse, name="slett_hjulhendelse"),
    path("kommuner/<slug:nummer>/paavirke/", paavirk.paavirke, name="paavirke"),
]
