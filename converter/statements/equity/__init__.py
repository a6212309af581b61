"""The statement of changes in equity: columns are components, rows are balances and what leads from one to the next."""

from converter.statements.equity.read import read_equity

__all__ = ["read_equity"]
