"""What other people's programs read from our files, against the Report: every format, on real documents.

`python -m tests.conformance` runs all checks over the reference corpus; `test_conformance.py` over a sample of it.
"""
