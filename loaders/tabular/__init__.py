"""Tables, however they are printed: marked by the file, in aligned columns, labelled, or flattened to lines."""
