"""The article's pane: a web page that cannot run, load or leave anything."""
