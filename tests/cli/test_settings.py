"""Whoever hosts Nearer learns in one line which setting is wrong."""

from pathlib import Path

import pytest
from tests.program import Program

from nearer import env
from nearer.env import WrongSetting, read

WRONG = [
    ("NEARER_DATA", "/etc/passwd"),
    ("NEARER_SECRET_FILE", "/etc"),
    ("NEARER_LISTEN", "8000"),
    ("NEARER_LISTEN", "nearer.example:8000"),
    ("NEARER_LISTEN", "127.0.0.1:0"),
    ("NEARER_LISTEN", "127.0.0.1:99999"),
    ("NEARER_ORIGIN", "nearer.example"),
    ("NEARER_ORIGIN", "http://nearer.example"),
    ("NEARER_ORIGIN", "https://nearer.example/"),
    ("NEARER_ORIGIN", "https://ada@nearer.example"),
    ("NEARER_ORIGIN", "https://nearer.example:port"),
    ("NEARER_HOSTS", "*"),
    ("NEARER_HOSTS", "*.nearer.example"),
    ("NEARER_TRUSTED_PROXY", "proxy.nearer.example"),
    ("NEARER_TRUSTED_PROXY", "192.0.2.1/8"),
    ("NEARER_EXIT_TO", "http://weather.example"),
    ("NEARER_EXIT_TO", "https://weather.example/a b"),
    ("NEARER_LANGUAGE", "tlh"),
    ("NEARER_DEVELOPMENT", "true"),
    ("NEARER_WORKERS", "0"),
    ("NEARER_WORKERS", "many"),
    ("NEARER_WORKERS", "65"),
    ("DATABASE_URL", "mysql://nearer@localhost/nearer"),
    ("DATABASE_URL", "postgres://localhost"),
    ("DATABASE_URL_FILE", "/nowhere"),
]


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_it_names_the_variable_and_says_what_it_may_be(name: str, text: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        read({name: text})
    line = str(caught.value)
    assert line.startswith(name.removesuffix("_FILE"))
    assert " It may be " in line
    assert "\n" not in line


def test_it_stops_the_start_with_that_line_and_nothing_else(nearer: Program) -> None:
    ended = nearer.run("serve", NEARER_WORKERS="many")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr == "NEARER_WORKERS cannot be 'many'. It may be a number from 1 to 64.\n"


def test_it_asks_about_a_name_that_is_nearly_a_setting() -> None:
    with pytest.raises(WrongSetting, match=r"Did you mean NEARER_TRUSTED_PROXY\?"):
        read({"NEARER_TRUSTED_PROXIES": "192.0.2.1"})


def test_it_lists_every_setting_for_a_name_that_is_like_none() -> None:
    with pytest.raises(WrongSetting, match=r"NEARER_DATA, NEARER_SECRET_FILE, DATABASE_URL"):
        read({"NEARER_COLOUR": "blue"})


def test_it_leaves_other_programs_variables_alone() -> None:
    assert read({"HOME": "/", "NEAREST": "1"}) == read({})


def test_it_never_shows_a_password() -> None:
    with pytest.raises(WrongSetting) as caught:
        read({"DATABASE_URL": "mysql://ada:geheim@localhost/x"})
    assert "geheim" not in str(caught.value)


def test_it_takes_an_empty_value_for_none() -> None:
    assert read({"NEARER_WORKERS": "", "DATABASE_URL": ""}) == read({})


def test_it_reads_a_secret_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("postgres://nearer:geheim@db/nearer\n", "utf-8")
    assert read({"DATABASE_URL_FILE": str(file)}).database_url.endswith("@db/nearer")


def test_it_does_not_choose_between_a_secret_and_a_file_with_one(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="both set"):
        read({"DATABASE_URL": "postgres://a/b", "DATABASE_URL_FILE": str(tmp_path / "url")})


def test_it_lets_nobody_else_in_without_an_origin() -> None:
    with pytest.raises(WrongSetting, match=r"^NEARER_ORIGIN is missing"):
        read({"NEARER_LISTEN": "0.0.0.0:8000"})


def test_it_keeps_development_on_this_machine() -> None:
    with pytest.raises(WrongSetting, match="NEARER_DEVELOPMENT"):
        read({"NEARER_DEVELOPMENT": "yes", "NEARER_ORIGIN": "https://nearer.example"})


def test_it_says_everything_that_is_wrong_when_asked() -> None:
    lines = env.problems({"NEARER_WORKERS": "0", "NEARER_LANGUAGE": "tlh", "NEARER_X": "1"})
    assert len(lines) == 3


@pytest.mark.parametrize("text", ["https://nearer.example", "https://nearer.example:8443"])
def test_it_takes_an_https_origin_as_it_is(text: str) -> None:
    origin = read({"NEARER_ORIGIN": text}).origin
    assert str(origin) == text
    assert origin.secure
    assert origin.names() == (text,)
    assert origin.passkey_host == "nearer.example"


def test_it_answers_to_each_of_the_machine_s_own_names() -> None:
    origin = read({"NEARER_LISTEN": "127.0.0.1:9000"}).origin
    assert not origin.secure
    assert "http://localhost:9000" in origin.names()
    assert "http://127.0.0.1:9000" in origin.names()
    assert origin.passkey_host == "localhost"


def test_it_listens_on_ipv6_too() -> None:
    listen = read({"NEARER_LISTEN": "[::1]:8000"}).listen
    assert (listen.host, listen.port, str(listen)) == ("::1", 8000, "[::1]:8000")
    assert listen.local


def test_it_believes_named_proxies_and_networks_only() -> None:
    proxies = read({"NEARER_TRUSTED_PROXY": "192.0.2.1, 10.0.0.0/24, 2001:db8::1"}).trusted_proxy
    assert "192.0.2.1" in proxies
    assert "10.0.0.7" in proxies
    assert "::ffff:192.0.2.1" in proxies
    assert "2001:db8::1" in proxies
    assert "10.0.1.7" not in proxies
    assert "unknown" not in proxies
    assert "192.0.2.1" not in read({}).trusted_proxy
