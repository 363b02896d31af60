"""`python -m lagebild` is `lagebild`."""

from lagebild.cli import app

if __name__ == "__main__":
    app(prog_name="lagebild")
