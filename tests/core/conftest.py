"""Laws hold on a busy machine too: how long one example takes is not what is tested here."""

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
