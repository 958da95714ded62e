"""Parts of a catalogue of proposals: its overview, effects, periods and target groups."""
