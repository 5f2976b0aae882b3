"""Captions, each once and under its own picture. Front door: captions.py."""
