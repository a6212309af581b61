"""Reviewing conversions: what a person decides about a row becomes a line of their maps, and the output is made again.

Everything that is written is a file that a person could have written: mapping files, reading files, and beside the
output `NAME.review.json`, which says who decided what, when and why.
"""
