"""What is printed: codes, label sheets and leaflets, typeset by Typst from the model.

`plan.plan` gives everything a build prints. It is not handed out here, so that reading a project's
own stocks does not load the typesetter.
"""
