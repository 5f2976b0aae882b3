from reader.ui.chromium import flags


def test_chromium_compiles_no_script_and_asks_nobody() -> None:
    said = flags("")
    assert "--js-flags=--jitless" in said
    assert "--disable-background-networking" in said
    assert '--host-resolver-rules="MAP * ~NOTFOUND"' in said


def test_what_the_user_gave_comes_last_and_so_wins() -> None:
    assert flags("--force-dark-mode").endswith(" --force-dark-mode")
