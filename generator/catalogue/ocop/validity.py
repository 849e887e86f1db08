"""How long a certificate lasts.

Source: decision 148/QĐ-TTg (24/02/2023), kept by 26/2026/QĐ-TTg: 36 months from the decision.
"""

MONTHS_OF_VALIDITY = 36
