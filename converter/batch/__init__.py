"""Many documents: one folder and one row of the summary each, whatever the document does to the process."""

from converter.batch.folder import Folder
from converter.batch.plan import Job, plan
from converter.batch.row import Row, Status
from converter.batch.run import run
from converter.batch.settings import Settings

__all__ = ["Folder", "Job", "Row", "Settings", "Status", "plan", "run"]
