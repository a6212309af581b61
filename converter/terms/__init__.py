"""The terms that every stage speaks in: what a statement is, when, in which unit, under which name, decided how."""

from converter.terms.decision import THRESHOLD, Decision, Step
from converter.terms.kind import TITLES, Kind
from converter.terms.name import Name
from converter.terms.period import Period
from converter.terms.relation import Relation
from converter.terms.scope import Member, Scope
from converter.terms.unit import Unit

__all__ = ["THRESHOLD", "TITLES", "Decision", "Kind", "Member", "Name", "Period", "Relation", "Scope", "Step", "Unit"]
