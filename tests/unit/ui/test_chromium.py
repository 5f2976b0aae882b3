from reader.ui.chromium import flags


def test_chromium_compiles_no_script_and_asks_nobody() -> None:
    said = flags("")
    assert "--js-flags=--jitless" in said
    assert "--disable-background-networking" in said
    assert '--host-resolver-rules="MAP * ~NOTFOUND"' in said


def test_chromium_is_told_of_scripts_once() -> None:
    assert flags("").count("--js-flags") == 1  # of two, the second would be all it heard


def test_what_the_user_gave_comes_last_and_so_wins() -> None:
    assert flags("--force-dark-mode").endswith(" --force-dark-mode")
