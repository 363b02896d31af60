"""Pages that show records."""
