"""The side of the one who waits: my side, my limits, my waiting plan, and if nothing changes."""
