"""The scale of share counts in captions, proved by par value or by the weighted average."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from converter.findings import Finding
from converter.span import Span
from converter.statements.share_counts import settle_share_counts
from converter.statements.statement import Amount, Aspect, Item, Role, Statement
from converter.terms import Kind, Unit

NOWHERE = Span(0, 0)


def amount(value: str, decimals: int = 0, column: int = 0) -> Amount:
    return Amount(value, Decimal(value), decimals, column, None, NOWHERE)


def counted(aspect: Aspect, *amounts: Amount, unit: Unit = "shares", host: int = 0) -> Item:
    return Item("Common stock", role=Role.PARENTHETICAL, unit=unit, amounts=amounts, host=host, aspect=aspect)


def sheet(*inside: Item, stock: Amount | None = None, kind: Kind = Kind.BALANCE_SHEET) -> Statement:
    host = Item("Common stock", amounts=(stock,) if stock else ())
    return Statement(kind, "", 0, NOWHERE, (), (host, *inside))


def average(value: str, unit: Unit = "shares") -> Statement:
    return Statement(Kind.INCOME, "", 0, NOWHERE, (), (Item("Average", unit=unit, amounts=(amount(value),)),))


def settled(*statements: Statement) -> tuple[list[str], list[str]]:
    """The counts of the first statement, and the codes of the findings."""
    findings: list[Finding] = []
    first = settle_share_counts(statements, findings)[0]
    counts = [
        f"{one.value.normalize():f}" for item in first.items if item.role is Role.PARENTHETICAL for one in item.amounts
    ]
    return counts, [finding.code for finding in findings]


PAR = counted(Aspect.PAR_VALUE, amount("0.01", 2), unit="USD/shares")
TOLD = ["statements.shares-rescaled"]


@pytest.mark.parametrize(
    ("issued", "expected", "codes"),
    [
        ("1250000", "1250000", []),
        ("1250000000", "1250000", TOLD),
        ("1250000000000", "1250000", TOLD),
        ("1250", "1250000", TOLD),
        ("1.25", "1250000", TOLD),
        ("77", "77", []),  # nothing fits
    ],
)
def test_par_value_times_shares_is_the_amount_of_the_stock(issued: str, expected: str, codes: list[str]) -> None:
    found = settled(sheet(PAR, counted(Aspect.ISSUED, amount(issued)), stock=amount("12500", -2)))

    assert found == (["0.01", expected], codes)


@pytest.mark.parametrize(
    ("stock", "fits"), [("12500", True), ("12755", True), ("12756", False), ("12255", True), ("12254", False)]
)
def test_two_percent_may_be_missing_and_half_a_step(stock: str, fits: bool) -> None:
    found, _ = settled(sheet(PAR, counted(Aspect.ISSUED, amount("1250")), stock=amount(stock)))

    assert found[1] == ("1250000" if fits else "1250")


def test_the_bounds_themselves_fit() -> None:
    found, _ = settled(sheet(PAR, counted(Aspect.ISSUED, amount("10.25")), stock=amount("100")))  # 102.5

    assert found[1] == "10250"


def test_the_step_of_the_amount_counts() -> None:
    stock = amount("13000", -3)  # 12,500 in thousands
    assert settled(sheet(PAR, counted(Aspect.ISSUED, amount("1250")), stock=stock))[0][1] == "1250000"


def test_the_precision_moves_with_the_scale() -> None:
    (statement,) = settle_share_counts(
        [sheet(PAR, counted(Aspect.ISSUED, amount("1250000000", -3)), stock=amount("12500", -2))], []
    )
    assert [one.decimals for one in statement.items[2].amounts] == [0]


def test_shares_outstanding_where_the_issued_are_not_counted() -> None:
    found, _ = settled(sheet(PAR, counted(Aspect.OUTSTANDING, amount("1250")), stock=amount("12500")))
    assert found[1] == "1250000"


def test_the_issued_are_those_that_par_value_counts() -> None:
    issued, outstanding = counted(Aspect.ISSUED, amount("1250")), counted(Aspect.OUTSTANDING, amount("77"))
    found, _ = settled(sheet(PAR, outstanding, issued, stock=amount("12500")))
    assert found == ["0.01", "77000", "1250000"]


def test_only_counts_of_shares_in_captions_are_rescaled() -> None:
    (statement,) = settle_share_counts([sheet(PAR, counted(Aspect.ISSUED, amount("1250")), stock=amount("12500"))], [])
    assert [one.value for item in statement.items for one in item.amounts] == [
        Decimal("12500"),
        Decimal("0.01"),
        Decimal("1250000"),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        sheet(counted(Aspect.ISSUED, amount("1250")), stock=amount("12500")),  # no par value
        sheet(PAR, stock=amount("12500")),  # no count
        sheet(PAR, counted(Aspect.ISSUED, amount("1250")), stock=amount("-12500")),
        sheet(PAR, counted(Aspect.ISSUED, amount("1250"))),  # no amount
        sheet(PAR, counted(Aspect.ISSUED, amount("0")), stock=amount("12500")),
        sheet(PAR, counted(Aspect.ISSUED, amount("1250", column=1)), stock=amount("12500")),  # of another column
        sheet(PAR, counted(Aspect.ISSUED, amount("1250"), host=1), stock=amount("12500")),  # of another row
        sheet(PAR, counted(Aspect.ISSUED, amount("1250")), stock=amount("12500"), kind=Kind.EQUITY),
    ],
)
def test_where_nothing_proves_anything_nothing_changes(statement: Statement) -> None:
    before = [f"{one.value:f}" for item in statement.items[1:] for one in item.amounts]

    assert settled(statement) == (before, [])


def test_where_one_row_fits_as_read_the_average_is_not_asked() -> None:
    small = counted(Aspect.PAR_VALUE, amount("0.01", 2), unit="USD/shares", host=3)
    other = Item("Preferred stock", amounts=(amount("77"),))
    more = counted(Aspect.ISSUED, amount("1250"), host=3)
    first = sheet(PAR, counted(Aspect.ISSUED, amount("1250000")), other, small, more, stock=amount("12500"))

    assert settled(first, average("1200000000"))[1] == []


def test_each_class_of_stock_is_proved_by_its_own_par_value() -> None:
    small = counted(Aspect.PAR_VALUE, amount("0.01", 2), unit="USD/shares", host=3)
    other = Item("Preferred stock", amounts=(amount("12.5", 1),))
    more = counted(Aspect.ISSUED, amount("1250000"), host=3)
    first = sheet(PAR, counted(Aspect.ISSUED, amount("1250")), other, small, more, stock=amount("12500"))

    assert settled(first) == (["0.01", "1250000", "0.01", "1250"], TOLD)


def test_a_class_that_nothing_proves_goes_with_the_others() -> None:
    unproved = Item("Treasury stock", amounts=(amount("-12.5", 1),))
    held = counted(Aspect.TREASURY, amount("4"), host=3)

    first = sheet(PAR, counted(Aspect.ISSUED, amount("1250")), unproved, held, stock=amount("12500"))
    assert settled(first)[0] == ["0.01", "1250000", "4000"]


def test_two_classes_that_differ_prove_nothing_of_a_third() -> None:
    small = counted(Aspect.PAR_VALUE, amount("0.01", 2), unit="USD/shares", host=3)
    other = Item("Preferred stock", amounts=(amount("12.5", 1),))
    more = counted(Aspect.ISSUED, amount("1250000"), host=3)
    held = counted(Aspect.TREASURY, amount("4"), host=6)
    rows = counted(Aspect.ISSUED, amount("1250")), other, small, more, Item("Treasury stock"), held

    assert settled(sheet(PAR, *rows, stock=amount("12500")))[0][-1] == "4"


def in_thousands(printed: str) -> Amount:
    return replace(amount(printed), value=Decimal(printed) * 1000, decimals=-3)


def test_only_counts_that_were_multiplied_alike_are_put_right() -> None:
    """100,000,000 authorized under "in thousands" was read as it stands, 1,250,000 issued was not."""
    authorized, issued = amount("100000000"), in_thousands("1250000")
    statement = sheet(
        PAR, counted(Aspect.AUTHORIZED, authorized), counted(Aspect.ISSUED, issued), stock=amount("12500")
    )

    assert settled(statement) == (["0.01", "100000000", "1250000"], TOLD)


def test_counts_in_words_keep_their_scale() -> None:
    """3.6 billion authorized beside 1,250 issued, in thousands, that the heading does not speak of."""
    words = replace(amount("3.6"), value=Decimal(3_600_000_000), decimals=-8)
    statement = sheet(
        PAR, counted(Aspect.AUTHORIZED, words), counted(Aspect.ISSUED, amount("1250")), stock=amount("12500")
    )

    assert settled(statement)[0] == ["0.01", "3600000000", "1250000"]


def test_the_average_moves_what_was_multiplied_as_the_most_shares_were() -> None:
    issued, authorized = in_thousands("1250000"), amount("100000000")
    statement = sheet(counted(Aspect.AUTHORIZED, authorized), counted(Aspect.ISSUED, issued))

    assert settled(statement, average("1200000"))[0] == ["100000000", "1250000"]


def test_counts_that_the_average_proves_as_read_are_the_measure_of_the_others() -> None:
    """150,000 preferred shares read in millions are more than the common stock, which was read as it stands."""
    preferred = replace(amount("150000"), value=Decimal(150_000_000_000), decimals=-6)
    more = amount("127000000")
    statement = sheet(counted(Aspect.ISSUED, preferred), counted(Aspect.ISSUED, more, amount("133000000")))

    statement = replace(statement, share_scale=1_000_000)
    assert settled(statement, average("131000000"))[0] == ["150000", "127000000", "133000000"]


@pytest.mark.parametrize(
    ("count", "weighted", "expected"),
    [
        ("1250", "1200000", "1250000"),
        ("1250000000", "1200000", "1250000"),
        ("1250000", "1200000", "1250000"),
        ("3500", "1200000", "3500000"),
        ("3600", "1200000", "3600"),  # three times as many are no longer near
        ("401", "1200000", "401000"),
        ("400", "1200000", "400"),
        ("12500", "1200000", "12500"),
        ("1250", "1", "1.25"),
    ],
)
def test_the_average_of_the_income_statement_is_near_the_shares_outstanding(
    count: str, weighted: str, expected: str
) -> None:
    for aspect in (Aspect.OUTSTANDING, Aspect.ISSUED):
        assert settled(sheet(counted(aspect, amount(count))), average(weighted))[0] == [expected]
    assert settled(sheet(counted(Aspect.AUTHORIZED, amount(count))), average(weighted))[0] == [count]


def test_the_most_shares_and_the_largest_average_are_compared() -> None:
    statement = sheet(counted(Aspect.ISSUED, amount("1250"), amount("0", column=1), amount("3", column=2)))

    assert settled(statement, average("7"), average("1200000"))[0][0] == "1250000"


@pytest.mark.parametrize("weighted", [average("1200000", "USD"), average("-1200000"), average("0")])
def test_what_is_no_average(weighted: Statement) -> None:
    assert settled(sheet(counted(Aspect.ISSUED, amount("1250"))), weighted)[0] == ["1250"]


def test_counts_outside_an_income_statement_are_no_average() -> None:
    other = Statement(Kind.EQUITY, "", 0, NOWHERE, (), average("1200000").items)
    assert settled(sheet(counted(Aspect.ISSUED, amount("1250"))), other)[0] == ["1250"]


def test_par_value_is_believed_before_the_average() -> None:
    statement = sheet(PAR, counted(Aspect.ISSUED, amount("1250000")), stock=amount("12500"))

    assert settled(statement, average("1200"))[0][1] == "1250000"


def under_thousands(*inside: Item, **more: Amount) -> Statement:
    return replace(sheet(*inside, **more), share_scale=1_000)


def test_one_caption_in_whole_shares_shows_that_the_heading_does_not_mean_shares() -> None:
    common = counted(Aspect.AUTHORIZED, amount("100000000"))
    others = (
        counted(Aspect.TREASURY, in_thousands("764041"), host=3),
        counted(Aspect.ISSUED, in_thousands("10"), host=3),
    )

    assert settled(under_thousands(common, *others)) == (["100000000", "764041", "10"], TOLD)
    assert settled(sheet(common, *others))[1] == [], "no heading that could mean them"


def test_a_proved_caption_speaks_for_those_that_the_heading_multiplied() -> None:
    issued, held = counted(Aspect.ISSUED, amount("1250000")), counted(Aspect.TREASURY, in_thousands("764"), host=3)

    assert settled(under_thousands(PAR, issued, held, stock=amount("12500")))[0] == ["0.01", "1250000", "764"]


def test_counts_that_words_or_the_heading_multiply_stay_where_nothing_says_otherwise() -> None:
    words = counted(Aspect.AUTHORIZED, replace(amount("3.6"), value=Decimal(3_600_000_000), decimals=-8))
    held = counted(Aspect.ISSUED, in_thousands("764"))

    assert settled(under_thousands(words, held)) == (["3600000000", "764000"], [])


@pytest.mark.parametrize(("issued", "expected", "code"), [
    ("59999999", "59999999000", "statements.shares-rescaled"),
    ("60000000", "60000000", "statements.scale-contradicted"),
])  # fmt: skip
def test_a_scale_that_would_need_more_shares_than_anybody_has_is_doubted(issued: str, expected: str, code: str) -> None:
    stock = amount(str(int(issued) * 10), -3)
    assert settled(sheet(PAR, counted(Aspect.ISSUED, amount(issued)), stock=stock)) == (["0.01", expected], [code])


def test_shares_that_were_read_so_and_that_nothing_moves_are_not_doubted() -> None:
    statement = sheet(counted(Aspect.ISSUED, amount("70000000000")), counted(Aspect.AUTHORIZED, amount("90000000000")))
    assert settled(statement)[1] == []
