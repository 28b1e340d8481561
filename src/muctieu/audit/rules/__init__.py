"""The rules of audit, one file each. None knows another; each takes a `Ledger` and yields what it has recomputed."""
