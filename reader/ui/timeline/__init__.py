"""The histogram above the list: posts over time, and a range of it to choose."""
