"""What is kept: models, one noun a file, and `mapping`, the only translator between rows and values of the library. No rules live here."""
