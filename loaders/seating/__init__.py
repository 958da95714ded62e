"""Committees, who appoints their members, and who sits in them."""
