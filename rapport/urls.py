"""The addresses of municipalities, regions and reports."""

from django.urls import path, register_converter

from rapport import views

app_name = "rapport"


class Kommunenummer:
    """Four digits for a municipality, two for a county municipality."""

    regex = "[0-9]{2}(?:[0-9]{2})?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Kommunenummer, "nr")

urlpatterns = [
    path("kommuner/", views.kommuner, name="kommuner"),
    path("kommuner/<nr:nummer>/", views.kommune, name="kommune"),
    path("kommuner/<nr:nummer>/data.json", views.kommunedata, name="kommunedata"),
    path("kommuner/<nr:nummer>/ny-folkevalgt/", views.ny_folkevalgt, name="ny_folkevalgt"),
    path("kommuner/<nr:nummer>/betaler/", views.betaler, name="betaler"),
    path("kommuner/<nr:nummer>/eierskapsmeldinger/", views.eierskapsmeldinger, name="eierskapsmeldinger"),
    path("kommuner/<nr:nummer>/eierskapsmeldinger/<int:jobb_id>/", views.eierskapsmelding, name="eierskapsmelding"),
    path("kommuner/<nr:nummer>/eierskapsmeldinger/<int:jobb_id>/pdf/", views.last_ned_pdf, name="pdf"),
    path("kommuner/<nr:nummer>/eierskapsmeldinger/<int:jobb_id>/html/", views.last_ned_html, name="html"),
    path("bestillinger/<int:bestilling_id>/", views.bestilling, name="bestilling"),
    path("bestillinger/<int:bestilling_id>/igjen/", views.proev_igjen, name="proev_igjen"),
    path("regioner/<slug:slug>/", views.region, name="region"),
]
