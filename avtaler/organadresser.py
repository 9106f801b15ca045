"""The addresses of organs and people: organs, seats and posts, the turn of a term, and a region's key figures."""

from django.urls import path, re_path

from avtaler.views.organer import periode, regiontall, sider, skjema, verv

#: Four digits for a municipality, two for a county municipality.
KOMMUNE = r"^kommuner/(?P<nummer>[0-9]{2}(?:[0-9]{2})?)/"

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
    re_path(KOMMUNE + r"verv/$", verv.verv, name="verv"),
    re_path(KOMMUNE + r"seter/$", periode.seter, name="seter"),
    re_path(KOMMUNE + r"seter/(?P<seteorgan_id>[0-9]{1,15})/$", periode.fyll, name="fyll_sete"),
    re_path(KOMMUNE + r"styring/ny/$", verv.ny_styring, name="ny_styring"),
    re_path(KOMMUNE + r"styring/(?P<styring_id>[0-9]{1,15})/$", verv.endre_styring, name="endre_styring"),
    re_path(KOMMUNE + r"styring/(?P<styring_id>[0-9]{1,15})/slett/$", verv.slett_styring, name="slett_styring"),
    re_path(KOMMUNE + r"folkevalgte/ny/$", verv.ny_folkevalgt, name="ny_folkevalgt"),
    re_path(KOMMUNE + r"folkevalgte/(?P<folkevalgt_id>[0-9]{1,15})/$", verv.endre_folkevalgt, name="endre_folkevalgt"),
    re_path(
        KOMMUNE + r"folkevalgte/(?P<folkevalgt_id>[0-9]{1,15})/slett/$", verv.slett_folkevalgt, name="slett_folkevalgt"
    ),
    path("regionen/<slug:slug>/tall/", regiontall.regiontall, name="regiontall"),
    path("regionen/<slug:slug>/tall/nytt/", regiontall.nytt_regiontall, name="nytt_regiontall"),
    path("regionen/<slug:slug>/tall/<int:tall_id>/", regiontall.endre_regiontall, name="endre_regiontall"),
    path("regionen/<slug:slug>/tall/<int:tall_id>/slett/", regiontall.slett_regiontall, name="slett_regiontall"),
]
