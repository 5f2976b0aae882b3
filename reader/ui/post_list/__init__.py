"""The list of posts: a model of ids, a painter of rows, and a view that scrolls over both."""
