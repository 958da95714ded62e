"""The named queries: one question a file, its title, parameters and columns in its head."""
