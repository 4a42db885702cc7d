"""Who may write: the lists, this machine, and what a reader is told."""

import getpass
import re
import tomllib
from pathlib import Path
from secrets import token_hex

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import access, secrets_file, words, writer
from pages.parts.editors import EVERY, Editors, SettingsError, editor_codes, read
from pages.parts.same_machine import same_machine
from pages.parts.writer import Writer

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
CODES = {"6303", "6310"}
LISTS = Editors({
    "6310": frozenset({"@tanahbumbu.go.id", "inovasi@contoh.go.id"}),
    "6303": frozenset({"inovasi@contoh.go.id"}),
    EVERY: frozenset({"brida@kalsel.go.id"}),
})  # fmt: skip
AUTH = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "banua"
client_secret = "rahasia"
server_metadata_url = "http://127.0.0.1:9/.well-known/openid-configuration"
"""
EDITORS = '[editors]\n"6310" = ["@tanahbumbu.go.id"]\n'
HERE = [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")]
EDITOR = {"is_logged_in": True, "email": "Perencana@TanahBumbu.go.id", "email_verified": True}


@pytest.mark.parametrize(
    ("email", "codes"),
    [
        ("perencana@tanahbumbu.go.id", {"6310"}),
        ("Perencana@TanahBumbu.GO.ID", {"6310"}),
        ("inovasi@contoh.go.id", {"6303", "6310"}),
        ("lain@contoh.go.id", set()),
        ("brida@kalsel.go.id", None),
    ],
)
def test_an_address_or_its_domain_opens_the_regencies_it_stands_under(email, codes):
    assert editor_codes(email, LISTS) == codes


@pytest.mark.parametrize(
    "email",
    [
        "x@evil-tanahbumbu.go.id",
        "x@sub.tanahbumbu.go.id",
        "x@tanahbumbu.go.id.evil.com",
        "x@evil.com@tanahbumbu.go.id",
        "x@tanahbumbu.go.id@evil.com",
        "@tanahbumbu.go.id",
        "x y@tanahbumbu.go.id",
        " x@tanahbumbu.go.id",
        "x@tanahbumbu.go.id\n",
        "x@tanahbumbu.go.id.",
        '"x@evil.com "@tanahbumbu.go.id',
        "x\uff20tanahbumbu.go.id",  # full width
        "in\u043evasi@contoh.go.id",  # Cyrillic
        "x@tanahbumbu.go.\u0131d",
        "brida@\u212aalsel.go.id",  # the sign of Kelvin, a k in lower case
        "brida@kal\u017fel.go.id",
        f"{'x' * 300}@tanahbumbu.go.id",
        EVERY,
        "",
        None,
        True,
        ["brida@kalsel.go.id"],
    ],
)
def test_an_address_that_only_looks_listed_opens_nothing(email):
    assert editor_codes(email, LISTS) == frozenset()


def test_the_lists_are_read_whatever_their_case_and_an_empty_one_admits_nobody():
    lists = read({"6310": ["@Contoh.GO.ID"], "6303": []}, CODES)
    assert editor_codes("a@contoh.go.id", lists) == {"6310"}
    assert not lists.trusting


@pytest.mark.parametrize(
    ("table", "place"),
    [
        (None, "[editors]"),
        (["a@b.id"], "[editors]"),
        ({"9999": ["a@b.id"]}, "[editors] 9999"),
        ({"nasional": ["a@b.id"]}, "[editors] nasional"),
        ({"6310": "a@b.id"}, "[editors] 6310"),
        ({"6310": ["a@b.id", "contoh.go.id"]}, "[editors] 6310"),
        ({"6310": ["*@contoh.go.id"], "6303": ["@id"]}, "[editors] 6303"),
        ({"6310": ["a@b@c.id"]}, "[editors] 6310"),
        ({"6310": ["@a@c.id"]}, "[editors] 6310"),
        ({"6310": ["@"]}, "[editors] 6310"),
        ({"6310": [63]}, "[editors] 6310"),
        ({"6310": [], "percaya_tanpa_verifikasi": "ya"}, "[editors] percaya_tanpa_verifikasi"),
    ],
)
def test_a_slip_in_the_lists_is_named_without_telling_whom_they_hold(table, place):
    with pytest.raises(SettingsError, match=r"Perbaikan: ") as told:
        read(table, CODES)
    assert told.value.place == place
    assert "b.id" not in str(told.value)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.53", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:80", "LOCALHOST"])
def test_a_browser_here_that_asked_this_machine_by_its_name_may_write(address, host):
    origin = f"http://{host}"
    assert same_machine(address, [("host", host), ("origin", origin), ("User-Agent", "peramban")])


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.5",
        "::ffff:10.0.0.5",
        "0.0.0.0",
        "::",
        "2001:db8::1",
        "localhost",
        "",
        None,
        object(),
    ],
)
def test_from_elsewhere_or_without_a_connection_one_reads(address):
    assert not same_machine(address, HERE)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("inovasi.contoh.id", "http://inovasi.contoh.id"),  # a foreign name that leads here
        ("127.0.0.1:8501", "https://inovasi.contoh.id"),  # a proxy that rewrites Host
        ("localhost:8501", "http://localhost:3000"),  # another program's page
        ("localhost:8501", "null"),
        ("localhost.contoh.id", "http://localhost.contoh.id"),
        ("x.localhost", "http://x.localhost"),
        ("localhost@contoh.id", "http://localhost@contoh.id"),
        ("127.0.0.1.contoh.id", "http://127.0.0.1.contoh.id"),
        ("localhost\n", "http://localhost\n"),
        ("", "http://"),
    ],
)
def test_a_foreign_name_or_a_foreign_page_only_reads(host, origin):
    assert not same_machine("127.0.0.1", [("Host", host), ("Origin", origin)])


@pytest.mark.parametrize(
    "headers",
    [
        [],
        HERE[:1],
        HERE[1:],
        [*HERE, ("Host", "localhost:8501")],
        [*HERE, ("Origin", "http://contoh.id")],
        [*HERE, ("X-Forwarded-For", "127.0.0.1")],
        [*HERE, ("x-forwarded-host", "")],
        [*HERE, ("Forwarded", "for=127.0.0.1")],
        [*HERE, ("X-Real-IP", "::1")],
        [*HERE, ("Via", "1.1 perantara")],
    ],
)
def test_a_missing_or_doubled_name_and_any_mark_of_a_proxy_make_a_reader(headers):
    assert not same_machine("127.0.0.1", headers)


def test_a_writer_may_write_for_its_own_regencies_and_the_province_for_all():
    assert Writer("a@b.id", frozenset({"6310"})).may("6310")
    assert not Writer("a@b.id", frozenset({"6310"})).may("6303")
    assert not Writer("a@b.id", frozenset({"6310"})).may(None)
    assert Writer("brida@b.id", None).may("6303")
    assert Writer("brida@b.id", None).may(None)


@pytest.fixture
def secrets(monkeypatch, tmp_path, published):
    """A secrets.toml of the test's own, not written yet."""
    file = tmp_path / "secrets.toml"
    monkeypatch.setattr(secrets_file, "files", lambda: (str(file),))
    return file


def sign_in(monkeypatch, **claims) -> None:
    monkeypatch.setattr(writer, "claims", lambda: EDITOR | claims)


def test_without_sign_in_this_machine_writes_under_its_user_s_name(secrets, monkeypatch):
    monkeypatch.setattr(writer, "client", lambda: ("127.0.0.1", HERE))
    assert writer.current() == Writer(f"{getpass.getuser()} (komputer ini)", None)
    assert writer.reason() == ""


def test_a_machine_without_a_user_s_name_still_writes(secrets, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr(writer, "client", lambda: ("::1", HERE))
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert writer.current() == Writer("komputer ini", None)


def test_without_sign_in_anybody_else_reads_and_is_told_the_ways(secrets, monkeypatch):
    monkeypatch.setattr(writer, "client", lambda: ("10.0.0.5", HERE))
    assert writer.current() is None
    assert "komputer tempat aplikasi ini berjalan" in writer.reason()


def test_with_sign_in_this_machine_has_no_privilege(secrets, monkeypatch):
    secrets.write_text(AUTH + EDITORS)
    monkeypatch.setattr(writer, "client", lambda: ("127.0.0.1", HERE))
    assert writer.current() is None
    assert "Masuk" in writer.reason()


def test_a_listed_and_verified_address_writes_for_its_regency_only(secrets, monkeypatch):
    secrets.write_text(AUTH + EDITORS)
    sign_in(monkeypatch)
    assert writer.current() == Writer("perencana@tanahbumbu.go.id", frozenset({"6310"}))
    assert writer.reason().endswith("hanya dapat menulis untuk Tanah Bumbu.")


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"is_logged_in": False}, "Tekan **Masuk**"),
        ({"is_logged_in": "true"}, "Tekan **Masuk**"),
        ({"email": r"orang@lain.id"}, r"orang@lain\.id, tetapi alamat itu tidak terdaftar"),
        ({"email_verified": False}, "tidak menyatakan alamat itu terverifikasi"),
        ({"email_verified": None}, "tidak menyatakan alamat itu terverifikasi"),
        ({"email_verified": 1}, "tidak menyatakan alamat itu terverifikasi"),
        ({"email": None}, "tidak membawa alamat surel"),
        ({"email": "<b>a</b>@tanahbumbu.go.id"}, "tidak membawa alamat surel"),
    ],
)
def test_anybody_else_reads_and_is_told_why(secrets, monkeypatch, claims, told):
    secrets.write_text(AUTH + EDITORS)
    sign_in(monkeypatch, **claims)
    assert writer.current() is None
    assert told in writer.reason().replace(words.JOINER, "")


def test_a_provider_that_verifies_nothing_can_be_trusted_on_purpose(secrets, monkeypatch):
    secrets.write_text(AUTH + EDITORS + "percaya_tanpa_verifikasi = true\n")
    sign_in(monkeypatch, email_verified=None)
    assert writer.current() is not None


def test_a_right_taken_away_is_gone_at_once_also_after_a_slip_in_the_file(secrets, monkeypatch):
    sign_in(monkeypatch)
    for text, writes in [
        (AUTH + EDITORS, True),
        (AUTH + "[editors", False),
        (AUTH + EDITORS, True),
        (AUTH + '[editors]\n"6310" = []\n', False),
    ]:
        secrets.write_text(text)
        assert (writer.current() is not None) == writes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (AUTH, "[editors]: tabel penulis tidak ada"),
        (EDITORS, "[auth]: tabel ini tidak ada"),
        ("[auth]\n[editors]\n", "[auth] redirect_uri: belum diisi"),
        ('auth = "ya"\n' + EDITORS, "[auth]: tabel ini tidak ada"),
        (AUTH.replace('client_id = "banua"', "") + EDITORS, "[auth] client_id: belum diisi"),
        (AUTH.replace('"banua"', "7") + EDITORS, "[auth] client_id: belum diisi"),
        (AUTH.replace("0123456789abcdef", "x") + EDITORS, "cookie_secret: terlalu pendek"),
        (AUTH.replace("/oauth2callback", "/") + EDITORS, "redirect_uri: salah"),
        (AUTH + '[editors]\n"9999" = []\n', "[editors] 9999: kode daerah ini tidak dikenal"),
        (AUTH + "[editors]\n6310", "seluruh berkas: tidak dapat dibaca"),
        (AUTH + AUTH, "seluruh berkas: tidak dapat dibaca"),
    ],
)
def test_broken_settings_make_everybody_a_reader_and_name_the_place(
    secrets, monkeypatch, text, told
):
    secrets.write_text(text)
    sign_in(monkeypatch)
    monkeypatch.setattr(writer, "client", lambda: ("127.0.0.1", HERE))
    assert writer.current() is None
    assert told in writer.reason().replace("\\", "")
    assert "rahasia" not in writer.reason()


def test_settings_in_another_encoding_are_named_too(secrets):
    secrets.write_bytes(AUTH.encode("utf-16"))
    assert "tidak dapat dibaca" in writer.reason()


def test_settings_that_vanish_do_not_open_the_book_to_this_machine(secrets, monkeypatch):
    monkeypatch.setattr(writer, "client", lambda: ("127.0.0.1", HERE))
    secrets.write_text(AUTH + EDITORS)
    assert writer.current() is None
    secrets.unlink()
    assert writer.current() is None
    assert "hilang sejak server dimulai" in writer.reason()


def drawn() -> None:
    from pages.parts import writer

    writer.sign_in_out()


@pytest.mark.parametrize(
    ("text", "claims", "label", "disabled"),
    [
        (AUTH + EDITORS, {"is_logged_in": False}, "Masuk", False),
        (AUTH, {"is_logged_in": False}, "Masuk", False),
        (AUTH + EDITORS, {}, r"Keluar (Perencana@TanahBumbu\.go\.id)", False),
        ("[auth]\n", {"is_logged_in": False}, "Masuk", True),
        ("[auth]\n", {"email": None}, "Keluar (tanpa alamat)", False),
        ("[auth", {}, "Masuk", True),
    ],
)
def test_the_button_says_what_it_does(secrets, monkeypatch, text, claims, label, disabled):
    secrets.write_text(text)
    sign_in(monkeypatch, **claims)
    button = AppTest.from_function(drawn).run().button[0]
    shown = button.label.replace(words.JOINER, "")
    assert (shown, button.disabled) == (label, disabled)
    assert ("Perbaikan" in button.help) == disabled


def test_without_sign_in_there_is_no_button(secrets):
    assert not AppTest.from_function(drawn).run().button


def test_a_server_that_does_not_know_the_settings_yet_says_so(secrets, monkeypatch):
    secrets.write_text(AUTH + EDITORS)
    sign_in(monkeypatch, is_logged_in=False)
    app = AppTest.from_function(drawn).run()
    app.button(key="sign_in").click().run()
    assert "memulai ulang server" in app.error[0].value
    assert not app.exception


def test_a_test_without_a_browser_is_a_reader(secrets):
    def told() -> None:
        import streamlit as st

        from pages.parts import writer

        st.text(f"{writer.client()[1]} {writer.current()}")

    assert AppTest.from_function(told).run().text[0].value == "[] None"


def test_the_example_of_the_readme_is_read_and_wants_only_its_secrets_filled_in():
    example = tomllib.loads(re.search(r"```toml\n(.*?)```", README, re.S)[1])
    assert editor_codes("siapa@tanahbumbukab.go.id", read(example["editors"], CODES)) == {"6310"}
    with pytest.raises(SettingsError, match="cookie_secret: belum diisi"):
        secrets_file.check(example["auth"])
    own = {"cookie_secret": token_hex(), "client_id": "a", "client_secret": "b"}
    secrets_file.check(example["auth"] | own)


def test_every_regency_can_have_editors(published):
    codes = set(access.ask_first("regencies")["code"])
    assert read({code: ["@contoh.go.id"] for code in codes}, codes).lists.keys() == codes
