"""Pictures, sounds and films: every one once, from its best source. Front door: pictures.py."""
