"""Photos, QR codes, share cards and fonts, as bytes."""
