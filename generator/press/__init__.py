"""What is printed: codes, label sheets and leaflets, typeset by Typst from the model."""
