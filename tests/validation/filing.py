"""A small filing of an invented company, made as a test needs it: sound, or with one fault in it."""

from __future__ import annotations

from pathlib import Path

from converter.taxonomy import load_index

NAMESPACE = "http://www.acme.example/20031231"
CONTEXTS = {"i": ("2003-12-31",), "p": ("2002-12-31",), "d": ("2003-01-01", "2003-12-31")}
FACTS = """
<dei:EntityRegistrantName contextRef="d">Acme Widgets Inc</dei:EntityRegistrantName>
<us-gaap:Assets id="f1" contextRef="i" unitRef="USD" decimals="-3">500000</us-gaap:Assets>
<us-gaap:AssetsCurrent id="f2" contextRef="i" unitRef="USD" decimals="-3">300000</us-gaap:AssetsCurrent>
<acme:Widgets id="f3" contextRef="i" unitRef="USD" decimals="-3">200000</acme:Widgets>
<us-gaap:NetIncomeLoss id="f4" contextRef="d" unitRef="USD" decimals="-3">-25000</us-gaap:NetIncomeLoss>
<us-gaap:EarningsPerShareBasic id="f5" contextRef="d" unitRef="EPS" decimals="2">-0.25</us-gaap:EarningsPerShareBasic>
"""

_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:acme="{own}" targetNamespace="{own}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>
<link:roleType roleURI="http://www.acme.example/role/BS" id="BS">
<link:definition>00001 - Statement - BALANCE SHEETS</link:definition><link:usedOn>link:calculationLink</link:usedOn>
</link:roleType>
<link:linkbaseRef xlink:type="simple" xlink:href="acme-20031231_cal.xml"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"
 xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef"/>
</xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
{imports}
<xs:element name="Widgets" id="acme_Widgets" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item"
 nillable="true" xbrli:periodType="instant" xbrli:balance="debit"/>
</xs:schema>"""

_CALCULATION = """<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<link:roleRef roleURI="http://www.acme.example/role/BS" xlink:type="simple" xlink:href="acme-20031231.xsd#BS"/>
{arcrole_ref}
<link:calculationLink xlink:type="extended" xlink:role="http://www.acme.example/role/BS">
<link:loc xlink:type="locator" xlink:href="{us_gaap}#us-gaap_Assets" xlink:label="a"/>
<link:loc xlink:type="locator" xlink:href="{us_gaap}#us-gaap_AssetsCurrent" xlink:label="b"/>
<link:loc xlink:type="locator" xlink:href="acme-20031231.xsd#acme_Widgets" xlink:label="c"/>
<link:calculationArc xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="a" xlink:to="b" order="1" weight="1"/>
<link:calculationArc xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="a" xlink:to="c" order="2" weight="1"/>
</link:calculationLink></link:linkbase>"""

_ARCROLE_REF = """<link:arcroleRef arcroleURI="https://xbrl.org/2023/arcrole/summation-item" xlink:type="simple"
 xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>"""

_INSTANCE = """<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:us-gaap="{us_gaap}" xmlns:dei="{dei}" xmlns:acme="{own}">
<link:schemaRef xlink:type="simple" xlink:href="acme-20031231.xsd"/>
{contexts}
<xbrli:unit id="USD"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="EPS"><xbrli:divide>
<xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator>
<xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>
</xbrli:divide></xbrli:unit>
{facts}</xbrli:xbrl>"""


def write(
    folder: Path, release: str = "us-gaap/2025", facts: str = FACTS, imports: tuple[str, ...] = ("us-gaap", "dei")
) -> Path:
    """Writes the filing and returns the path of its instance."""
    index = load_index(release)
    folder.mkdir(parents=True, exist_ok=True)
    imported = "".join(
        f'<xs:import namespace="{index.namespace(prefix)}" schemaLocation="{index.schema_url(prefix)}"/>'
        for prefix in imports
    )
    (folder / "acme-20031231.xsd").write_text(_SCHEMA.format(own=NAMESPACE, imports=imported))
    (folder / "acme-20031231_cal.xml").write_text(
        _CALCULATION.format(
            us_gaap=index.schema_url("us-gaap"),
            arcrole=index.calculation_arcrole,
            arcrole_ref=_ARCROLE_REF if index.calculations_1_1 else "",
        )
    )
    instance = folder / "acme-20031231.xml"
    instance.write_text(
        _INSTANCE.format(
            us_gaap=index.namespace("us-gaap"),
            dei=index.namespace("dei"),
            own=NAMESPACE,
            contexts="\n".join(_context(name, *dates) for name, dates in CONTEXTS.items()),
            facts=facts,
        )
    )
    return instance


def _context(name: str, *dates: str) -> str:
    if len(dates) == 1:
        period = f"<xbrli:instant>{dates[0]}</xbrli:instant>"
    else:
        period = f"<xbrli:startDate>{dates[0]}</xbrli:startDate><xbrli:endDate>{dates[1]}</xbrli:endDate>"
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000001'
        f"</xbrli:identifier></xbrli:entity><xbrli:period>{period}</xbrli:period></xbrli:context>"
    )


FAULTS: dict[str, tuple[str, str]] = {
    "a total that does not add up": (">500000<", ">555000<"),
    "an unknown concept": ("us-gaap:AssetsCurrent", "us-gaap:AssetsCurrently"),
    "an unknown concept of the company": ("acme:Widgets", "acme:Gadgets"),
    "a value that is no number": (">300000<", ">three<"),
    "a context that is not there": ('"f1" contextRef="i"', '"f1" contextRef="x"'),
    "a unit that is not there": ('"f1" contextRef="i" unitRef="USD"', '"f1" contextRef="i" unitRef="GBP"'),
    "a duration where an instant belongs": ('"f1" contextRef="i"', '"f1" contextRef="d"'),
    "an instant where a duration belongs": ('"f4" contextRef="d"', '"f4" contextRef="i"'),
    "no decimals": (' decimals="-3">300000', ">300000"),
    "a wrong unit for earnings per share": ('"f5" contextRef="d" unitRef="EPS"', '"f5" contextRef="d" unitRef="USD"'),
    "an abstract concept": ("us-gaap:NetIncomeLoss", "us-gaap:AssetsAbstract"),
    "a concept of the wrong prefix": ("dei:EntityRegistrantName", "us-gaap:EntityRegistrantName"),
    "markup that does not close": ("</us-gaap:NetIncomeLoss>", ""),
    "two values for one thing": (
        "</us-gaap:Assets>",
        "</us-gaap:Assets>" + FACTS.strip().splitlines()[1].replace("500", "501").replace("f1", "f9"),
    ),
    "two facts of one id": ('id="f2"', 'id="f1"'),
    "a stray element": ("</us-gaap:Assets>", "</us-gaap:Assets><us-gaap:Assets/>"),
}
"""What can be wrong with a filing: text to replace in its facts, and by what."""


def faulty(fault: str) -> str:
    """The facts with a fault."""
    old, new = FAULTS[fault]
    assert old in FACTS, f"nothing to replace for {fault}"
    return FACTS.replace(old, new)
