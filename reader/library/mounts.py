"""Whether a folder lies on another machine, whose changes nobody tells us."""

from pathlib import Path

_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs"}
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs"}
)


def remote_file_system(folder: Path) -> str | None:
    """Return the kind of network share that `folder` lies on; None where it lies on none."""
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return None  # elsewhere the system's own watching notices, or it is looked through anyway
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        place = fields[1].encode().decode("unicode_escape") if "\\" in fields[1] else fields[1]
        inside = f"{folder}/".startswith(f"{place.rstrip('/')}/")
        if inside and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind if kind in _REMOTE else None
