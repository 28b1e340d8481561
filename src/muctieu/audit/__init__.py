"""Claims → findings: what of a report can be recomputed, and what does not hold."""

from muctieu.audit.audit import Audit, audit
from muctieu.audit.finding import Correction, Finding, Held

__all__ = ["Audit", "Correction", "Finding", "Held", "audit"]
