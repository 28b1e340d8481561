"""Work that runs beside the server, kept in line by the database: no broker. Jobs see actions and queries, never models."""
