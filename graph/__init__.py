"""From records to an RDF dataset and its store, and from there to answers, networks, pictures and the command line."""
