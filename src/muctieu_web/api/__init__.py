"""The API for programs: `/api/v1`, on the same queries and actions as the pages."""
