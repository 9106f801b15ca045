"""The addresses of organs and people: organs, seats and posts, the turn of a term, and a region's key figures."""

from django.urls import path

from avtaler.views.organer import periode, regiontall, sider, skjema, verv

ORGANER = [
    path("avtaler/<int:avtale_id>/organer/", sider.organer, name="organer"),
    path("avtaler/<int:avtale_id>/organer/nytt/", skjema.nytt_organ, name="nytt_organ"),
    path("avtaler/<int:avtale_id>/organer/ny-periode/", periode.ny_periode, name="ny_periode"),
    path("regionen/<slug:slug>/organer/", sider.regionorganer, name="regionorganer"),
    path("regionen/<slug:slug>/organer/nytt/", skjema.nytt_regionorgan, name="nytt_regionorgan"),
    path("regionen/<slug:slug>/organer/ny-periode/", periode.ny_periode_region, name="ny_periode_region"),
    path("organer/<int:organ_id>/", sider.organ, name="organ"),
    path("organer/<int:organ_id>/endre/", skjema.endre_organ, name="endre_organ"),
    path("organer/<int:organ_id>/slett/", skjema.slett_organ, name="slett_organ"),
    path("organer/<int:organ_id>/seter/nytt/", skjema.nytt_setetall, name="nytt_setetall"),
    path("organer/<int:organ_id>/seter/<int:setetall_id>/", skjema.endre_setetall, name="endre_setetall"),
    path("organer/<int:organ_id>/seter/<int:setetall_id>/slett/", skjema.slett_setetall, name="slett_setetall"),
    path("organer/<int:organ_id>/verv/nytt/", skjema.nytt_verv, name="nytt_verv"),
    path("organer/<int:organ_id>/verv/<int:verv_id>/", skjema.endre_verv, name="endre_verv"),
    path("organer/<int:organ_id>/verv/<int:verv_id>/slett/", skjema.slett_verv, name="slett_verv"),
    path("kommuner/<slug:nummer>/verv/", verv.verv, name="verv"),
    path("kommuner/<slug:nummer>/seter/", periode.seter, name="seter"),
    path("kommuner/<slug:nummer>/seter/<int:seteorgan_id>/", periode.fyll, name="fyll_sete"),
    path("kommuner/<slug:nummer>/styring/ny/", verv.ny_styring, name="ny_styring"),
    path("kommuner/<slug:nummer>/styring/<int:styring_id>/", verv.endre_styring, name="endre_styring"),
    path("kommuner/<slug:nummer>/styring/<int:styring_id>/slett/", verv.slett_styring, name="slett_styring"),
    path("kommuner/<slug:nummer>/folkevalgte/ny/", verv.ny_folkevalgt, name="ny_folkevalgt"),
    path("kommuner/<slug:nummer>/folkevalgte/<int:folkevalgt_id>/", verv.endre_folkevalgt, name="endre_folkevalgt"),
    path(
        "kommuner/<slug:nummer>/folkevalgte/<int:folkevalgt_id>/slett/", verv.slett_folkevalgt, name="slett_folkevalgt"
    ),
    path("regionen/<slug:slug>/tall/", regiontall.regiontall, name="regiontall"),
    path("regionen/<slug:slug>/tall/nytt/", regiontall.nytt_regiontall, name="nytt_regiontall"),
    path("regionen/<slug:slug>/tall/<int:tall_id>/", regiontall.endre_regiontall, name="endre_regiontall"),
    path("regionen/<slug:slug>/tall/<int:tall_id>/slett/", regiontall.slett_regiontall, name="slett_regiontall"),
]
