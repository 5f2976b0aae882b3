"""Listings, their colours, and formulas."""
