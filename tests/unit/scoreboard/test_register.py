"""Reading a register: what it takes, and the sentence for each fault."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

import muctieu
from muctieu.errors import MuctieuError
from muctieu.scoreboard.board import board
from muctieu.scoreboard.reading import read_register

SAMPLE = Path(muctieu.__file__).parent / "sample" / "register"

GOOD = {
    "indicators.csv": """code,name,unit,direction,additive,lower,upper
BHYT,Bảo hiểm y tế,%,up,,0,100
VIEC,Việc làm mới,{lao động},up,yes,0,
""",
    "targets.csv": """id,indicator,comparator,value,value_to,start,horizon,cadence,place
T1,BHYT,ge,95,,2020,2025,end,a
T2,VIEC,between,3000,4000,2020,2025,annual,a
""",
    "observations.csv": """indicator,place,period,value,unit,status,known
BHYT,a,2020,90.5,%,estimated,2020-12-01
BHYT,a,2020,91,%,official,2021-03-01
BHYT,a,2021,92,,,
VIEC,a,2021-Q1,700,,,
""",
    "places.csv": "code,name,parent\na,Phường A,\n",
}


def folder(path: Path, **changes: str) -> Path:
    for name, text in GOOD.items():
        (path / name).write_text(changes.get(name.partition(".")[0], text), encoding="utf-8")
    return path


def test_a_figure_is_as_it_was_known_that_day(tmp_path: Path) -> None:
    register = read_register(folder(tmp_path))
    for day, value in [(date(2020, 12, 31), "90.5"), (date(2021, 3, 1), "91")]:
        assert register.series("BHYT", "a", day).points[-1].value == Decimal(value)
    assert register.series("BHYT", "a", date(2020, 1, 1)).points == ()
    assert register.latest_day == date(2022, 1, 1)


def test_semicolons_decimal_commas_and_a_byte_order_mark(tmp_path: Path) -> None:
    table = "\ufeffindicator;place;period;value;known\nBHYT;a;2021;92,5;15/02/2022\nVIEC;a;2021;1.234.567,5;\n"
    register = read_register(folder(tmp_path, observations=table))
    assert [entry.value for entry in register.observations] == [Decimal("92.5"), Decimal("1234567.5")]
    assert next(iter(register.observations)).known == date(2022, 2, 15)


def test_a_workbook_reads_as_the_folder_does(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, text in GOOD.items():
            sheet = book.add_worksheet(name.partition(".")[0])
            for row, line in enumerate(text.splitlines()):
                for column, cell in enumerate(line.split(",")):
                    try:
                        sheet.write_number(row, column, float(cell))
                    except ValueError:
                        sheet.write_string(row, column, cell)
    read = read_register(path)
    wanted = read_register(folder(tmp_path))
    assert (read.targets, list(read.observations), read.indicators, read.places) == (
        wanted.targets, list(wanted.observations), wanted.indicators, wanted.places,
    )  # fmt: skip


# table, its text, words that the sentence holds
FAULTS = [
    ("observations", "indicator,place,period,value\nBHYT,a,2021-13,92\n", "observations.csv, dòng 2, period"),
    ("observations", "indicator,place,period,value\nBHYT,a,2021-Q5,92\n", "quarters Q1 to Q4"),
    ("observations", "indicator,place,period,value\nBHYT,a,9999,92\n", "the year is too large"),
    ("observations", "indicator,place,period,value\nBHYT,a,2022/2021,92\n", "it runs backwards"),
    (
        "observations",
        "indicator,place,period,value\nBHYT,a,2021,92\nBHYT,a,2021,93\n",
        "the same stands in observations.csv, dòng 2",
    ),
    ("observations", "indicator,place,period,value\nBHYT,a,2021,chín\n", "it is no number"),
    ("observations", "indicator,place,period,value\nBHYT,a,2021,\n", "it is empty"),
    ("observations", "indicator,place,period,value\nGDP,a,2021,92\n", "not in the table indicators"),
    ("observations", "indicator,place,period,value\nBHYT,b,2021,92\n", "not in the table places"),
    ("observations", "indicator,place,period,value,unit\nBHYT,a,2021,92,người\n", "is counted in “%”"),
    ("observations", "indicator,place,period,value,known\nBHYT,a,2021,92,31/02/2022\n", "it is no day"),
    ("observations", "indicator,place,value\nBHYT,a,92\n", "the column period is missing"),
    ("observations", "", "is missing"),
    (
        "targets",
        "id,indicator,comparator,value,value_to,start,horizon\nT,BHYT,between,95,90,2020,2025\n",
        "the upper end is below",
    ),
    ("targets", "id,indicator,value,start,horizon\nT,BHYT,95,2020,20x5\n", "targets.csv, dòng 2, horizon"),
    ("targets", "id,indicator,value,start,horizon\nT,BHYT,95,2025,2020\n", "must come after 2025"),
    ("targets", "id,indicator,value,start,horizon\nT,BHYT,1,2020,2025\nT,BHYT,2,2020,2025\n", "the same stands in"),
    (
        "targets",
        "id,indicator,value,start,horizon,cadence\nT,BHYT,95,2020,2025,daily\n",
        "it must be one of: end, annual, average",
    ),
    ("places", "code,name,weight\na,A,0\n", "a weight must be above 0"),
    ("places", "code,name,end\na,A,2021-07-01\n", "A ended on 2021-07-01, before 2021 was over"),
    ("places", "code,name,start\na,A,2021-07-01\n", "A began on 2021-07-01, after 2020"),
    ("places", "code,name,start,end\na,A,2021-07-01,2020-01-01\n", "the end must come after the start"),
    ("places", "code,name,parent\na,A,z\n", "there is no such unit above"),
    ("places", "code,name,size_population\na,A,-5\n", "places.csv, dòng 2, size_population"),
    ("place_events", "date,kind,from,to,act\n2030-07-01,merge,a,z,NQ 1\n", "place_events.csv, dòng 2, to"),
    ("place_events", "date,kind,from,to,act\n2030-07-01,swap,a,b,NQ 1\n", "it must be one of: merge, split"),
    ("place_events", "date,kind,from,to,act\n,end,a,,NQ 1\n", "place_events.csv, dòng 2, date"),
    ("place_events", "date,kind,from,to,act\n2030-07-01,end,a,,\n", "place_events.csv, dòng 2, act"),
    ("place_events", "date,kind,from,to,act\n2030-07-01,split,a,b,NQ 1\n", "the share that passes is missing"),
    (
        "place_events",
        "date,kind,from,to,act,share_population\n2030-07-01,merge,a,b,NQ 1,0.5\n",
        "a merger takes the whole unit",
    ),
    (
        "place_events",
        "date,kind,from,to,act,share_population\n2030-07-01,split,a,b,NQ 1,0.5\n2030-07-01,split,a,c,NQ 1,0.4\n",
        "the weights must lie between 0 and 1 and sum to exactly 1",
    ),
    ("observations", "indicator,place,period,value,known\nBHYT,a,2021,92,2020-05-01\n", "known before 2021 began"),
    ("observations", "indicator,place,period,value,source,span\nBHYT,a,2021,92,BC,9-3\n", "write 1204-1219"),
    ("indicators", "code,name,unit\nBHYT,,%\nVIEC,v,1\n", "must not be empty"),
]


UNITS = "code,name,start\na,Phường A,\nb,Phường B,2030-07-01\nc,Phường C,2030-07-01\n"


def faulty(path: Path, table: str, text: str) -> Path:
    """The good register with one table at fault; of events also with units for them to happen to."""
    folder(path, **{table: text})
    if table == "place_events":
        (path / "places.csv").write_text(UNITS, encoding="utf-8")
        (path / "place_events.csv").write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("table", "text", "words"), FAULTS)
def test_each_fault_has_its_sentence(table: str, text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(MuctieuError) as caught:
        read_register(faulty(tmp_path, table, text))
    assert words in caught.value.sentence("en")
    assert caught.value.sentence("vi") != caught.value.sentence("en")


def test_files_that_are_no_register(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "b.xlsx").write_bytes(b"PK")
    folder(tmp_path)
    for path, words in [
        (tmp_path / "none", "There is no file"),
        (tmp_path / "a.docx", "is no register"),
        (tmp_path / "b.xlsx", "damaged"),
    ]:
        with pytest.raises(MuctieuError) as caught:
            read_register(path)
        assert words in caught.value.sentence("en")
    (tmp_path / "targets.csv").write_bytes("id,chỉ tiêu".encode("cp1258", "ignore") + b"\xff\xfe")
    with pytest.raises(MuctieuError, match="UTF-8"):
        read_register(tmp_path)
    (tmp_path / "targets.csv").unlink()
    with pytest.raises(MuctieuError, match="There is no file"):
        read_register(tmp_path)


def test_the_sample_is_whole_and_says_what_is_invented() -> None:
    register = read_register(SAMPLE)
    assert len([target for target in register.targets if target.horizon == 2025 and target.place == "mong-cai"]) == 26
    assert len([target for target in register.targets if target.horizon == 2020]) == 11
    assert {entry.source.words for entry in register.observations} == {
        "minh họa",
        "Báo cáo chính trị Đại hội Đảng bộ thành phố năm 2020",
    }
    shares = [register.series(code, "mong-cai", date.max).points for code in ("DICH_VU", "CONG_NGHIEP", "NONG_NGHIEP")]
    assert [sum(point.value for point in year) for year in zip(*shares, strict=True)] == [Decimal(100)] * 10


def test_a_board_of_places_that_are_not_there() -> None:
    register = read_register(SAMPLE)
    made = board(register, register.latest_day, ["hai-xuan"])
    assert [one.target.id for one in made.standings] == ["X1"]
    with pytest.raises(MuctieuError, match="has no such place"):
        board(register, register.latest_day, ["ha-long"])
