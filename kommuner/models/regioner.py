"""Regions: who belongs together, and since when. A municipality may be in several."""

from django.db import models

from .felles import sorteringsnoekkel, til_etter_fra, uten_overlapp
from .parter import Part


class Region(models.Model):
    """A cooperation region with its own coordinator."""

    slug = models.SlugField(unique=True)
    navn = models.CharField(max_length=200)
    maal = models.TextField(blank=True)
    kilde = models.TextField(blank=True, help_text="Where the facts of this region come from.")
    sortering = sorteringsnoekkel("navn")

    class Meta:
        ordering = ("sortering", "pk")

    def __str__(self) -> str:
        return self.navn


class Regionmedlemskap(models.Model):
    """A party's membership of a region, by date."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="medlemskap")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="regionmedlemskap")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("fra", "part__sortering", "pk")
        constraints = (
            til_etter_fra("regionmedlemskap_til_etter_fra"),
            uten_overlapp("regionmedlemskap_en_gang", "region", "part"),
        )

    def __str__(self) -> str:
        return f"{self.part} i {self.region}"
