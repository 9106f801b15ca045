"""How much a list may hold. Whole numbers that reader and writer share. Pure."""

FLESTE_RADER = 5_000
FLESTE_KOLONNER = 60
# Titles and notes above the headings are lines too; blank ones between groups only count downwards.
FLESTE_LINJER = FLESTE_RADER + 50
DYPESTE_RAD = 2 * FLESTE_RADER
# Letters in all cells together: fifteen times what an honest list of the greatest size has.
MEST_TEKST = 20_000_000
LENGSTE_CELLE = 32_767
