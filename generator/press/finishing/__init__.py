"""What happens to a PDF after it is typeset: inks, boxes, marks, standards, imposition.

Everything here takes bytes and gives bytes; what is measured of the result is in `press/preflight`.
"""
