"""What is known of us-gaap concepts by name: signs, anchors, headings, groups, tags of schedules, synonyms, near names.

It is data: files in `taxonomy_maps/<family>/concepts/`, which a person's own files of the same names add to and
overrule (docs/mapping.md). No other room reads them, and no other room names concepts.
"""

from converter.knowledge.groups import Groups
from converter.knowledge.headings import Headings
from converter.knowledge.knowledge import Knowledge, ScheduleItem
from converter.knowledge.loading import files, load_knowledge, refuse_unknown
from converter.knowledge.notes import NoteHeadings
from converter.knowledge.signs import SignClass, Signs

__all__ = [
    "Groups",
    "Headings",
    "Knowledge",
    "NoteHeadings",
    "ScheduleItem",
    "SignClass",
    "Signs",
    "files",
    "load_knowledge",
    "refuse_unknown",
]
