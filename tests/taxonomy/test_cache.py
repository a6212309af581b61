"""The cache of taxonomies: generated packages, installed packages, and what goes wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from lxml import etree

from converter.errors import TaxonomyError
from converter.taxonomy import cache, load_index, releases, usable_releases
from converter.taxonomy.package import Package
from converter.zipped import MEGABYTE
from tests import zips
from tests.conftest import SHARED, needs_shared
from tests.taxonomy import test_build

CATALOG = (
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
    '<rewriteURI uriStartString="https://xbrl.fasb.org/" rewritePrefix="{prefix}"/></catalog>'
)
XS = "{http://www.w3.org/2001/XMLSchema}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "cache"))
    load_index.cache_clear()  # another test's folder may have had a release of the same name
    return tmp_path / "cache"


def a_package(path: Path, files: dict[str, str]) -> Path:
    """A taxonomy package with files by URL path below https://xbrl.fasb.org/."""
    catalog = ("p/META-INF/catalog.xml", CATALOG.format(prefix="../fasb/"))
    return zips.zipped(path, [catalog, *((f"p/fasb/{name}", content) for name, content in files.items())])


def schema(path: Path, url: str) -> etree._Element:
    with Package(path) as package:
        return etree.fromstring(package.read(url))


def test_the_generated_package_stands_for_the_official_urls() -> None:
    index = load_index("us-gaap/2025")
    root = schema(cache.path("us-gaap/2025"), index.schema_url("us-gaap"))
    assert root.get("targetNamespace") == index.namespace("us-gaap")
    assert len(root.findall(f"{XS}element")) == len(index.elements())
    assets = next(node for node in root.iter(f"{XS}element") if node.get("name") == "Assets")
    assert assets.get("id") == "us-gaap_Assets"
    assert assets.get("{http://www.xbrl.org/2003/instance}balance") == "debit"


def test_every_import_of_a_generated_schema_is_generated_or_standard() -> None:
    for release in ("us-gaap/2009", "us-gaap/2024", "us-gaap/2025"):
        with Package(cache.path(release)) as package:
            held = set(package.urls())
            imported = {
                node.get("schemaLocation", "")
                for url in held
                for node in etree.fromstring(package.read(url)).iter(f"{XS}import")
            }
        assert all("www.xbrl.org/" in url for url in imported - held)


def test_a_second_call_uses_the_package_that_is_there() -> None:
    first = cache.path("us-gaap/2009")
    stamp = first.stat().st_mtime_ns
    assert cache.path("us-gaap/2009") == first
    assert first.stat().st_mtime_ns == stamp


def test_processes_at_the_same_time_get_the_same_package(folder: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        paths = set(pool.map(cache.path, ["us-gaap/2009"] * 8))
    assert len(paths) == 1
    assert [file.name for file in (folder / "taxonomies").iterdir()] == [paths.pop().name]


def test_an_unknown_release_is_an_error() -> None:
    with pytest.raises(TaxonomyError, match="us-gaap/2025"):
        cache.path("us-gaap/1997")


def test_an_unwritable_cache_is_an_error_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("RETROXBRL_CACHE", str(tmp_path / "file"))
    with pytest.raises(TaxonomyError, match="RETROXBRL_CACHE"):
        cache.path("us-gaap/2009")


def test_an_installed_package_takes_the_place_of_the_generated_one(tmp_path: Path) -> None:
    assert cache.installed("us-gaap/2025") is None
    url = "us-gaap/2025/elts/us-gaap-2025.xsd"
    target = cache.install("us-gaap/2025", [a_package(tmp_path / "fasb.zip", {url: "<official/>"})])
    assert cache.installed("us-gaap/2025") == cache.path("us-gaap/2025") == target
    assert schema(target, f"https://xbrl.fasb.org/{url}").tag == "official"


def test_what_an_official_package_lacks_comes_from_the_index(tmp_path: Path) -> None:
    url = "us-gaap/2025/elts/us-gaap-2025.xsd"
    target = cache.install("us-gaap/2025", [a_package(tmp_path / "fasb.zip", {url: "<official/>"})])
    assert schema(target, load_index("us-gaap/2025").schema_url("dei")).tag == f"{XS}schema"


def test_a_release_that_the_program_does_not_ship_is_installed_with_its_index(tmp_path: Path, folder: Path) -> None:
    invented = zips.zipped(
        tmp_path / "2031.zip",
        [("p/META-INF/catalog.xml", test_build.CATALOG), *((f"p/{name}", x) for name, x in test_build.files().items())],
    )
    assert "us-gaap/2031" not in usable_releases()
    target = cache.install("us-gaap/2031", [invented])
    assert cache.path("us-gaap/2031") == target
    assert target in cache.packages()
    assert usable_releases()[-1] == "us-gaap/2031"
    assert "us-gaap/2031" not in releases()
    assert "Assets" in load_index("us-gaap/2031")
    assert [file.name for file in (folder / "indexes").iterdir()] == ["us-gaap-2031"]
    assert cache.install("us-gaap/2031", [invented]) == target


def test_a_release_is_not_installed_without_what_an_index_needs(tmp_path: Path) -> None:
    url = "us-gaap/2019/elts/us-gaap-2019-01-31.xsd"
    with pytest.raises(TaxonomyError, match="has no us-types schema"):
        cache.install("us-gaap/2019", [a_package(tmp_path / "fasb.zip", {url: "<official/>"})])
    assert cache.installed("us-gaap/2019") is None
    assert "us-gaap/2019" not in usable_releases()


def test_the_first_release_is_called_by_its_version(tmp_path: Path) -> None:
    named = {path.replace("2031/elts/us-gaap-2031.xsd", "1.0/elts/us-gaap-2008-03-31.xsd")
                 .replace("us-gaap/2031", "us-gaap/1.0"): text.replace("us-gaap/2031", "us-gaap/2008-03-31")
             for path, text in test_build.files().items()}  # fmt: skip
    first = zips.zipped(
        tmp_path / "2008.zip",
        [("p/META-INF/catalog.xml", test_build.CATALOG), *((f"p/{name}", text) for name, text in named.items())],
    )
    cache.install("us-gaap/2008", [first])
    assert load_index("us-gaap/2008").schema_url("us-gaap").endswith("/us-gaap/1.0/elts/us-gaap-2008-03-31.xsd")
    with Package(cache.path("us-gaap/2008")) as package:
        assert load_index("us-gaap/2008").schema_url("us-gaap") in set(package.urls())


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_a_broken_package_installs_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.zip").write_bytes(content)
    with pytest.raises(TaxonomyError, match="not a taxonomy package"):
        cache.install("us-gaap/2025", [tmp_path / "broken.zip"])
    assert cache.installed("us-gaap/2025") is None


def test_a_missing_package_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match="No such file"):
        cache.install("us-gaap/2025", [tmp_path / "nowhere.zip"])


def test_the_package_of_another_release_is_refused(tmp_path: Path) -> None:
    other = a_package(tmp_path / "fasb.zip", {"us-gaap/2024/elts/us-gaap-2024.xsd": "<official/>"})
    with pytest.raises(TaxonomyError, match="does not hold us-gaap/2025"):
        cache.install("us-gaap/2025", [other])


def test_a_package_that_reaches_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    files = {"us-gaap/2025/elts/us-gaap-2025.xsd": "<official/>", "../../../etc/passwd": "x"}
    with pytest.raises(TaxonomyError, match="leads out of it"):
        cache.install("us-gaap/2025", [a_package(tmp_path / "bad.zip", files)])


def test_a_download_that_fails_names_another_way() -> None:
    with pytest.raises(TaxonomyError, match="zip file"):
        cache.install("us-gaap/2025", ["http://127.0.0.1:9/us-gaap-2025.zip"])


SCHEMA = "us-gaap/2025/elts/us-gaap-2025.xsd"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (zips.encrypted, "is encrypted"),
        (zips.packed_by_an_unknown_method, "compression method"),
        (zips.lying_about_sizes, "cannot be unpacked"),
    ],
)
def test_a_package_that_cannot_be_unpacked_installs_nothing(
    tmp_path: Path, folder: Path, spoil: Callable[[Path], Path], says: str
) -> None:
    path = spoil(a_package(tmp_path / "spoilt.zip", {SCHEMA: "<official/>"}))
    with pytest.raises(TaxonomyError, match=says):
        cache.install("us-gaap/2025", [path])
    assert not folder.exists()


def test_a_package_larger_than_any_release_installs_nothing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.taxonomy.package._LARGEST", 3 * MEGABYTE)
    files = {SCHEMA: "<official/>"} | {f"us-gaap/2025/{number}.xsd": "\0" * MEGABYTE for number in range(4)}
    with pytest.raises(TaxonomyError, match="unpacks to more than 3 MB"):
        cache.install("us-gaap/2025", [a_package(tmp_path / "bomb.zip", files)])
    assert not folder.exists()


def test_a_pipe_is_no_package(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(TaxonomyError, match="no regular file"):
        cache.install("us-gaap/2025", [tmp_path / "pipe.zip"])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<catalog", "is not XML"),
        (CATALOG.format(prefix="../../../../etc/"), "leads out of it"),
        (CATALOG.format(prefix="/etc/"), "leads out of it"),
        (CATALOG.format(prefix="file:///etc/"), "leads out of it"),
        (CATALOG.format(prefix="../fasb/").replace("<rewriteURI", "<rewriteURI/>" * 2_000 + "<rewriteURI"), "2,001"),
    ],
)
def test_a_catalog_that_is_none_or_leads_elsewhere_installs_nothing(
    tmp_path: Path, folder: Path, content: str, says: str
) -> None:
    members = [("p/META-INF/catalog.xml", content), (f"p/fasb/{SCHEMA}", "<official/>")]
    with pytest.raises(TaxonomyError, match=says):
        cache.install("us-gaap/2025", [zips.zipped(tmp_path / "package.zip", members)])
    assert not folder.exists()


def test_a_release_is_held_at_the_url_that_instances_name_and_at_no_other(tmp_path: Path) -> None:
    """A schema of the same path elsewhere would be installed, and validation would go on without it."""
    catalog = CATALOG.format(prefix="../fasb/").replace("https://xbrl.fasb.org/", "http://xbrl.fasb.org.example/")
    members = [("p/META-INF/catalog.xml", catalog), (f"p/fasb/{SCHEMA}", "<other/>")]
    with pytest.raises(TaxonomyError, match="does not hold us-gaap/2025"):
        cache.install("us-gaap/2025", [zips.zipped(tmp_path / "package.zip", members)])


def test_the_catalog_of_a_package_may_stand_at_its_top(tmp_path: Path) -> None:
    members = [("META-INF/catalog.xml", CATALOG.format(prefix="../")), (SCHEMA, "<official/>")]
    with Package(zips.zipped(tmp_path / "package.zip", members)) as package:
        assert package.read(f"https://xbrl.fasb.org/{SCHEMA}") == b"<official/>"


@needs_shared
@pytest.mark.parametrize("release", ["us-gaap/2009", "us-gaap/2024", "us-gaap/2025"])
def test_the_official_packages_install(release: str) -> None:
    source = SHARED / "taxonomies" / f"{release.replace('/', '-')}-full.zip"
    with Package(cache.install(release, [source])) as ours, Package(source) as official:
        assert set(official.urls()) <= set(ours.urls())
        url = load_index(release).schema_url("us-gaap")
        assert ours.read(url) == official.read(url)
