"""Whether a folder lies on another machine, whose changes nobody tells us."""

import re
from pathlib import Path

_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs"}
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs"}
)

_ESCAPED = re.compile(r"\\([0-7]{3})")  # spaces, tabs, line ends, backslashes, #


def remote_file_system(folder: Path) -> str | None:
    """Return the kind of network share that `folder` lies on; None where it lies on none."""
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return None  # not Linux; there the system itself knows when it cannot watch
    return kind_of_share(mounts, folder)


def kind_of_share(mounts: str, folder: Path) -> str | None:
    """Return the same by what proc(5) calls `mounts`."""
    nearest, kind = "", ""
    for fields in map(str.split, mounts.splitlines()):
        if len(fields) < 3:
            continue
        place = _ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[1]).rstrip("/")
        if len(place) >= len(nearest) and f"{folder}/".startswith(f"{place}/"):
            nearest, kind = place, fields[2]
    return kind if kind in _REMOTE else None
