"""How English print says months, years, numbers, scales and notes: each grammar once, for all stages.

Patterns are pieces of regular expressions in lower case, without groups that count, to be compiled with
`re.IGNORECASE`; what may stand beside a word is for who compiles them to say (`\\b`, a point). All are linear in their
input.
"""
