"""All outputs of the reference corpus, to tell what a change of the code changed in them."""
