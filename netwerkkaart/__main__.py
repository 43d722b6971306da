"""``python -m netwerkkaart`` is the command line."""

from netwerkkaart.cli import main

main()
