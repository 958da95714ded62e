"""Agreements, laws, plans and systems that a document names, itself among them."""
