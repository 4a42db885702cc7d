"""Whatever is uploaded: a finding with a way out, no traceback, little memory, the others read."""

import io
import random
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
import xlwt

from data.importing import child, reading, zips
from data.importing.limits import MAX_COLUMNS, MAX_FILE, MAX_ROWS, Refusal
from data.importing.reading import read
from tests.spreadsheets import ods, ods_cell, with_parts, xlsx, xlsx_of_xml, zipped

GOOD = ("baik.csv", b"a;b\n1;2\n")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refused(name, data):
    """The one reason a file is refused for, a good one beside it being read all the same."""
    sheets, findings = read([(name, data), GOOD])
    assert [sheet.file for sheet in sheets] == ["baik.csv"]
    worst = [finding for finding in findings if finding.severity == "tolak"]
    assert len(worst) == 1
    assert worst[0].suggestion
    assert worst[0].file
    return worst[0].reason


def noted(data, name="a.xlsx"):
    """The reasons a file is to be looked at for, and its rows."""
    sheets, findings = read([(name, data)])
    assert {finding.severity for finding in findings} <= {"periksa"}
    return [finding.reason for finding in findings], sheets[0].rows


def test_what_is_no_spreadsheet_is_named_for_what_it_is():
    assert "0 byte" in refused("a.xlsx", b"")
    assert "PDF" in refused("a.xlsx", b"%PDF-1.7 ...")
    assert "halaman web" in refused("a.xls", b"<html><table><tr><td>1</td></tr></table>")
    assert "bukan buku kerja" in refused("a.xls", OLE + "WordDocument".encode("utf-16-le"))
    assert "bukan buku kerja" in refused("a.xlsx", zipped({"[Content_Types].xml": "<Types/>"}))
    assert "XLSB" in refused("a.xlsb", zipped({"xl/workbook.bin": b"1"}))


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_refused(seed):
    assert "bukan lembar kerja" in refused("a.xlsx", random.Random(seed).randbytes(20_000))


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.99])
def test_a_workbook_cut_short_is_refused(kept):
    whole = xlsx([[1, 2], [3, 4]])
    assert "terpotong" in refused("a.xlsx", whole[: int(len(whole) * kept)])


def test_bytes_changed_anywhere_are_never_a_traceback():
    whole, chance = xlsx([[1, 2], ["x", 4]]), random.Random(1)
    files = []
    for place in range(60):
        changed = bytearray(whole)
        for _ in range(1 + place % 5):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        files.append((f"{place}.xlsx", bytes(changed)))
    sheets, findings = read(files)
    told = {finding.file for finding in findings}
    assert {name for name, _ in files} <= told | {sheet.file for sheet in sheets}


def test_passwords_are_asked_to_be_taken_off():
    assert "kata sandi" in refused("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))
    encrypted = "<manifest><encryption-data/></manifest>"
    assert "kata sandi" in refused("a.ods", ods("", manifest=encrypted))


def test_an_old_workbook_with_a_password_is_refused():
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "x")
    held = io.BytesIO()
    book.save(held)
    # the record INTERFACEHDR (0xE1), its second, becomes FILEPASS (0x2F)
    changed = held.getvalue().replace(struct.pack("<HH", 0xE1, 2), struct.pack("<HH", 0x2F, 2), 1)
    assert "kata sandi" in refused("a.xls", changed)


def test_what_a_workbook_may_not_do_is_left_out_and_told():
    parts = {
        "xl/vbaProject.bin": b"macro",
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/embeddings/oleObject1.bin": b"ole",
    }
    reasons, rows = noted(with_parts(xlsx([["x"]]), parts), "a.xlsm")
    assert rows == [["x"]]
    assert [word in " ".join(reasons) for word in ("makro", "tautan luar", "tertanam")] == [
        True
    ] * 3


def test_macros_of_the_other_kinds_are_told_too():
    row = f"<table:table-row>{ods_cell('x')}</table:table-row>"
    table = f'<table:table table:name="T">{row}</table:table>'
    assert "makro" in noted(with_parts(ods(table), {"Basic/a.xml": "<a/>"}), "a.ods")[0][0]


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
)
INLINE = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&c;</t></is></c></row>'


def test_entities_are_neither_expanded_nor_fetched():
    assert "entitas" in refused("a.xlsx", xlsx_of_xml(INLINE, before=LAUGHS))
    shared = f"{LAUGHS}<sst><si><t>&b;</t></si></sst>"
    assert "entitas" in refused(
        "a.xlsx", with_parts(xlsx([["x"]]), {"xl/sharedStrings.xml": shared})
    )
    assert "entitas" in refused("a.ods", ods("", before=LAUGHS))
    hidden = xlsx_of_xml(INLINE, before=LAUGHS)
    with zipfile.ZipFile(io.BytesIO(hidden)) as archive:
        wide = archive.read("xl/worksheets/sheet1.xml").decode().encode("utf-16")
    assert "UTF-8" in refused("a.xlsx", with_parts(hidden, {"xl/worksheets/sheet1.xml": wide}))


def test_a_cell_at_the_far_end_is_not_the_end_of_memory():
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{0}"><c r="{1}{0}"><v>5</v></c></row>'
    assert "baris" in refused("a.xlsx", xlsx_of_xml(far.format(1_048_576, "XFD")))
    assert "kolom XFD" in refused("a.xlsx", xlsx_of_xml(far.format(9, "XFD")))
    assert "baris" in refused("a.xlsx", xlsx_of_xml(far.format(MAX_ROWS + 1, "B")))
    unseen = far.format(1_048_576, "XFD").replace('r="XFD', 's="0" r="XFD')
    assert "terlalu besar" in refused("a.xlsx", xlsx_of_xml(unseen))


def test_an_error_that_calamine_does_not_know_is_told():
    cells = '<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c></row>'
    assert "#SPILL!" in refused("a.xlsx", xlsx_of_xml(cells))


def test_empty_cells_with_a_format_are_no_cells():
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert noted(xlsx_of_xml(far)) == ([], [[1]])


def test_a_false_dimension_and_an_endless_merged_range_are_cut_to_the_cells():
    whole = xlsx_of_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    assert noted(whole) == ([], [[1, 1], [1, 1]])


def test_an_ods_that_repeats_itself_without_end_is_refused():
    cell = ods_cell("x", 'table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    refused("a.ods", ods(f'<table:table table:name="T">{row}</table:table>'))
    wide = f"<table:table-row>{cell}</table:table-row>"
    assert "kolom" in refused("a.ods", ods(f'<table:table table:name="T">{wide}</table:table>'))


def test_a_bomb_does_not_go_off():
    whole = with_parts(xlsx([["x"]]), {"xl/media/a.bin": bytes(30_000_000)})
    assert "mengembang" in refused("a.xlsx", whole)  # more than 300 to one


def test_what_comes_out_of_all_parts_is_counted_together():
    parts = {f"xl/media/{place}.bin": bytes(600_000) for place in range(3)}
    whole, allowance = with_parts(xlsx([["x"]]), parts), zips.Allowance(1_500_000)
    with pytest.raises(Refusal, match="mengembang"):
        zips.inspected(whole, allowance)


def test_a_declared_size_that_lies_is_not_believed():
    whole = with_parts(xlsx([["x"]]), {"xl/media/a.bin": bytes(5_000_000)})
    lied = whole.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 5))
    assert "rusak" in refused("a.xlsx", lied)


def multiplying():
    """One text of 28.000 letters that 40.000 cells point at."""
    shared = f"<sst><si><t>{'panjang' * 4_000}</t></si></sst>"
    row = '<c t="s"><v>0</v></c>' * 40
    cells = "".join(f'<row r="{place}">{row}</row>' for place in range(1, 1_001))
    return with_parts(xlsx_of_xml(cells), {"xl/sharedStrings.xml": shared})


def test_shared_text_that_multiplies_is_stopped_by_the_memory_limit():
    assert "terlalu besar" in refused("a.xlsx", multiplying())


def test_a_zip_of_too_much_is_refused():
    assert "lebih dari 5.000 berkas" in refused(
        "a.zip", zipped({f"{i}.csv": b"" for i in range(6_000)})
    )
    assert "kosong" in refused("a.zip", zipped({}))
    assert "ZIP di dalam ZIP" in refused("a.zip", zipped({"b.zip": zipped({"a.csv": b"1;2"})}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with zipfile.ZipFile(io.BytesIO(xlsx([["x"]]))) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    twice = [*parts, ("xl/worksheets/sheet1.xml", b"<worksheet/>")]
    assert "bernama sama" in refused("a.xlsx", zipped(twice))


def test_a_bad_member_leaves_the_others_readable():
    deadly = xlsx_of_xml('<row r="1048576"><c s="0" r="XFD1048576"><v>5</v></c></row>')
    parts = {"1.csv": b"a;b", "2.xlsx": deadly, "3.pdf": b"%PDF", "4.csv": b"c;d"}
    sheets, findings = read([("z.zip", zipped(parts)), GOOD])
    assert [sheet.file for sheet in sheets] == ["z.zip › 1.csv", "z.zip › 4.csv", "baik.csv"]
    assert [finding.file for finding in findings] == ["z.zip › 2.xlsx", "z.zip › 3.pdf"]


def test_a_child_that_never_answers_is_ended(monkeypatch):
    monkeypatch.setattr(child, "SECONDS", 0.5)
    asleep = "import sys, time; sys.stdin.read(3); time.sleep(60)"
    monkeypatch.setattr(child, "COMMAND", [child.sys.executable, "-c", asleep])
    _, findings = read([("a.csv", b"1;2")])
    assert "tidak selesai" in findings[0].reason


def test_too_large_a_file_and_too_much_of_all_are_refused_unopened(monkeypatch):
    assert "40 MB" in refused("a.csv", b"1;2\n" * (MAX_FILE // 4 + 1))
    monkeypatch.setattr(reading, "MAX_FILES", len(GOOD[1]))
    sheets, findings = read([GOOD, GOOD])
    assert len(sheets) == 1
    assert "semua berkas" in findings[0].reason


def test_too_many_cells_of_all_files_end_the_import_at_the_file_that_has_them(monkeypatch):
    monkeypatch.setattr(reading, "MAX_CELLS", 5)
    sheets, findings = read([GOOD, ("b.csv", GOOD[1]), ("c.csv", GOOD[1])])
    assert [sheet.file for sheet in sheets] == ["baik.csv"]
    assert [finding.file for finding in findings] == ["b.csv", "c.csv"]


def test_a_csv_of_a_million_rows_a_long_line_or_a_million_columns_is_refused():
    assert "60.000 baris" in refused("a.csv", b"1;2\n" * 1_000_000)
    assert "huruf" in refused("a.csv", b"x" * 20_000_000)
    assert "huruf" in refused("a.csv", b'a;"' + b"x;\n" * 2_000_000)
    assert "kolom" in refused("a.csv", b"1;" * 900_000 + b"1")


def test_a_csv_with_nul_bytes_is_read_without_them_or_refused():
    assert noted(b"Na\0ma;Skor\nTapin;5\n", "a.csv")[1] == [["Nama", "Skor"], ["Tapin", "5"]]
    assert "UTF-16" in refused("a.csv", "Nama;Skor\nTapin;5\n".encode("utf-16-le"))


def test_a_file_without_a_filled_cell_is_refused():
    assert "terisi" in refused("a.xlsx", xlsx([[" "], [""]]))
    assert "terisi" in refused("a.csv", b"\n\n;;\n")


def test_as_many_columns_as_allowed_are_read():
    assert len(read([("a.xlsx", xlsx([list(range(MAX_COLUMNS))]))])[0][0].rows[0]) == MAX_COLUMNS


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/pass\x00wd.csv", "passwd.csv"),
        ("C:\\Users\\x\\data\u202evsc.csv", "datavsc.csv"),
        ("..", "tanpa nama"),
        ("n" * 5_000 + ".csv", "n" * 100 + "…" + "n" * 15 + ".csv"),
    ],
)
def test_names_are_shown_without_tricks(name, shown):
    sheets, _ = read([(name, b"a;b")])
    assert sheets[0].file == shown


@pytest.mark.skipif(not Path("/proc").exists(), reason="reads what it took in /proc")
def test_parent_and_child_together_take_less_than_a_gigabyte(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(multiplying())
    script = (
        "import re, resource, sys; from data.importing.reading import read\n"
        "read([('a.xlsx', open(sys.argv[1], 'rb').read())])\n"
        # ru_maxrss of this very process begins at the size of the test's, which started it.
        "own = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]\n"
        "print(int(own) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "a.xlsx"],
        cwd=child.ROOT, capture_output=True, check=True,
    )  # fmt: skip
    assert int(done.stdout) < 1_000_000  # kB


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for the child in /proc")
def test_a_killed_parent_leaves_no_child_behind():
    script = (
        "import time; from data.importing.child import Child\n"
        "child = Child(); list(child.ask('a.csv', b'1;2', 0))\n"
        "print(child.process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=child.ROOT, stdout=subprocess.PIPE
    ) as parent:
        pid = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 5
    while runs(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not runs(pid)


def runs(pid):
    """Whether a process is there and no mere entry for its parent to take notice of."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False
