"""Links, the places they lead to within the article, its contents, and cards for embeds."""
