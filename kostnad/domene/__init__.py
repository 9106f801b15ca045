"""The pure cost engine: an assignment (`Oppdrag`) in, exact parts with their derivation out."""
