"""The page that teaches a new councillor the municipality's own cooperation, from the same values as its overview."""

from .proeve import lag_proeve
from .side import Folkevalgtside, folkevalgtside

__all__ = ["Folkevalgtside", "folkevalgtside", "lag_proeve"]
