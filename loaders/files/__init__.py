"""What was read: the document, its passages, and the readers of text, PDF and Word files."""
