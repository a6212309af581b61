"""Reports that mean harm: each costs one row with an error, and leads Arelle to nothing that is not the report's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.errors import InputError, TaxonomyError
from converter.findings import Severity
from converter.validation import Message, Settings, validate
from tests import zips
from tests.validation import filing

_XBRL = (
    '<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
    'xmlns:xlink="http://www.w3.org/1999/xlink">{}</xbrli:xbrl>'
)
_TAXONOMY_PACKAGE = (
    '<tp:taxonomyPackage xml:lang="en" xmlns:tp="http://xbrl.org/2016/taxonomy-package">'
    "<tp:identifier>x</tp:identifier><tp:name>x</tp:name></tp:taxonomyPackage>"
)
_REPORT_PACKAGE = '{"documentInfo": {"documentType": "https://xbrl.org/report-package/2023"}}'
SECRET = "the secret that lies outside"


def referring(to: str) -> str:
    """An instance whose schema is that file."""
    return _XBRL.format(f'<link:schemaRef xlink:type="simple" xlink:href="{to}"/>')


def catalog(prefix: str) -> str:
    rewrite = f'<rewriteURI uriStartString="http://evil.example/" rewritePrefix="{prefix}"/>'
    return f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{rewrite}</catalog>'


def package(path: Path, prefix: str, instance: str) -> Path:
    return zips.zipped(
        path,
        [
            ("p/META-INF/taxonomyPackage.xml", _TAXONOMY_PACKAGE),
            ("p/META-INF/catalog.xml", catalog(prefix)),
            ("p/META-INF/reportPackage.json", _REPORT_PACKAGE),
            ("p/reports/report.xbrl", instance),
        ],
    )


def entities(depth: int) -> str:
    """A document type whose last entity is ten to the power of `depth` times ten characters."""
    nested = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, depth + 1))
    return f'<!DOCTYPE x [<!ENTITY e0 "0123456789">{nested}]>'


def said(paths: list[Path], settings: Settings | None = None) -> dict[str, tuple[Message, ...]]:
    return {result.path.name: result.messages for result in validate(paths, settings or Settings())}


def told(messages: tuple[Message, ...]) -> str:
    return " ".join(message.text for message in messages)


def test_each_costs_its_own_row_and_the_sound_one_none(tmp_path: Path) -> None:
    reports = tmp_path / "all"
    sound = filing.write(reports, "us-gaap/2009")
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "secret.xsd").write_text(f"<{SECRET.replace(' ', '-')}/>{SECRET}")
    os.mkfifo(reports / "pipe.xsd")
    os.mkfifo(reports / "pipe.xml")
    (reports / "circle.xml").symlink_to("circle.xml")
    (reports / "up").symlink_to("..")
    made = {
        "device.xml": referring("/dev/zero"),
        "device-by-url.xml": referring("file:///dev/zero"),
        "a-pipe.xml": referring("pipe.xsd"),
        "secret.xml": referring(str(outside / "secret.xsd")),
        "no-name.xml": referring("a%00b.xsd"),
        "outer-entity.xml": f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{outside}/secret.xsd">]>'
        + _XBRL.format("<a>&e;</a>"),
        "many-entities.xml": entities(9) + _XBRL.format("<a>&e9;</a>"),
        "many-entities-in-an-attribute.xml": entities(9) + _XBRL.format('<a b="&e9;"/>'),
        "deep.xml": _XBRL.format("<a>" * 10_000 + "</a>" * 10_000),
        "empty.xml": "",
        "devices.json": '{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json", '
        '"taxonomy": ["/dev/zero"]}, "facts": {}}',
    }
    for name, content in made.items():
        (reports / name).write_text(content)
    (reports / os.fsdecode(b"n\xffme.xml")).write_text(referring("nowhere.xsd"))
    zips.encrypted(package(reports / "encrypted.zip", "../", referring("nowhere.xsd")))
    zips.zipped(reports / "bomb.zip", [("p/reports/x.xbrl", b"\0" * (257 << 20))])

    rows = said([reports])

    assert rows.pop(sound.name) == ()
    expected = {*made, "pipe.xml", "circle.xml", os.fsdecode(b"n\xffme.xml"), "encrypted.zip", "bomb.zip"}
    assert set(rows) == expected
    assert [
        name for name, messages in rows.items() if not any(one.severity is Severity.ERROR for one in messages)
    ] == []
    assert SECRET not in " ".join(map(told, rows.values()))
    for name in ("device.xml", "device-by-url.xml", "a-pipe.xml", "pipe.xml", "devices.json"):
        assert "no regular file" in told(rows[name]), name
    assert "outside of the report's folder" in told(rows["secret.xml"])
    assert "encrypted" in told(rows["encrypted.zip"])
    assert "more than 256 MB" in told(rows["bomb.zip"])
    told(rows[os.fsdecode(b"n\xffme.xml")]).encode()


def test_a_report_leads_only_to_its_own_folder_or_the_one_that_is_named(tmp_path: Path) -> None:
    instance = filing.write(tmp_path / "all" / "facts", "us-gaap/2009")
    (tmp_path / "all" / "taxonomy").mkdir()
    for name in ("acme-20031231.xsd", "acme-20031231_cal.xml"):
        (instance.parent / name).rename(tmp_path / "all" / "taxonomy" / name)
    text = instance.read_text()
    instance.write_text(text.replace('"acme-20031231.xsd"', '"../taxonomy/acme-20031231.xsd"'))

    (alone,) = said([instance]).values()
    (within,) = said([tmp_path / "all"]).values()

    assert "outside of the report's folder (name a folder that holds both)" in told(alone)
    assert within == ()


def test_an_unpacked_package_is_a_whole(tmp_path: Path) -> None:
    instance = filing.write(tmp_path / "reports", "us-gaap/2009")
    (tmp_path / "acme.example").mkdir()
    for name in ("acme-20031231.xsd", "acme-20031231_cal.xml"):
        (instance.parent / name).rename(tmp_path / "acme.example" / name)
    instance.write_text(instance.read_text().replace('"acme-20031231.xsd"', '"../acme.example/acme-20031231.xsd"'))

    assert said([instance]) == {instance.name: ()}


def test_the_catalog_of_a_package_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.xsd").write_text(f"<{SECRET.replace(' ', '-')}/>{SECRET}")
    found = package(tmp_path / "report.zip", "../../../outside/", referring("http://evil.example/secret.xsd"))

    (messages,) = said([found]).values()

    assert "outside of the report's folder" in told(messages)
    assert SECRET not in told(messages)


@pytest.mark.parametrize("kind", ["pipe", "noise", "bomb"])
def test_a_taxonomy_package_that_cannot_be_used_is_a_wrong_call(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "taxonomy.zip"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "noise":
        path.write_bytes(b"no zip")
    else:
        zips.zipped(path, [("p/large", b"\0" * (257 << 20))])

    with pytest.raises(TaxonomyError, match="is not a taxonomy package"):
        said([filing.write(tmp_path / "filing")], Settings(packages=(path,)))


def test_a_device_that_is_named_is_told_from_nothing(tmp_path: Path) -> None:
    (messages,) = said([Path("/dev/zero")]).values()
    assert "no regular file" in told(messages)
    with pytest.raises(InputError, match="does not exist"):
        said([tmp_path / "nowhere.xml"])
