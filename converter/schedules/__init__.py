"""Financial Data Schedules (EX-27, 1993-2001): the filer's own tagged totals, read as what they are.

A schedule checks what was read from the statements (`compare`), or stands in for them (`as_statements`).
"""

from converter.schedules.compare import compare, vouched
from converter.schedules.read import read_schedules
from converter.schedules.schedule import Entry, Schedule
from converter.schedules.statements import as_statements

__all__ = ["Entry", "Schedule", "as_statements", "compare", "read_schedules", "vouched"]
