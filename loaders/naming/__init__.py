"""Actors: their names in a phrase, groups and units of them, and the grammar of lists of participants."""
