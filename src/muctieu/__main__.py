"""`python -m muctieu`: the same as the command `muctieu`."""

from muctieu.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
