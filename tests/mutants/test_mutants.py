"""Changes of a small module, what a person reads of them, and a run over a small project."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.mutants.changes import changes_of
from tests.mutants.related import related
from tests.mutants.run import Failing, Mutant, Outcome, Runner, drawn


def changed(source: str) -> set[str]:
    return {change.apply(source) for change in changes_of(source)}


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("a < b", {"a <= b", "a > b"}),
        ("a not in b", {"a in b"}),
        ("x == (1)", {"x != (1)", "x == (2)"}),
        ("a in (b, c)", {"a not in (b, c)", "a in (b,)", "a in (c,)"}),
        ("a and b", {"a or b", "True and b", "a and True"}),
        ("not a", {"(a)"}),
        ("a - b", {"a + b"}),
        ("a -= b", {"a += b"}),
        ("7", {"8", "6"}),
        ("True", {"False"}),
        ("Decimal('5')", {"Decimal('6')"}),
        ("'a message'", set()),
        ("if a: b", {"if not (a): b", "if False: b"}),
        ("if a:\n  b\nelse:\n  c", {"if not (a):\n  b\nelse:\n  c", "if a:\n  b\nelse:\n  pass"}),
        ("[a for a in b if c]", {"[a for a in b if (not (c))]"}),
        ("{a: b, c: d}", {"{c: d}", "{a: b}"}),
        ("[a, b]", {"[b]", "[a]"}),
        ("max(a)", {"min(a)"}),
        ("a.startswith(b)", {"a.endswith(b)"}),
        ("a()", {"pass"}),
        ("x: Literal[3] = y", set()),
        ("zip(a, strict=True)", {"pass"}),
        ("é = [a, b]", {"é = [b]", "é = [a]"}),
    ],
)
def test_the_changes_of_a_piece_of_code(source: str, changes: set[str]) -> None:
    assert changed(source) - {"pass"} == changes - {"pass"}


@pytest.mark.parametrize(
    ("pattern", "changes"),
    [
        ("a|b", {"b", "a"}),
        ("x(?:a|b|c)y", {"x(?:b|c)y", "x(?:a|c)y", "x(?:a|b)y"}),
        (r"[|(]\|", set()),
        (r"a?", {"a"}),
        (r"a*b+", {"a+b+", "a*b*"}),
        (r"\ba", {"a"}),
        ("[^a]", {"[a]"}),
        ("a{1,3}", {"a{1,2}", "a{1,4}"}),
    ],
)
def test_the_changes_of_a_pattern(pattern: str, changes: set[str]) -> None:
    assert changed(f'x = r"{pattern}"') == {f'x = r"{text}"' for text in changes}


def test_the_pieces_of_a_pattern_with_names_in_it_are_changed_and_the_names_are_not() -> None:
    assert changed('rf"a{b}|c{{2}}"') == {'rf"c{{2}}"', 'rf"a{b}"', 'rf"a{b}|c{{1}}"', 'rf"a{b}|c{{3}}"'}


CODE = '''"""What is larger."""

from functools import cache

LIMIT = 4


@cache
def is_large(number):
    if number < 0:
        return False
    return number > LIMIT


def is_odd(number):
    return number % 2 == 1
'''
TEST = """from converter.sizes.size import is_large


def test_large():
    assert is_large(5)
    assert not is_large(4)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for name, text in {
        "converter/__init__.py": "",
        "converter/sizes/__init__.py": "",
        "converter/sizes/size.py": CODE,
        "tests/__init__.py": "",
        "tests/shared.py": "from converter.sizes import size\n",
        "tests/sizes/test_size.py": TEST,
        "tests/sizes/test_other.py": "import sys\ndef test_that_looks_on_itself():\n    sys.settrace(None)\n",
        "tests/other/test_through.py": "import tests.shared\n",
        "tests/other/test_elsewhere.py": "",
        "tests/fuzz/test_long.py": TEST,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    return root


def test_to_a_module_belong_the_tests_that_import_it_or_have_its_name(project: Path) -> None:
    (project / "tests/sizes/test_size.py").write_text("")
    (project / "tests/other/test_importing.py").write_text("from converter.sizes import size\n")

    assert related(project, "converter/sizes/size.py") == [
        "tests/other/test_importing.py",
        "tests/sizes/test_size.py",
    ]


def test_to_a_module_that_no_test_imports_belong_those_that_share_what_does(project: Path) -> None:
    (project / "tests/sizes/test_size.py").unlink()

    assert related(project, "converter/sizes/size.py") == ["tests/other/test_through.py"]


def test_to_a_module_that_no_test_imports_belong_those_of_its_room(project: Path) -> None:
    assert related(project, "converter/sizes/width.py") == ["tests/sizes/test_other.py", "tests/sizes/test_size.py"]


def test_all_of_the_room_if_asked_for(project: Path) -> None:
    assert related(project, "converter/sizes/size.py", room=True) == [
        "tests/other/test_through.py",
        "tests/sizes/test_other.py",
        "tests/sizes/test_size.py",
    ]


def test_a_seed_draws_the_same_changes_and_no_line_again_before_all_had_one(project: Path) -> None:
    module = "converter/sizes/size.py"
    first = list(drawn(project, [module], None, 1))

    assert [one.change for one in first] == [one.change for one in drawn(project, [module], None, 1)]
    assert [one.change for one in first] != [one.change for one in drawn(project, [module], None, 2)]
    assert sorted(one.change for one in first) == changes_of(CODE)
    assert len({one.change.line for one in first[:5]}) == 5 == len({one.change.line for one in first})


def test_only_lines_that_are_asked_for_are_changed(project: Path) -> None:
    mutants = drawn(project, ["converter/sizes/size.py"], {"converter/sizes/size.py": {5}}, 1)

    assert {one.change.apply(CODE).splitlines()[4] for one in mutants} == {"LIMIT = 3", "LIMIT = 5"}


@pytest.fixture
def outcomes(project: Path, tmp_path: Path) -> dict[str, Outcome]:
    """By the changed line, as it then reads."""
    module = "converter/sizes/size.py"
    with Runner(project, tmp_path / "scratch", [module], (), room=True, jobs=2) as runner:
        found = list(runner.outcomes(drawn(project, [module], None, 1), 1000))
    assert (project / module).read_text() == CODE
    return {one.mutant.text.splitlines()[one.mutant.change.line - 1].strip(): one for one in found}


def test_a_change_that_a_test_notices_is_killed_and_another_survives(outcomes: dict[str, Outcome]) -> None:
    killed = {line for line, outcome in outcomes.items() if outcome.killed}

    assert {"LIMIT = 3", "LIMIT = 5", "return number >= LIMIT", "return number < LIMIT"} <= killed
    assert {"if number < 1:", "if False:", "return True"} <= outcomes.keys() - killed


def test_what_no_test_calls_survives_without_a_run(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["return number % 2 != 1"].tests == 0
    assert not outcomes["return number % 2 != 1"].killed
    assert outcomes["LIMIT = 3"].tests == 2


def test_a_module_that_no_longer_imports_is_no_mutant(project: Path, tmp_path: Path) -> None:
    module = "converter/sizes/size.py"
    (project / module).write_text(text := CODE + "\nASSURED = [LIMIT][0]\n")
    bad = next(one for one in changes_of(text) if one.apply(text).endswith("[LIMIT][1]\n"))
    with Runner(project, tmp_path / "scratch", [module], (), room=True, jobs=1) as runner:
        assert list(runner.outcomes(iter([Mutant(module, text, bad)]), 5)) == []


KEEPING = """import os
import pathlib


def test_that_nothing_is_kept():
    kept = pathlib.Path(os.environ["RETROXBRL_CACHE"]) / "kept"
    assert not kept.exists()
    kept.touch()
"""


def test_each_run_has_a_cache_of_its_own(project: Path, tmp_path: Path) -> None:
    (project / "tests/sizes/test_keeping.py").write_text(KEEPING)
    module = "converter/sizes/size.py"

    with Runner(project, tmp_path / "scratch", [module], (), room=True, jobs=1) as runner:
        found = list(runner.outcomes(drawn(project, [module], {module: {10}}, 1), 5))

    assert not any(outcome.killed for outcome in found if outcome.mutant.change.kind == "branch")
    assert found


def test_failing_tests_are_told_before_anything_is_changed(project: Path, tmp_path: Path) -> None:
    (project / "tests/sizes/test_other.py").write_text("def test_nothing():\n    assert False\n")

    with pytest.raises(Failing, match=r"before anything is changed.*test_other"):
        Runner(project, tmp_path / "scratch", ["converter/sizes/size.py"], (), room=True, jobs=1)
