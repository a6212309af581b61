"""Damage of the kinds that transmission, conversion and careless hands did to old filings."""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]


def flip_bytes(data: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 200)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def drop_lines(data: bytes, chance: random.Random) -> bytes:
    """Some lines are missing."""
    share = chance.choice([0.01, 0.1, 0.4])
    return b"".join(line for line in data.splitlines(keepends=True) if chance.random() > share)


def repeat_lines(data: bytes, chance: random.Random) -> bytes:
    """Some lines come twice."""
    share = chance.choice([0.01, 0.2])
    return b"".join(line * (2 if chance.random() < share else 1) for line in data.splitlines(keepends=True))


def shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    """A stretch of lines is out of order."""
    lines = data.splitlines(keepends=True)
    start = chance.randrange(len(lines))
    stretch = lines[start : start + chance.randint(2, 60)]
    chance.shuffle(stretch)
    return b"".join([*lines[:start], *stretch, *lines[start + len(stretch) :]])


def truncate(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randint(1, len(data))]


def behead(data: bytes, chance: random.Random) -> bytes:
    """The beginning is missing."""
    return data[chance.randrange(len(data)) :]


def shift_columns(data: bytes, chance: random.Random) -> bytes:
    """Some lines are moved sideways from some place on."""
    shifted = []
    for line in data.splitlines(keepends=True):
        if chance.random() < 0.2:
            at = chance.randint(0, len(line))
            line = line[:at] + b" " * chance.randint(1, 12) + line[at:]
        shifted.append(line)
    return b"".join(shifted)


def squeeze_spaces(data: bytes, chance: random.Random) -> bytes:
    """Runs of spaces become single ones, or tabs."""
    return data.replace(b"  ", chance.choice([b" ", b"\t"]))


def join_lines(data: bytes, chance: random.Random) -> bytes:
    """Line ends are lost, or become others."""
    return data.replace(b"\n", chance.choice([b" ", b"\r", b"\r\n", b"\n\n", b"\x0b"]))


def drop_tags(data: bytes, chance: random.Random) -> bytes:
    """Opening or closing brackets of tags are lost."""
    return data.replace(chance.choice([b"<", b">", b"</", b"<S>", b"<TABLE>", b"</TABLE>", b"<tr", b"<td"]), b"")


def swap_digits(data: bytes, chance: random.Random) -> bytes:
    """Numbers become other numbers, or none at all."""
    table = bytes.maketrans(b"0123456789", bytes(chance.choice(b"0123456789OlI.,-()$%") for _ in range(10)))
    return data.translate(table)


def add_nul(data: bytes, chance: random.Random) -> bytes:
    """NUL bytes between the characters."""
    at = chance.randrange(len(data))
    return data[:at] + b"\0" * chance.randint(1, 5000) + data[at:]


def repeat_all(data: bytes, chance: random.Random) -> bytes:
    """The document comes several times in one file."""
    return data * chance.randint(2, 3)


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    drop_lines,
    repeat_lines,
    shuffle_lines,
    truncate,
    behead,
    shift_columns,
    squeeze_spaces,
    join_lines,
    drop_tags,
    swap_digits,
    add_nul,
    repeat_all,
)


def mutate(data: bytes, seed: int) -> bytes:
    """One to three mutations, chosen by the seed; never empty."""
    chance = random.Random(seed)
    for mutation in chance.sample(MUTATIONS, chance.randint(1, 3)):
        data = mutation(data, chance) or b"\n"
    return data
