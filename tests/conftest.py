"""What holds for every test."""

from hypothesis import settings

# No test may fail for want of time: a busy machine is not a bug.
settings.register_profile("sitegen", deadline=None)
settings.load_profile("sitegen")
