"""`python -m nearer.cli` is the same as `nearer`."""

from nearer.cli import main

main()
