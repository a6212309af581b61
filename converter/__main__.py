"""`python -m converter` is the same as `retroxbrl`."""

from converter.cli import main

if __name__ == "__main__":
    main()
