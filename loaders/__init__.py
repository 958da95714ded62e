"""From a document to typed records with their evidence; no store, no disk, no clock."""
