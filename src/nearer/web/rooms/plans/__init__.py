"""If … then I will …: one small act for one moment that can be noticed. For oneself alone."""
