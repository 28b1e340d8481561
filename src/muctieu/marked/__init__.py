"""The report as it reads, as one web page with every figure marked. `page.py` is the way in."""
