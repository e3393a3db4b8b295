"""Listening rounds: one speaks, the other says back what they heard, on two phones or on one."""
