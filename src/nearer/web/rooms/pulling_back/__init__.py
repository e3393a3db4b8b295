"""Pulling back, kindly: a sign, a pause with a return time, what would help."""
