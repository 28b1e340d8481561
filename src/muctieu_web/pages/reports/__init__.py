"""Reports: uploading, reading progress, the reader with its review, versions and comparison."""
