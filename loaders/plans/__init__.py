"""What plans set out: goals, indicators, commitments, examples, and the people they are for."""
