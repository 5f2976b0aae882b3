"""The index's tables. Disposable: any other `user_version` than ours means rebuild.

A post's id follows its date, so that `ORDER BY id DESC` streams, over the full text too:
id = seconds since 1970 in UTC * 16 + a number of its own below 16; see
`reader.library.post_ids` for what happens where more posts share a second.
"""

VERSION = 5  # PRAGMA user_version; raise it whenever what is stored changes its meaning

ID_STEP = 16  # ids of one second; the fewer, the smaller is the full-text index

SCHEMA = """
CREATE TABLE posts(
    id           INTEGER PRIMARY KEY,  -- follows the date, see above
    path         TEXT NOT NULL UNIQUE, -- as reader.library.paths has it: relative, always UTF-8
    size         INTEGER NOT NULL,     -- of the file, in bytes
    mtime_ns     INTEGER NOT NULL,
    ctime_ns     INTEGER NOT NULL,     -- for changes that keep size and mtime; 0: in doubt
    content_hash BLOB NOT NULL,        -- blake2b, 16 bytes; empty until the second pass
    title        TEXT NOT NULL,
    date         TEXT NOT NULL,        -- ISO 8601 with its zone
    local_day    TEXT NOT NULL,        -- YYYY-MM-DD in the machine's zone
    authors      TEXT NOT NULL,        -- JSON list
    source       TEXT NOT NULL,        -- "" where unknown
    source_url   TEXT,
    url_key      TEXT,                 -- the same by reader.posts.identity.normalized_url
    link_name    TEXT NOT NULL,        -- of its file, by reader.posts.link_names.link_name
    lang         TEXT,
    excerpt      TEXT,                 -- NULL where the text begins so; "" until the second pass
    has_image    INTEGER NOT NULL,
    body_done    INTEGER NOT NULL      -- 0 after the first pass, 1 after the second
);
CREATE INDEX posts_by_day ON posts(local_day);
CREATE INDEX posts_by_hash ON posts(content_hash);
CREATE INDEX posts_by_link_name ON posts(link_name);
CREATE INDEX posts_with_image ON posts(has_image) WHERE has_image;
CREATE INDEX posts_by_url ON posts(url_key) WHERE url_key IS NOT NULL;

CREATE TABLE facets(
    id    INTEGER PRIMARY KEY,
    facet TEXT NOT NULL,               -- reader.library.values.Facet
    value TEXT NOT NULL,
    UNIQUE(facet, value)
);
CREATE TABLE post_facets(
    facet_id INTEGER NOT NULL,
    post_id  INTEGER NOT NULL,
    PRIMARY KEY(facet_id, post_id)
) WITHOUT ROWID;
-- The same by post, packed by reader.library.facet_lists: what counts are made from.
CREATE TABLE facet_lists(post_id INTEGER PRIMARY KEY, facets TEXT NOT NULL);

-- What snippets are cut from: the text that render shows, by reader.library.stored_text.
CREATE TABLE texts(post_id INTEGER PRIMARY KEY, text BLOB NOT NULL);

-- Folded and split by reader.library.folding; rowid is posts.id. A post is in it, and in texts,
-- once its body is done. Insert in rising order of ids: FTS5 flushes whenever one falls. The body
-- comes first, for the words of the first column take two bytes less each.
CREATE VIRTUAL TABLE words USING fts5(
    body, title, tags, authors,
    content='', contentless_delete=1, detail=full,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

-- Files that were looked at and are no posts, so that a rescan need not open them again.
CREATE TABLE no_posts(
    path     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE problems(
    path   TEXT NOT NULL,              -- also of files that are no posts, such as one too large
    line   INTEGER,
    reason TEXT NOT NULL
);
CREATE INDEX problems_by_path ON problems(path);

-- 'folder': the library's folder; 'zone': the machine's, which dates without one were taken in;
-- 'heads_done', 'bodies_done': '1' once that pass went through the whole folder.
CREATE TABLE facts(name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
