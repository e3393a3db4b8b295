"""The measures room: forms with published scores, filled in, and compared with before."""
