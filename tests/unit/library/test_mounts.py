"""Folders on other machines."""

from pathlib import Path

import pytest

from reader.library import mounts

MOUNTS = r"""
overlay / overlay rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sda1 /home/me/local ext4 rw 0 0
//nas/my\040share /mnt/my\040share cifs rw 0 0
//nas/c /mnt/c\043\134\040\011x cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/posts", None),
        ("/home/me/posts", "nfs4"),
        ("/home/me/local/posts", None),
        ("/homeless", None),
        ("/mnt/my share", "cifs"),
        ("/mnt/c#\\ \tx/posts", "cifs"),
    ],
)
def test_the_nearest_mount_decides(folder: str, kind: str | None) -> None:
    assert mounts.kind_of_share(MOUNTS, Path(folder)) == kind


def test_this_machine_can_be_asked(tmp_path: Path) -> None:
    assert mounts.remote_file_system(tmp_path) in (None, "9p")
