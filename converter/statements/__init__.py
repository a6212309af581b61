"""Statements: from tables to the primary financial statements of the registrant."""

from __future__ import annotations

from converter.statements.read import read_statements

__all__ = ["read_statements"]
