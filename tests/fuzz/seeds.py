"""What fuzzing starts from: python -m tests.fuzz.seeds FOLDER

The sample library's posts, and the hostile inputs of BROADSHEET_VECTORS where it is set.
"""

import json
import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

_SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "_posts"
_FRONT_MATTER = b"---\ntitle: A title\n---\n"
_LONGEST = 20_000  # bytes


def bodies() -> Iterator[bytes]:
    """Yield whole posts and hostile bodies."""
    for path in sorted(_SAMPLE.rglob("*")):
        if path.is_file():
            yield path.read_bytes()
    folder = os.environ.get("BROADSHEET_VECTORS")
    for path in sorted(Path(folder).glob("*.json")) if folder else ():
        if path.name.startswith(("xss_", "mdxss_", "md_", "fm_", "yaml_")):
            for vector in json.loads(path.read_text(encoding="utf-8")):
                payload = str(vector["payload"]).encode("utf-8", "surrogatepass")
                yield payload if payload.startswith(b"---") else _FRONT_MATTER + payload


def main() -> None:
    """Write one file for each, named by its content; the first byte says how it is named."""
    folder = Path(sys.argv[1])
    for number, body in enumerate(bodies()):
        if len(body) <= _LONGEST:
            data = bytes([number % 4]) + body
            (folder / blake2b(data, digest_size=8).hexdigest()).write_bytes(data)


if __name__ == "__main__":
    main()
