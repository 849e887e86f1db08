"""What is printed: codes, label sheets and leaflets, typeset by Typst from the model."""

from generator.press.plan import plan

__all__ = ["plan"]
