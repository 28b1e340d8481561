"""Plant one slip in each of many consistent reports and see what the audit finds.

    python benchmarks/planted_slips.py [--reports 1000] [--first-seed 1] [--show 5] [--dump SEED]

Every report is made from its seed number alone: sentences of many shapes, a table of targets and results, a table of parts, an assessment that repeats figures.
All its figures fit. Then one slip is planted (digits swapped, percent of the wrong base, a fall written as a rise, a total that was not brought up to date, a
count off by one) and the text goes the whole way: text → reading → audit. Counted: how often the slip is found (an error or a warning that rests on the figure), how
often the figure named as likely wrong is the planted one, and how often a clean report gives any error or warning.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import muctieu
from muctieu.audit import audit

PLACES = [
    "huyện Lâm Sơn",
    "thành phố An Hải",
    "thị xã Bình Phước Tây",
    "tỉnh Trường Giang",
    "huyện Yên Thủy",
    "thành phố Hà Phong",
]
MONEY = [
    "Tổng thu ngân sách nhà nước trên địa bàn",
    "Tổng vốn đầu tư toàn xã hội",
    "Giá trị sản xuất công nghiệp",
    "Tổng mức bán lẻ hàng hóa",
    "Doanh thu du lịch",
    "Giá trị sản xuất nông nghiệp",
    "Doanh thu vận tải",
    "Dư nợ tín dụng",
    "Kinh phí khoa học và công nghệ",
    "Giá trị xây dựng",
]
COUNTS = [
    ("Số doanh nghiệp thành lập mới", "doanh nghiệp"),
    ("Số lao động được tạo việc làm", "lao động"),
    ("Số hợp tác xã hoạt động", "hợp tác xã"),
    ("Số đảng viên mới kết nạp", "đảng viên"),
    ("Số vụ tai nạn giao thông", "vụ"),
    ("Số ca mắc sốt xuất huyết", "ca"),
    ("Số hộ thoát nghèo", "hộ"),
]
AMOUNTS = [
    ("Sản lượng thủy sản", "tấn"),
    ("Diện tích rừng trồng mới", "ha"),
    ("Sản lượng lương thực có hạt", "tấn"),
    ("Diện tích gieo trồng", "ha"),
    ("Sản lượng thịt hơi", "tấn"),
    ("Diện tích cây ăn quả", "ha"),
]
SHARES = [
    "tỷ lệ người dân tham gia bảo hiểm y tế",
    "tỷ lệ lao động qua đào tạo",
    "tỷ lệ che phủ rừng",
    "tỷ lệ hộ dùng nước sạch",
    "tỷ lệ chất thải rắn được thu gom",
    "tỷ lệ trẻ em đi mẫu giáo",
    "tỷ lệ đô thị hóa",
    "tỷ lệ hồ sơ trực tuyến",
]
PARTS = [
    ("Tổng chi ngân sách", ["chi đầu tư phát triển", "chi thường xuyên", "chi chương trình mục tiêu", "chi khác"]),
    (
        "Tổng nguồn lực xây dựng nông thôn mới",
        ["ngân sách trung ương", "ngân sách tỉnh", "vốn lồng ghép", "nhân dân đóng góp"],
    ),
    ("Tổng vốn giải ngân", ["vốn trong nước", "vốn vay", "vốn viện trợ", "vốn khác"]),
]
COUNT_PARTS = [
    ("sản phẩm", "Toàn địa bàn có", "sản phẩm OCOP", ["sản phẩm 3 sao", "sản phẩm 4 sao", "sản phẩm 5 sao"]),
    ("cuộc", "Đã tiến hành", "cuộc thanh tra", ["cuộc về đất đai", "cuộc về tài chính", "cuộc về xây dựng"]),
    ("cơ sở", "Ngành y tế kiểm tra", "cơ sở", ["cơ sở sản xuất", "cơ sở kinh doanh", "cơ sở dịch vụ ăn uống"]),
]
NOUNS = [
    ("trường", "đạt chuẩn quốc gia"),
    ("xã", "đạt chuẩn nông thôn mới"),
    ("thôn", "đạt danh hiệu văn hóa"),
    ("trạm y tế", "có bác sĩ làm việc"),
]


class Pool(random.Random):
    """A random source that gives each name of a list once in a report, so that no two statements speak of one indicator unless they mean to."""

    def fresh(self, names: list) -> object:
        used = self.__dict__.setdefault("used", set())
        chosen = self.choice([name for name in names if name not in used])
        used.add(chosen)
        return chosen


def written(value: Decimal, places: int) -> str:
    """A number as Vietnamese reports write it."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def rounded(value: Decimal | float, places: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass
class Number:
    """A figure of the report: its value and decimal places; `sign_words` are the words before it, for a rise and for a fall."""

    value: Decimal
    places: int = 0
    sign_words: tuple[str, str] | None = None
    pad: bool = False

    def text(self) -> str:
        if self.sign_words is not None:
            return f"{self.sign_words[0] if self.value >= 0 else self.sign_words[1]} {written(abs(self.value), self.places)}"
        plain = written(self.value, self.places)
        return "0" + plain if self.pad and self.value < 10 else plain


@dataclass
class Block:
    """Figures that belong together: pieces of text and numbers, how they must fit, and which slips may hit which of them."""

    pieces: list[str | Number]
    fits: Callable[[], bool]
    slips: list[tuple[str, Number, Decimal]] = field(default_factory=list)


def percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    return rounded(part * 100 / whole, places)


def near(stated: Number, expected: Decimal) -> bool:
    """Does it round to what is stated, with room for the roundings of what it was computed from?"""
    return abs(stated.value - expected) <= Decimal("1.3") * Decimal(1).scaleb(-stated.places)


def growth_block(rng: Pool, year: int) -> Block:
    name = rng.fresh(MONEY)
    basis = Number(rounded(rng.uniform(400, 30000), rng.choice([0, 1])), 0)
    basis.places = -basis.value.as_tuple().exponent
    value = Number(rounded(float(basis.value) * rng.uniform(0.82, 1.35), basis.places), basis.places)
    growth = Number(rounded((value.value / basis.value - 1) * 100, 1), 1, ("tăng", "giảm"))
    shapes = [
        [f"{name} năm {year} đạt ", value, " tỷ đồng, ", growth, f"% so với năm {year - 1} (", basis, " tỷ đồng)."],
        [
            f"Năm {year}, {name.lower()} ước đạt ",
            value,
            f" tỷ đồng (năm {year - 1} là ",
            basis,
            " tỷ đồng), ",
            growth,
            "%.",
        ],
        [f"{name} từ ", basis, f" tỷ đồng năm {year - 1} lên ", value, f" tỷ đồng năm {year}, ", growth, "%."],
    ]
    if value.value < basis.value:
        shapes.pop()
    elif growth.value > 0:
        shapes.pop(1)
    slips = [("swapped", n, n.value) for n in (value, basis, growth)]
    wrong = (1 - basis.value / value.value) * 100
    if abs(wrong - growth.value) > Decimal("0.4"):
        slips.append(("wrong base", growth, rounded(wrong, 1)))
    if growth.value < Decimal("-0.5"):
        slips.append(("lost minus", growth, -growth.value))
    return Block(rng.choice(shapes), lambda: near(growth, (value.value / basis.value - 1) * 100), slips)


def change_block(rng: Pool, year: int) -> Block:
    name, noun = rng.fresh(COUNTS)
    basis = Number(Decimal(rng.randint(60, 900)))
    value = Number(Decimal(max(20, round(float(basis.value) * rng.uniform(0.6, 1.5)))))
    if value.value == basis.value:
        value.value += 7
    change = Number(value.value - basis.value, 0, ("tăng", "giảm"))
    growth = Number(rounded((value.value / basis.value - 1) * 100, 1), 1, ("tăng", "giảm"))
    pieces = [
        f"{name} năm {year} là ",
        value,
        f" {noun}, ",
        change,
        f" {noun} (",
        growth,
        f"%) so với năm {year - 1} (",
        basis,
        f" {noun}).",
    ]
    growth.sign_words = None
    growth.value = abs(growth.value)
    slips = [("swapped", n, n.value) for n in (value, basis)] + [("off by one", change, change.value + 1)]
    return Block(
        pieces,
        lambda: value.value - basis.value == change.value and near(growth, abs(value.value / basis.value - 1) * 100),
        slips,
    )


def average_block(rng: Pool, year: int) -> Block:
    name, noun = rng.fresh(AMOUNTS)
    steps = rng.choice([3, 4, 5])
    basis = Number(Decimal(rng.randint(2000, 60000)))
    rate = rng.uniform(0.03, 0.16)
    value = Number(rounded(float(basis.value) * (1 + rate) ** steps, 0))
    mean = Number(rounded(((float(value.value / basis.value)) ** (1 / steps) - 1) * 100, 1), 1)
    pieces = [
        f"{name} tăng từ ",
        basis,
        f" {noun} năm {year - steps} lên ",
        value,
        f" {noun} năm {year}, bình quân tăng ",
        mean,
        "%/năm.",
    ]
    wrong = rounded((value.value / basis.value - 1) * 100 / steps, 1)
    slips = [("swapped", n, n.value) for n in (value, basis)]
    if abs(wrong - mean.value) > Decimal("0.25"):
        slips.append(("wrong base", mean, wrong))
    return Block(
        pieces, lambda: near(mean, Decimal(str(((float(value.value / basis.value)) ** (1 / steps) - 1) * 100))), slips
    )


def ratio_block(rng: Pool, year: int) -> Block:
    noun, what = rng.fresh(NOUNS)
    whole = Number(Decimal(rng.randint(40, 400)))
    part = Number(Decimal(rng.randint(15, int(whole.value) - 3)))
    share = Number(percent(part.value, whole.value, 1), 1)
    cue = rng.choice([", đạt tỷ lệ ", " (tỷ lệ ", " (", ", chiếm "])
    pieces = ["Có ", part, "/", whole, f" {noun} {what}{cue}", share, "%)." if "(" in cue else "%."]
    wrong = percent(part.value, whole.value + rng.randint(5, 20), 1)
    slips = [("swapped", n, n.value) for n in (share, part)] + [("wrong base", share, wrong)]
    return Block(pieces, lambda: near(share, part.value * 100 / whole.value) and part.value <= whole.value, slips)


def files_block(rng: Pool, year: int) -> Block:
    whole = Number(Decimal(rng.randint(2000, 90000)))
    part = Number(rounded(float(whole.value) * rng.uniform(0.6, 0.995), 0))
    share = Number(percent(part.value, whole.value, 2), 2)
    pieces = ["Bộ phận một cửa tiếp nhận ", whole, " hồ sơ, đã giải quyết ", part, " hồ sơ, đạt ", share, "%."]
    slips = [("swapped", n, n.value) for n in (whole, part, share)]
    return Block(pieces, lambda: near(share, part.value * 100 / whole.value) and part.value <= whole.value, slips)


def shares_block(rng: Pool, year: int) -> Block:
    a, b = rng.randint(250, 550), rng.randint(200, 400)
    numbers = [Number(Decimal(x) / 10, 1) for x in (a, b, 1000 - a - b)]
    names = rng.choice(
        [
            ["dịch vụ", "công nghiệp - xây dựng", "nông, lâm, thủy sản"],
            ["trồng trọt", "chăn nuôi", "lâm nghiệp và dịch vụ"],
        ]
    )
    head = "Cơ cấu kinh tế" if names[0] == "dịch vụ" else "Cơ cấu ngành nông nghiệp"
    pieces = [
        f"{head} năm {year}: {names[0]} chiếm ",
        numbers[0],
        f"%, {names[1]} ",
        numbers[1],
        f"%, {names[2]} ",
        numbers[2],
        "%.",
    ]
    slips = [("swapped", n, n.value) for n in numbers]
    return Block(pieces, lambda: abs(sum(n.value for n in numbers) - 100) < Decimal("0.16"), slips)


def parts_block(rng: Pool, year: int) -> Block:
    name, kinds = PARTS[rng.fresh([0, 1, 2])]
    places = rng.choice([0, 1])
    chosen = kinds[: rng.randint(3, 4)]
    parts = [Number(rounded(rng.uniform(80, 4000), places), places) for _ in chosen]
    total = Number(sum((p.value for p in parts), Decimal(0)), places)
    cue = rng.choice([" tỷ đồng, gồm: ", " tỷ đồng, bao gồm ", " tỷ đồng ("])
    pieces: list[str | Number] = [f"{name} năm {year} đạt ", total, cue]
    for at, (kind, part) in enumerate(zip(chosen, parts, strict=True)):
        pieces += [f"{kind} ", part, " tỷ đồng" + (", " if at < len(parts) - 1 else ")." if "(" in cue else ".")]
    stale = total.value - rounded(float(parts[0].value) * rng.uniform(0.05, 0.2) + 2, places)
    slips = [("swapped", n, n.value) for n in (total, *parts)] + [("stale total", total, stale)] * 2
    return Block(
        pieces,
        lambda: abs(sum(p.value for p in parts) - total.value) <= Decimal("0.6").scaleb(-places) * (len(parts) + 1),
        slips,
    )


def counts_block(rng: Pool, year: int) -> Block:
    _noun, verb, what, kinds = COUNT_PARTS[rng.fresh([10, 11, 12]) - 10]
    parts = [Number(Decimal(rng.randint(3, 180)), pad=True) for _ in kinds]
    total = Number(sum((p.value for p in parts), Decimal(0)))
    pieces: list[str | Number] = [f"{verb} ", total, f" {what}, gồm "]
    for at, (kind, part) in enumerate(zip(kinds, parts, strict=True)):
        pieces += [part, f" {kind}" + (", " if at < len(parts) - 2 else " và " if at < len(parts) - 1 else ".")]
    slips = [
        ("off by one", total, total.value + rng.choice([1, -1])),
        ("swapped", total, total.value),
        ("stale total", total, total.value - 12),
    ]
    return Block(pieces, lambda: sum(p.value for p in parts) == total.value, slips)


def points_block(rng: Pool, year: int) -> Block:
    basis, fall = rounded(rng.uniform(3, 12), 2), rounded(rng.uniform(0.4, 2.6), 2)
    first, last, change = Number(basis, 2), Number(basis - fall, 2), Number(fall, 2)
    pieces = [
        "Tỷ lệ hộ nghèo giảm từ ",
        first,
        f"% năm {year - 1} xuống còn ",
        last,
        f"% năm {year}, giảm ",
        change,
        " điểm phần trăm.",
    ]
    slips = [("swapped", n, n.value) for n in (first, last, change)]
    return Block(pieces, lambda: abs(first.value - last.value - change.value) <= Decimal("0.02"), slips)


def gap_block(rng: Pool, year: int) -> Block:
    share = rng.fresh(SHARES)
    target, result = rounded(rng.uniform(60, 90), 1), rounded(rng.uniform(0.3, 6), 1)
    goal, reached, gap = Number(target, 1), Number(target + result, 1), Number(result, 1)
    name = share[:1].upper() + share[1:]
    pieces = [f"{name} năm {year} đạt ", reached, "%, vượt ", gap, " điểm phần trăm so với kế hoạch (", goal, "%)."]
    slips = [("swapped", n, n.value) for n in (goal, reached, gap)]
    return Block(pieces, lambda: abs(reached.value - goal.value - gap.value) <= Decimal("0.2"), slips)


def plan_block(rng: Pool, year: int) -> Block:
    name, noun = rng.fresh(AMOUNTS)
    plan = Number(Decimal(rng.randint(300, 9000)))
    result = Number(rounded(float(plan.value) * rng.uniform(0.8, 1.2), 0))
    rate = Number(percent(result.value, plan.value, 1), 1)
    pieces = [f"{name} năm {year} đạt ", result, f" {noun}, bằng ", rate, "% kế hoạch (", plan, f" {noun})."]
    wrong = percent(plan.value, result.value, 1)
    slips = [("swapped", n, n.value) for n in (plan, result, rate)]
    if abs(wrong - rate.value) > 1:
        slips.append(("wrong base", rate, wrong))
    return Block(pieces, lambda: near(rate, result.value * 100 / plan.value), slips)


def multiple_block(rng: Pool, year: int) -> Block:
    basis = Number(Decimal(rng.randint(40, 900)))
    value = Number(rounded(float(basis.value) * rng.uniform(1.6, 6), 0))
    times = Number(rounded(value.value / basis.value, 1), 1)
    pieces = [
        f"Lượng khách quốc tế năm {year} đạt ",
        value,
        " nghìn lượt người, gấp ",
        times,
        f" lần năm {year - 1} (",
        basis,
        " nghìn lượt người).",
    ]
    slips = [("swapped", n, n.value) for n in (value, basis)]
    return Block(pieces, lambda: abs(times.value - value.value / basis.value) <= Decimal("0.07"), slips)


def tally_block(rng: Pool, year: int) -> Block:
    parts = [Number(Decimal(rng.randint(2, 12)), pad=True) for _ in range(3)]
    total = Number(sum((p.value for p in parts), Decimal(0)))
    words = ["chỉ tiêu vượt kế hoạch", "chỉ tiêu đạt kế hoạch", "chỉ tiêu không đạt kế hoạch"]
    pieces: list[str | Number] = [
        rng.choice(["Trong ", "Trong tổng số "]),
        total,
        " chỉ tiêu chủ yếu, có ",
        parts[0],
        f" {words[0]}, ",
    ]
    pieces += [parts[1], f" {words[1]} và ", parts[2], f" {words[2]}."]
    slips = [("off by one", total, total.value + rng.choice([1, -1])), ("off by one", parts[1], parts[1].value + 1)]
    return Block(pieces, lambda: sum(p.value for p in parts) == total.value, slips)


def result_table(rng: Pool, year: int) -> Block:
    """A table of plan, result, and the two rates; with a total of two parts."""
    pieces: list[str | Number] = [f"Biểu 1. Các chỉ tiêu chủ yếu năm {year}\n"]
    pieces.append(
        f"TT\tChỉ tiêu\tĐơn vị tính\tThực hiện {year - 1}\tKế hoạch {year}\tThực hiện {year}\t% so với kế hoạch\t% so với cùng kỳ\n"
    )
    slips: list[tuple[str, Number, Decimal]] = []
    rows: list[tuple[Number, Number, Number, Number, Number]] = []
    names = [(rng.fresh(MONEY), "tỷ đồng") for _ in range(3)] + [rng.fresh(AMOUNTS)]
    for at, (name, unit) in enumerate(names, 1):
        before = Number(Decimal(rng.randint(800, 30000)))
        plan = Number(rounded(float(before.value) * rng.uniform(0.95, 1.2), 0))
        result = Number(rounded(float(before.value) * rng.uniform(0.85, 1.3), 0))
        rate, compared = (
            Number(percent(result.value, plan.value, 1), 1),
            Number(percent(result.value, before.value, 1), 1),
        )
        rows.append((before, plan, result, rate, compared))
        pieces += [f"{at}\t{name}\t{unit}\t", before, "\t", plan, "\t", result, "\t", rate, "\t", compared, "\n"]
        slips += [("swapped", n, n.value) for n in (before, plan, result, rate)]
        if abs(rate.value - percent(plan.value, result.value, 1)) > 1:
            slips.append(("wrong base", rate, percent(plan.value, result.value, 1)))

    def fits() -> bool:
        return all(near(d, c.value * 100 / b.value) and near(e, c.value * 100 / a.value) for a, b, c, d, e in rows)

    return Block(pieces, fits, slips)


def total_table(rng: Pool, year: int) -> Block:
    """A table by commune with a total row."""
    pieces: list[str | Number] = [f"Biểu 2. Thu ngân sách theo xã năm {year} (đơn vị tính: triệu đồng)\n"]
    pieces.append("STT\tĐơn vị\tThu phí, lệ phí\tThu khác\n")
    communes = rng.sample(
        ["Hải Xuân", "Yên Lạc", "Tân Bình", "Phú Thọ Đông", "Quảng Minh", "Đại An", "Bình Khê"], rng.randint(4, 6)
    )
    columns: list[list[Number]] = [[], []]
    for at, commune in enumerate(communes, 1):
        row = [Number(Decimal(rng.randint(120, 4800))) for _ in columns]
        for column, number in zip(columns, row, strict=True):
            column.append(number)
        pieces += [f"{at}\tXã {commune}\t", row[0], "\t", row[1], "\n"]
    totals = [Number(sum((n.value for n in column), Decimal(0))) for column in columns]
    pieces += ["\tTổng cộng\t", totals[0], "\t", totals[1], "\n"]
    slips = [("swapped", n, n.value) for column in columns for n in column[:2]] + [
        ("swapped", t, t.value) for t in totals
    ]
    slips += [("stale total", t, t.value - rng.randint(30, 300)) for t in totals]
    return Block(
        pieces,
        lambda: all(abs(sum(n.value for n in c) - t.value) <= len(c) / 2 for c, t in zip(columns, totals, strict=True)),
        slips,
    )


def repeat_block(rng: Pool, year: int) -> Block:
    """One result in the body, with its change, again in the assessment."""
    share = str(rng.fresh(SHARES))
    value, step = rounded(rng.uniform(40, 90), 1), rounded(rng.uniform(0.4, 5), 1)
    first, again, change, basis = Number(value, 1), Number(value, 1), Number(step, 1), Number(value - step, 1)
    pieces = [
        f"Năm {year}, {share} đạt ",
        first,
        "%, tăng ",
        change,
        f" điểm phần trăm so với năm {year - 1} (",
        basis,
        "%).",
    ]
    pieces += ["\x00", f"Trong đó, {share} năm {year} đạt ", again, "%."]

    def fits() -> bool:
        return first.value == again.value and abs(first.value - basis.value - change.value) <= Decimal("0.2")

    return Block(pieces, fits, [("swapped", first, value), ("swapped", again, value)])


SENTENCES = [
    growth_block,
    growth_block,
    change_block,
    average_block,
    ratio_block,
    files_block,
    shares_block,
    parts_block,
    counts_block,
    points_block,
    gap_block,
    plan_block,
    multiple_block,
    tally_block,
]


def swapped(rng: random.Random, number: Number) -> Decimal | None:
    """Two neighbouring digits of it changed places."""
    digits = list(str(int(abs(number.value).scaleb(number.places))))
    places = [
        at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and not (at == 0 and digits[1] == "0")
    ]
    if not places:
        return None
    at = rng.choice(places)
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    value = Decimal("".join(digits)).scaleb(-number.places)
    return value if number.value >= 0 else -value


def make(seed: int) -> tuple[str, str, str, tuple[int, int]]:
    """The clean text, the text with its slip, the slip's kind, and the slip's place in the latter."""
    rng = Pool(seed)
    year = rng.randint(2019, 2024)
    blocks = [maker(rng, year) for maker in rng.sample(SENTENCES, rng.randint(7, 10))]
    repeated = repeat_block(rng, year)
    tables = [table(rng, year) for table in (result_table, total_table) if rng.random() < 0.6]
    clean, _ = compose(rng, year, blocks, repeated, tables, None, random.Random(seed))
    everything = [*blocks, repeated, *tables]
    while True:
        block = rng.choice(everything)
        kind, number, value = rng.choice(block.slips)
        old = number.value
        new = swapped(rng, number) if kind == "swapped" else value
        if new is None or new == old or (new < 0 < old):
            continue
        number.value = new
        if block.fits():
            number.value = old
            continue
        text, place = compose(rng, year, blocks, repeated, tables, number, random.Random(seed))
        return clean, text, kind, place


def compose(
    rng: Pool,
    year: int,
    blocks: list[Block],
    repeated: Block,
    tables: list[Block],
    slip: Number | None,
    layout: random.Random,
) -> tuple[str, tuple[int, int]]:
    """The report as one text, and where the slip's number stands."""
    text, place = "", (0, 0)

    def add(pieces: list[str | Number]) -> None:
        nonlocal text, place
        for piece in pieces:
            if isinstance(piece, Number):
                start = len(text)
                text += piece.text()
                if piece is slip:
                    place = (start, len(text))
            else:
                text += piece

    add(
        [
            f"ỦY BAN NHÂN DÂN\n{layout.choice(PLACES).upper()}\nBÁO CÁO\nTình hình kinh tế - xã hội năm {year}\nI. KẾT QUẢ ĐẠT ĐƯỢC\n"
        ]
    )
    middle = repeated.pieces.index("\x00")
    queue = [block.pieces for block in blocks]
    queue.insert(layout.randint(0, len(queue)), repeated.pieces[:middle])
    for at, pieces in enumerate(queue, 1):
        add(
            [
                layout.choice([f"{at}. ", "- ", "+ ", ""]),
                *pieces,
                layout.choice(["\n", "\n", " Công tác chỉ đạo được tăng cường.\n"]),
            ]
        )
    for table in tables:
        add(table.pieces)
    add(["II. ĐÁNH GIÁ CHUNG\nCác chỉ tiêu chủ yếu cơ bản hoàn thành. ", *repeated.pieces[middle + 1 :], "\n"])
    return text, place


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print this many of each kind of miss")
    parser.add_argument("--dump", type=int, help="print the report of one seed with its slip")
    arguments = parser.parse_args()
    if arguments.dump is not None:
        _, text, kind, (start, end) = make(arguments.dump)
        sys.stdout.write(f"{text}\n{kind}: {text[start:end]!r} at {start}\n")
        return 0
    found: Counter[str] = Counter()
    named: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    alarms = shown_missed = shown_false = shown_named = 0
    began = time.perf_counter()
    for seed in range(arguments.first_seed, arguments.first_seed + arguments.reports):
        clean, text, kind, (start, end) = make(seed)
        planted[kind] += 1
        reading = muctieu.read(clean.encode(), name="sach.txt")
        alarm = [f for f in audit(reading, reading.claims).findings if f.severity != "info"]
        if alarm:
            alarms += 1
            if shown_false < arguments.show:
                shown_false += 1
                sys.stdout.write(
                    f"FALSE {seed}: {[(f.rule, f.severity, f.message(), [clean[s:e] for s, e in f.spans]) for f in alarm]}\n"
                )
        reading = muctieu.read(text.encode(), name="loi.txt")
        findings = [f for f in audit(reading, reading.claims).findings if f.severity != "info"]
        hits = [f for f in findings if any(s < end and start < e for s, e in f.spans)]
        if hits:
            found[kind] += 1
            right = any(
                f.correction is not None and f.correction.span.start < end and start < f.correction.span.end
                for f in hits
            )
            if right:
                named[kind] += 1
            elif shown_named < arguments.show:
                shown_named += 1
                sys.stdout.write(f"NAMED {seed} {kind} {text[start:end]!r}: {[f.message() for f in hits]}\n")
        elif shown_missed < arguments.show:
            shown_missed += 1
            line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
            sys.stdout.write(f"MISSED {seed} {kind} {text[start:end]!r}: {line}\n")
    total = sum(planted.values())
    for kind in planted:
        sys.stdout.write(
            f"{kind:12} planted {planted[kind]:5} found {found[kind] / planted[kind]:7.1%} named {named[kind] / planted[kind]:7.1%}\n"
        )
    seconds = time.perf_counter() - began
    sys.stdout.write(
        f"{total} reports: found {sum(found.values()) / total:.1%}, right figure named {sum(named.values()) / max(1, sum(found.values())):.1%} of those found, "
        f"false alarms on clean reports {alarms / total:.1%}, {seconds:.0f} s\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
