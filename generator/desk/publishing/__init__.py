"""The verb `publish`: what was built goes to where the public opens it, and back again."""
