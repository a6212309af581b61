"""Releases of invented companies with the facts expected of them.

`<name>.facts.tsv` beside each release: one line per fact, in the report's order. `make golden` writes them anew; the
diff is the review.
"""
