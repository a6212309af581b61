"""The user's cache of taxonomies: element schemas generated from the index, and official packages once installed.

Below the cache folder (the platform's, or the one that the environment variable RETROXBRL_CACHE names):

    taxonomies/us-gaap-2025-generated-<digest>.zip    made when first needed
    taxonomies/us-gaap-2025-installed-<digest>.zip    the official files
    taxonomies/us-gaap-2025.installed                 the name of that zip
    indexes/us-gaap-2019/                             the index of an installed release that the program does not ship

Each zip is a taxonomy package whose catalog covers this release alone, so that several releases can be open at once.
Files appear whole or not at all and are never changed, so processes that run at the same time do not disturb each
other.
"""

from __future__ import annotations

import hashlib
import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from converter.datafiles import cache_folder
from converter.errors import TaxonomyError
from converter.taxonomy import build
from converter.taxonomy.entry import entry_point
from converter.taxonomy.index import DATA, installed_data, load_index, releases
from converter.taxonomy.package import Held, Package
from converter.taxonomy.release import folder_name, release_name
from converter.taxonomy.schema import schemas

OFFICIAL = (
    "https://xbrl.fasb.org/us-gaap/{year}/us-gaap-{year}.zip",
    "https://xbrl.fasb.org/srt/{year}/srt-{year}.zip",
)
"""Where the FASB publishes the packages of a year (2019 and later)."""

_LARGEST_DOWNLOAD = 256 * 1024 * 1024
_TIMEOUT_SECONDS = 60.0
_RELEASE_FOLDER = re.compile(rf"https?://[^/]+/(?:.*?/)?{build.FOLDER}/")


def folder() -> Path:
    """The cache folder; it need not exist yet."""
    return cache_folder()


def path(release: str) -> Path:
    """The package that validation takes a release from: the official one if it is installed, else the generated one.

    Makes the generated one when it is not there yet.

    Raises:
        TaxonomyError: the release is neither known nor installed, or the cache cannot be written.
    """
    return installed(release) or _generated(release)


def installed(release: str) -> Path | None:
    """The installed official package, or None."""
    try:
        found = _taxonomies() / _pointer(release).read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return found if found.is_file() else None


def packages() -> list[Path]:
    """The packages of all releases, known and installed: what to hand to an XBRL processor."""
    added = {release_name(pointer.stem) for pointer in _taxonomies().glob("*.installed")}
    return [path(release) for release in sorted({*releases(), *added})]


def install(release: str, sources: Sequence[Path | str] = ()) -> Path:
    """Puts official packages into the cache as one, and returns it; from then on validation uses it.

    Args:
        release: `us-gaap/2025`; also one that the program does not ship, of 2008 to 2026: its index is made then, so
            that outputs can be written in it.
        sources: zip files or URLs of zip files, which together hold the release; none: download from the FASB.

    Schemas that the packages refer to but do not hold (the SEC's dei, for one) are filled in from the index.

    Raises:
        TaxonomyError: no such file, the release (or of one that the program does not ship, its dei schema or its
            statements) is not in it, or the cache cannot be written.
    """
    year = release.rpartition("/")[2]
    with tempfile.TemporaryDirectory() as scratch:
        zips = [
            _download(str(source), Path(scratch) / f"{number}.zip") if _is_url(source) else Path(source)
            for number, source in enumerate(sources or [url.format(year=year) for url in OFFICIAL])
        ]
        files = _merged(zips)
    if not _holds(files, release):
        raise TaxonomyError(
            f"{', '.join(map(str, sources or zips))} does not hold {release}.", "Give the package of that release."
        )
    if release not in releases():
        _place_index(release, files, Path(str(sources[0]) if sources else zips[0]))
    generated = _generated_files(release)
    content = _package(release, generated | files)
    name = f"{folder_name(release)}-installed-{_digest([content])}.zip"
    _place(name, content)
    _place(_pointer(release).name, name.encode("utf-8"))
    return _taxonomies() / name


def _place_index(release: str, files: Mapping[str, bytes], source: Path) -> None:
    """Makes the index of a release, so that it appears whole; one that is there stays, as others may have read it."""
    target = installed_data() / folder_name(release)
    if target.exists():
        return
    try:
        installed_data().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=installed_data(), prefix=".making-") as scratch:
            build.write(Held(source, files), Path(scratch))
            (Path(scratch) / folder_name(release)).rename(target)
    except OSError as error:
        raise _unwritable(error) from error


def _holds(files: Mapping[str, bytes], release: str) -> bool:
    """Whether the schema of a release is among files: at the URL that instances name, if the index knows it."""
    if release in releases():
        return load_index(release).schema_url("us-gaap") in files
    year = release.rpartition("/")[2]
    schema = re.compile(rf"/us-gaap/{build.FOLDER}/elts/us-gaap-{re.escape(year)}[-\d]*\.xsd$")
    return any(schema.search(url) for url in files)


def _generated(release: str) -> Path:
    if release not in releases():
        load_index(release)  # says which releases there are
    name = f"{folder_name(release)}-generated-{_generation(release)}.zip"
    if not (_taxonomies() / name).is_file():
        _place(name, _package(release, _generated_files(release)))
    return _taxonomies() / name


def _generated_files(release: str) -> dict[str, bytes]:
    """What the index of a release can say of it, by official URL."""
    index = load_index(release)
    return {**dict(schemas(index)), **dict(entry_point(index))}


def _generation(release: str) -> str:
    """Changes when the index does, or the way packages are made from it."""
    made_from = [
        *sorted((DATA / folder_name(release)).iterdir()),
        Path(__file__),
        *(Path(__file__).with_name(name) for name in ("schema.py", "entry.py")),
    ]
    return _digest(file.read_bytes() for file in made_from)


def _merged(zips: Sequence[Path]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in zips:
        with Package(path) as package:
            files |= {url: package.read(url) for url in package.urls()}
    return files


def _place(name: str, content: bytes) -> None:
    """Writes a file into the cache so that it appears whole."""
    staged: Path | None = None
    try:
        _taxonomies().mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=_taxonomies(), prefix=".making-", delete=False) as file:
            staged = Path(file.name)
            file.write(content)
        staged.chmod(0o644)  # temporary files are private; a cache may be shared
        staged.replace(_taxonomies() / name)
    except OSError as error:
        if staged is not None:
            staged.unlink(missing_ok=True)
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> TaxonomyError:
    remedy = "Name another one in the environment variable RETROXBRL_CACHE."
    return TaxonomyError(f"The cache folder cannot be written: {error}.", remedy)


def _package(release: str, files: Mapping[str, bytes]) -> bytes:
    """A taxonomy package; the same files give the same bytes."""
    top = PurePosixPath(folder_name(release))
    members = {top / _local(url): content for url, content in sorted(files.items())}
    members |= {top / "META-INF" / name: text.encode("utf-8") for name, text in _metadata(release, files).items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for member, content in members.items():
            package.writestr(zipfile.ZipInfo(str(member)), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return buffer.getvalue()


def _local(url: str) -> PurePosixPath:
    """`https/xbrl.fasb.org/us-gaap/2025/elts/us-gaap-2025.xsd`; a URL that would leave the folder is an error."""
    parts = urlsplit(url)
    local = PurePosixPath(parts.scheme, parts.netloc, parts.path.lstrip("/"))
    if ".." in local.parts or parts.scheme not in ("http", "https"):
        raise TaxonomyError(f"The package claims to hold {url}.", "Get the package from its publisher.")
    return local


def _metadata(release: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """Manifest and catalog (Taxonomy Packages 1.0); the catalog covers the folders of a year, never a whole host."""
    starts = sorted({match[0] for url in files if (match := _RELEASE_FOLDER.match(url))})
    rewrites = "".join(
        f"<rewriteURI uriStartString={quoteattr(start)} rewritePrefix={quoteattr(f'../{_local(start)}/')}/>"
        for start in starts
    )
    return {
        "catalog.xml": f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{rewrites}</catalog>',
        "taxonomyPackage.xml": (
            '<tp:taxonomyPackage xml:lang="en" xmlns:tp="http://xbrl.org/2016/taxonomy-package">'
            f"<tp:identifier>urn:retroxbrl:{folder_name(release)}</tp:identifier>"
            f"<tp:name>{release}</tp:name></tp:taxonomyPackage>"
        ),
    }


def _taxonomies() -> Path:
    return folder() / "taxonomies"


def _pointer(release: str) -> Path:
    return _taxonomies() / f"{folder_name(release)}.installed"


def _is_url(source: Path | str) -> bool:
    return isinstance(source, str) and source.startswith(("http://", "https://"))


def _download(url: str, target: Path) -> Path:
    from urllib.error import URLError  # with ssl and email behind it, slow to load
    from urllib.request import urlopen

    try:
        with urlopen(url, timeout=_TIMEOUT_SECONDS) as response:
            content = response.read(_LARGEST_DOWNLOAD + 1)
    except (URLError, OSError, ValueError) as error:
        raise TaxonomyError(
            f"{url} cannot be downloaded: {error}.", "Get the package by other means and name its zip file."
        ) from error
    if len(content) > _LARGEST_DOWNLOAD:
        raise TaxonomyError(f"{url} is larger than any taxonomy package.", "Name the zip file of the package.")
    target.write_bytes(content)
    return target


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:12]
