"""What Nearer knows how to think about, in plain Python.

Nothing in here asks for the time, for chance, for a file or for a framework. What is needed
comes in as an argument, and what goes out is frozen.
"""
