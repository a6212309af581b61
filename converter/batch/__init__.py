"""Many documents: one folder and one row of the summary each, whatever the document does to the process."""

from converter.batch.engine import engine
from converter.batch.folder import Folder
from converter.batch.output import Output, output
from converter.batch.plan import Job, plan
from converter.batch.row import Row, Status
from converter.batch.run import run
from converter.batch.settings import Settings
from converter.batch.store import Store

__all__ = ["Folder", "Job", "Output", "Row", "Settings", "Status", "Store", "engine", "output", "plan", "run"]
