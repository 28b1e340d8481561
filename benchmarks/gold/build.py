#!/usr/bin/env python3
"""Turn a marked-up report (`<folder>/source.txt`) into a hand-made reading: text, claims, not-claims, findings, targets, docx.

Takes folders of this directory; writes `text.txt`, `claims.json`, `notclaims.json`, `findings.json`, `targets.json` and `report.docx` beside each
source. Offsets and the arithmetic of findings are computed; what a number means is only what the source says. It never uses the library: it is the
yardstick. The markup is described in README.md.
"""

import json
import re
import sys
import unicodedata
import zipfile
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
KINDS = {
    "lv": "level",
    "pt": "part",
    "ch": "change",
    "gr": "growth",
    "mu": "multiple",
    "tg": "target",
    "at": "attainment",
    "gap": "target_gap",
}
SCALES = {
    "trăm": 10**2,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tr.": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
UNITS = {
    "%": "%", "điểm phần trăm": "%", "điểm %": "%", "đpt": "%", "‰": "‰", "phần trăm": "%", "điểm phần nghìn": "‰",
    "đồng": "VND", "đ": "VND", "VNĐ": "VND", "USD": "USD", "đô la Mỹ": "USD", "": "1", "lần": "1",
    "ha": "ha", "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3", "km": "km", "km2": "km2", "km²": "km2", "m": "m", "mm": "mm",
    "tấn": "t", "kg": "kg", "tạ": "dt", "lít": "L", "kV": "kV", "MW": "MW", "MWp": "MW", "kWh": "kW.h", "giờ": "h", "ngày": "d", "tháng": "mo", "năm": "a",
}  # fmt: skip
PERS = {
    "năm": "year",
    "quý": "quarter",
    "tháng": "month",
    "ngày": "day",
    "ngày đêm": "day",
    "ha": "ha",
    "m2": "m2",
    "km2": "km2",
    "vạn dân": "10000 {dân}",
    "kg": "kg",
}
NUMBER = r"(?<![A-Za-z])\d+(?:[.,\u00a0\u202f ]\d+)*"
REASONS = {"date", "docno", "duration", "list", "name", "ordinal", "other", "scale", "age"}
RULES = {"ratio", "shares_sum", "parts_sum", "growth", "target_gap", "attainment", "tally", "repeat", "impossible"}
ACCEPT = {
    "ratio": ["attainment", "growth"], "shares_sum": ["parts_sum"], "parts_sum": ["tally"], "growth": ["parts_sum", "ratio", "target_gap"],
    "target_gap": ["attainment", "growth"], "attainment": ["growth", "ratio", "target_gap"], "tally": ["parts_sum", "repeat"],
    "repeat": ["tally"], "impossible": ["growth", "ratio"],
}  # fmt: skip


def plain(x):
    """A decimal without exponent and without trailing zeros."""
    s = format(Decimal(x), "f")
    return s.rstrip("0").rstrip(".") if "." in s else s


def read_number(text):
    """A Vietnamese number: (value, resolution); dots are thousands where three digits follow each, a comma is decimal."""
    t = re.sub(r"[\s\u00a0\u202f]", "", text)
    if "," in t:
        t = t.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+", t):
        t = t.replace(".", "")
    d = Decimal(t)
    return d, Decimal(1).scaleb(d.as_tuple().exponent)


def read_unit(words):
    """`triệu đồng/người/năm` -> (scale, unit, per)."""
    parts = [p.strip() for p in words.strip().split("/")]
    head, scale = parts[0], Decimal(1)
    while (m := re.match(r"(trăm|nghìn|ngàn|vạn|triệu|tr\.|tr|tỷ|tỉ)(?=\s|đ\b|$)\s*", head)) and head:
        scale *= SCALES[m[1]]
        head = head[m.end() :]
    unit = UNITS.get(head) or "{" + head + "}"
    per = []
    for p in parts[1:]:
        m = re.fullmatch(r"([\d.]+|nghìn|vạn)\s+(.+)", p)
        if p in PERS:
            per.append(PERS[p])
        elif m:
            count = plain(SCALES[m[1]]) if m[1] in SCALES else m[1].replace(".", "")
            per.append(f"{count} {{{m[2]}}}")
        else:
            per.append("{" + p + "}")
    return scale, unit, per


def read_claim(span, options, previous, problems):
    """One claim from its marked span and options."""
    c = {
        "value": None,
        "value_to": None,
        "resolution": None,
        "unit": None,
        "per": [],
        "comparator": "eq",
        "kind": "level",
        "status": "actual",
    }
    c |= {"period": None, "basis": None, "indicator": None, "whole": None}
    given, fall, extra, label = {}, False, {}, None
    for o in options:
        if o in KINDS:
            c["kind"] = KINDS[o]
        elif o in ("ge", "le", "eq"):
            c["comparator"] = o
        elif o == "~":
            c["comparator"] = "approx"
        elif o == "E":
            c["status"] = "estimated"
        elif o == "P":
            c["status"] = "planned"
        elif o == "-":
            fall = True
        elif o.startswith("#"):
            label = o[1:]
        elif "=" in o:
            k, v = o.split("=", 1)
            given[k] = v
        else:
            problems.append(f"option {o!r} at {span!r}")
    if c["kind"] == "target":
        c["status"] = "planned"
    numbers = list(re.finditer(NUMBER, span))
    tail = given.get("u", span[numbers[-1].end() :] if numbers else "")
    numerator = c["kind"] == "part" or "w" in given
    if (
        "u" not in given
        and not numerator
        and len(numbers) == 2
        and re.search(r"/\s*" + NUMBER + r"\s", span)
        and "-" not in span
    ):
        tail = span[numbers[0].end() :]  # máy/100 dân
        numbers = numbers[:1]
    scale, unit, per = read_unit(re.sub(r"^\s*(?:trở lên)", "", tail))
    value, resolution = read_number(numbers[0].group()) if numbers else (Decimal(given.get("v", "0")), Decimal(1))
    if len(numbers) == 2:
        second, second_resolution = read_number(numbers[1].group())
        if numerator:
            c["whole"] = plain(second * scale)
        else:
            low, high = sorted([value, second])
            value, c["value_to"], c["comparator"] = low, plain(high * scale), "between"
            resolution = min(resolution, second_resolution)
    elif len(numbers) > 2:
        problems.append(f"too many numbers in {span!r}")
    c["value"] = given.get("v") or plain((-value if fall else value) * scale)
    c["resolution"] = given.get("r") or plain(resolution * scale)
    c["unit"] = given.get("unit", unit)
    c["per"] = [x for x in given["per"].split(",") if x] if "per" in given else per
    c["period"] = given["p"] if "p" in given else previous.get("period")
    if c["period"] in ("", "null"):
        c["period"] = None
    c["basis"] = given.get("b") or ("target" if c["kind"] in ("attainment", "target_gap") else None)
    if c["basis"] == "null":
        c["basis"] = None
    c["indicator"] = given.get("i") or previous.get("indicator")
    c["whole"] = given.get("w") or c["whole"]
    for k, v in given.items():
        if k == "?":
            extra["unsure"], extra["why"] = True, v
        elif k == "doubt":
            extra["doubt"] = v.split(",")
        elif k.endswith("?"):
            name = {
                "p": "period",
                "b": "basis",
                "i": "indicator",
                "u": "unit",
                "k": "kind",
                "s": "status",
                "v": "value",
                "c": "comparator",
                "per": "per",
            }[k[:-1]]
            values = [None if x == "null" else x for x in v.split(";")]
            if name == "kind":
                values = [KINDS[x] for x in values]
            extra[name + "_alt"] = [x for x in values if x] if name == "per" else values
        elif k not in ("v", "r", "u", "unit", "per", "p", "b", "i", "w"):
            problems.append(f"key {k!r} at {span!r}")
    if c["kind"] not in ("target",) and c["indicator"] is None:
        problems.append(f"no indicator: {span!r}")
    if not re.fullmatch(
        r"%|‰|1|VND|USD|CNY|ha|m2|m3|km|km2|m|mm|t|kg|dt|L|Cel|kV|MW|kW\.h|h|d|mo|a|\{[^{}\d]+\}", c["unit"]
    ):
        problems.append(f"unit {c['unit']!r} of {span!r}")
    if c["kind"] == "part" and not c["whole"]:
        problems.append(f"part without whole: {span!r}")
    c["number_in"] = span[numbers[0].start() : numbers[-1].end()] if numbers else span
    return c | extra, label


AUTOMATIC = [
    ("docno", r"\b\d+(?:/\d{4})?[-/](?=[A-ZĐ]{2})"),
    ("date", r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"),
    ("date", r"\b\d{1,2}/(?:19|20)\d\d\b"),
    ("date", r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)"),
    ("date", r"(?:[Nn]gày|[Tt]háng) \d{1,2}(?![\d,.]\d)(?:/\d{1,2}(?!\d))?"),
    ("date", r"(?i)(?<![\d.,])\d{1,2} tháng(?=[ ,:;)]|$)"),
    ("list", r"(?:Biểu|Bảng|Phụ lục)(?: số)? \d+"),
    ("list", r"(?m)^[\[(]?\d{1,2}(?:\.\d{1,2})*[\])]?[.)-]?(?=[ \t])"),
]


def leftover_numbers(text, taken):
    """Digit runs outside claims and marks: those a plain pattern explains, and those it does not."""
    marks = {}
    for reason, pattern in AUTOMATIC:
        for m in re.finditer(pattern, text):
            for d in re.finditer(r"\d+", m.group()):
                marks.setdefault((m.start() + d.start(), m.start() + d.end()), reason)
    found, unexplained = [], []
    for m in re.finditer(r"\d+", text):
        if text[max(0, m.start() - 1) : m.end()] in ("m2", "m3") or any(
            s < m.end() and m.start() < e for s, e in taken
        ):
            continue
        if m.span() in marks:
            found.append((m.start(), m.end(), marks[m.span()]))
        else:
            unexplained.append(m.span())
    return found, unexplained


def interval(c, whole=False):
    """[low, high] of what the figure may be (contract of findings); counts are exact."""
    v, r = Decimal(c["whole"] if whole else c["value"]), Decimal(c["resolution"])
    if c["comparator"] == "between":
        return v, Decimal(c["value_to"])
    if c["comparator"] == "approx":
        return tuple(sorted((v * Decimal("0.9"), v * Decimal("1.1"))))
    exact = c["unit"].startswith("{") and r <= 1 and v == v.to_integral_value()
    low, high = (v, v) if exact else (v - r / 2, v + r / 2)
    if c["comparator"] == "ge":
        high = abs(v) * 1000
    if c["comparator"] == "le":
        low = Decimal(0)
    return low, high


def round4(x):
    return plain(Decimal(x).quantize(Decimal("0.0001")))


def bounds(low, high):
    low, high = round4(low), round4(high)
    return low if low == high else [low, high]


def recompute(rule, c, options):
    """(reported, expected, holds) for the claims of one group, the stated figure first."""
    first = c[0]
    reported = first["value"]
    lo, hi = interval(first)

    def fits(low, high):
        return low <= hi and high >= lo

    if rule == "repeat":
        return reported, c[1]["value"], c[0]["value"] == c[1]["value"] and c[0]["value_to"] == c[1]["value_to"]
    if rule == "shares_sum":
        low, high = (sum(x) for x in zip(*map(interval, c), strict=True))
        return plain(sum(Decimal(x["value"]) for x in c)), "100", low <= 100 <= high
    if rule in ("parts_sum", "tally"):
        if "count" in options:
            n = Decimal(options["count"])
            return reported, plain(n), fits(n, n)
        low, high = (sum(x) for x in zip(*map(interval, c[1:]), strict=True))
        return reported, bounds(low, high), fits(low, high)
    if rule == "impossible":
        return reported, options.get("expected", ""), False
    if rule == "ratio":
        part, whole = (interval(c[1]), interval(c[1], True)) if len(c) == 2 else (interval(c[1]), interval(c[2]))
        low, high = part[0] / whole[1] * 100, part[1] / whole[0] * 100
        return reported, bounds(low, high), fits(low, high)
    new, old = interval(c[1]), interval(c[2])
    if c[1]["kind"] == "multiple" or rule == "attainment":
        low, high = new[0] / old[1] * 100, new[1] / old[0] * 100
        return reported, bounds(low, high), fits(low, high)
    if rule == "target_gap" and first["unit"] == "%" and c[1]["unit"] != "%":
        low, high = (new[0] / old[1] - 1) * 100, (new[1] / old[0] - 1) * 100
        return reported, bounds(low, high), fits(low, high)
    if rule == "target_gap" or first["kind"] == "change":
        n = Decimal(options.get("years", 1))
        low, high = (new[0] - old[1]) / n, (new[1] - old[0]) / n
        return reported, bounds(low, high), fits(low, high)
    if "years" in options and first["kind"] == "level":
        n = Decimal(options["years"])
        low, high = new[0] / n, new[1] / n
        return reported, bounds(low, high), fits(low, high)
    steps = int(options.get("steps", 1))
    low, high = (float(new[0] / old[1])) ** (1 / steps), (float(new[1] / old[0])) ** (1 / steps)
    if first["kind"] == "multiple" or first["unit"] == "1":
        scale = 100 if first["unit"] == "%" else 1
        low, high = Decimal(low) * scale, Decimal(high) * scale
        plus = "plus" in options and fits(low - scale, high - scale)
        return reported, bounds(low, high), fits(low, high) or plus
    low, high = (Decimal(low) - 1) * 100, (Decimal(high) - 1) * 100
    return reported, bounds(low, high), fits(low, high)


def split_options(tokens):
    return dict(t.split("=", 1) for t in tokens if "=" in t), [t for t in tokens if "=" not in t]


def read_finding(line, labels, problems):
    """`RULE VERDICT label label … key=value :: why` -> a finding, its verdict checked against the figures."""
    body, _, why = line.partition("::")
    rule, verdict, *tokens = body.split()
    options, names = split_options(tokens)
    missing = [n for n in names if n not in labels]
    if missing or rule not in RULES or verdict not in ("holds", "error"):
        problems.append(f"finding {line!r}: {missing}")
        return None
    items = [labels[n] for n in names]
    claims = [c for c in items if "value" in c]
    f = {"rule": rule}
    f["spans"] = sorted([c["start"], c["end"]] for c in items)
    f["texts"] = [c["text"] for c in sorted(items, key=lambda c: c["start"])]
    if "stated" in options:  # words against figures: result, then target
        f["reported"], f["expected"] = claims[0]["value"], claims[1]["value"]
        if claims[1]["value_to"]:
            f["expected"] = [claims[1]["value"], claims[1]["value_to"]]
        agree = (
            options["stated"] == options["computed"]
            or options["stated"] == "null"
            or (options["computed"] == "unknown" and verdict == "holds")
        )
        if options["computed"] not in ("unknown",):
            got = verdict_of(claims[0], claims[1], options.get("down"))
            if got != options["computed"]:
                problems.append(f"computed {options['computed']} but figures say {got}: {line!r}")
        f["accept"] = ["target_gap"]
    elif not claims[1:] and rule != "impossible" and "count" not in options:
        problems.append(f"finding {line!r} has too few figures")
        return None
    else:
        f["reported"], f["expected"], agree = recompute(rule, claims, options)
        f["accept"] = [a for a in ACCEPT[rule] if a != rule]
    if agree != (verdict == "holds"):
        problems.append(f"{rule} {verdict}, but computed {f['expected']} for {f['reported']}: {f['texts']}")
    if "accept" in options:
        f["accept"] = options["accept"].split(",")
    f |= {
        "verdict": verdict,
        "why": why.strip() or f"tính lại: {f['expected']}",
        "scored": options.get("scored") != "no",
    }
    if "stated" in options:
        f |= {k: None if options[k] == "null" else options[k] for k in ("stated", "computed")}
    return f


def verdict_of(result, target, down=None):
    """exceeded, met or missed: the figures alone, a floor by default."""
    r, t = Decimal(result["value"]), Decimal(target["value"])
    high = Decimal(target["value_to"]) if target["value_to"] else t
    if down or target["comparator"] == "le":
        return "exceeded" if r < t else "met" if r <= high else "missed"
    return "exceeded" if r > high else "met" if r >= t else "missed"


def read_target(line, labels, problems):
    """`plan|term label key=value …` with values quoted where they hold blanks."""
    group, *tokens = [(a or b) for a, b in re.findall(r'((?:[^\s"]+"[^"]*")|(?:[^\s"]+))()', line)]
    options, names = split_options([t.replace('"', "") for t in tokens])
    options = {k: None if v == "null" else v for k, v in options.items()}
    missing = [n for n in [*names, *([options["result"]] if options.get("result") else [])] if n not in labels]
    if missing or group not in ("plan", "term"):
        problems.append(f"target {line!r}: {missing}")
        return None
    c = labels[names[0]]
    t = {
        "indicator": options.get("i") or c.get("indicator"),
        "unit": c.get("unit"),
        "per": c.get("per", []),
        "comparator": c.get("comparator"),
    }
    t |= {
        "value": options.get("v", c.get("value")),
        "value_to": c.get("value_to"),
        "horizon": options.get("hz") or c.get("period"),
    }
    if "unit" in options:
        t |= {"unit": options["unit"], "comparator": "eq"}
    t |= {
        "cadence": options.get("cad", "end"),
        "group": options.get("group"),
        "direction": options.get("dir", "up" if t["value"] else None),
    }
    t |= {"start": c["start"], "end": c["end"], "text": c["text"]}
    keys = ("value", "value_to", "unit", "per", "comparator", "start", "end", "text")
    if group == "term":
        t["target"] = {k: c.get(k) for k in keys}
    else:
        t |= {"responsible": options.get("resp"), "deadline": options.get("deadline")}
    r = labels[options["result"]] if options.get("result") else None
    t["result"] = (
        {k: r.get(k) for k in ("value", "unit", "per", "comparator", "period", "status", "start", "end", "text")}
        if r
        else None
    )
    t |= {"stated": options.get("stated"), "computed": options.get("computed", "unknown")}
    if group == "term":
        t["stated_spans"] = sorted(
            [labels[w]["start"], labels[w]["end"]] for w in (options.get("words") or "").split(",") if w
        )
    for k in ("note", "computed_also", "cadence_also"):
        if k in options:
            t[k] = options[k]
    return t


def expand_row(line, columns):
    """`~ cells` of a table under `%cols`: each numeric cell becomes a claim with the options of its column."""
    cells = line.split("\t")
    indicator = unit = None
    out = []
    for cell, column in zip(cells, columns, strict=False):
        if column == "I":
            m = re.match(r"(.*?)(?:\{\{(.*)\}\})?$", cell)
            cell, indicator = m[1], m[2] or m[1]
        elif column == "U":
            m = re.match(r"(.*?)(?:\{\{(.*)\}\})?$", cell)
            cell, unit = m[1], m[2] or m[1]
        elif column not in ("", "N") and re.search(r"\d", cell) and "⟦" not in cell:
            own = re.match(r"([^|]*)(\|.*)?$", cell)
            m = re.match(r"([^\d]*)(.*)$", own[1])
            extra = own[2] or ""
            sign = {"≥": "|ge", ">": "|ge", "≤": "|le", "<": "|le", "-": "|-"}.get(m[1].strip(), "")
            options = [f"i={indicator}"] + ([] if "|u=" in "|" + column or "|u=" in extra else [f"u={unit}"])
            cell = f"{m[1]}⟦{m[2]}|{column}|{'|'.join(options)}{sign}{extra}⟧"
        out.append(cell)
    return "\t".join(out + cells[len(out) :])


def build(folder):
    """Read `<folder>/source.txt` and write everything beside it; returns the problems."""
    source = unicodedata.normalize("NFC", (folder / "source.txt").read_text(encoding="utf-8"))
    body, _, rest = source.partition("\n=== findings\n")
    finding_lines, _, target_lines = rest.partition("\n=== targets\n")
    problems, claims, notclaims, labels = [], [], [], {}
    text, columns, footnotes, short = "", None, [], {}
    for line in body.split("\n"):
        if line.startswith("%%"):
            continue
        if m := re.match(r"%let (\w+)=(\S+)$", line):
            short[m[1]] = m[2]
            continue
        if line.startswith("%cols"):
            columns = line[6:].split(" ; ") if len(line) > 6 else None
            continue
        if columns and line.startswith("~"):
            line = expand_row(line[1:], [c.strip() for c in columns])
        footnote = None
        if m := re.match(r"%fn (\d+) ", line):  # a footnote line: its number, then the words as they stand
            footnote, line = int(m[1]), line[m.end() :]
        previous, start_of_line = {}, len(text)
        for piece in re.split(r"(⟦[^⟧]*⟧|⟪[^⟫]*⟫|⟨\d+⟩)", line):
            start = len(text)
            if piece.startswith("⟨"):
                footnotes.append((int(piece[1:-1]), start))
            elif piece.startswith("⟪"):
                words, reason = piece[1:-1].split("|")
                text += words
                if reason not in REASONS:
                    problems.append(f"reason {reason!r}")
                notclaims += [
                    {"start": start + d.start(), "end": start + d.end(), "text": d.group(), "reason": reason}
                    for d in re.finditer(r"\d+(?:/\d+(?!\d*/))?" if reason == "scale" else r"\d+", words)
                ]
            elif piece.startswith("⟦"):
                piece = re.sub(r"(?<==|;)(\w+)(?=[|;⟧])", lambda m: short.get(m[1], m[1]), piece)
                span, *options = [p.strip() if n else p for n, p in enumerate(piece[1:-1].split("|"))]
                options = [o for o in options if o]
                text += span
                place = {"start": start, "end": len(text), "text": span}
                if "w" in options:  # a word or list that a finding or target rests on
                    labels[next(o for o in options if o[0] == "#")[1:]] = place
                    continue
                c, label = read_claim(span, options, previous, problems)
                c = place | c | {"footnote": footnote}
                claims.append(c)
                previous = c
                if label:
                    if label in labels:
                        problems.append(f"label {label} twice")
                    labels[label] = c
            else:
                text += piece
        text += "\n"
        if footnote is not None:
            labels[f"fn{footnote}"] = {"start": start_of_line, "end": len(text) - 1, "text": text[start_of_line:-1]}
    text = text.rstrip("\n") + "\n"
    assert unicodedata.is_normalized("NFC", text)
    for c in claims:
        assert text[c["start"] : c["end"]] == c["text"], c
    taken = [(c["start"], c["end"]) for c in claims + notclaims]
    found, unexplained = leftover_numbers(text, taken)
    problems += [
        f"unexplained number: {text[max(0, s - 40) : s]!r} >>{text[s:e]}<< {text[e : e + 25]!r}" for s, e in unexplained
    ]
    notclaims += [{"start": s, "end": e, "text": text[s:e], "reason": reason} for s, e, reason in found]
    notclaims.sort(key=lambda n: n["start"])
    findings = [
        f
        for line in finding_lines.split("\n")
        if line.strip() and line[0] != "%" and (f := read_finding(line, labels, problems))
    ]
    findings.sort(key=lambda f: f["spans"])
    targets = {"plan": [], "term": []}
    for line in target_lines.split("\n"):
        if line.strip() and line[0] != "%" and (t := read_target(line, labels, problems)):
            targets[line.split()[0]].append(t)
    (folder / "text.txt").write_text(text, encoding="utf-8")
    for name, rows in (("claims", claims), ("notclaims", notclaims), ("findings", findings), ("targets", targets)):
        (folder / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_docx(folder / "report.docx", text, labels, footnotes)
    errors = sum(f["verdict"] == "error" for f in findings)
    print(
        f"{folder.name}: {len(text)} characters, {len(claims)} claims, {len(notclaims)} not claims, {len(findings)} groups ({errors} errors), targets {len(targets['plan'])} plan {len(targets['term'])} term"
    )
    for p in problems:
        print("  !", p)
    return problems


def write_docx(path, text, labels, footnotes):
    """The same words as a Word file: tables where lines hold tabs, real footnotes where the source anchors them."""
    from docx import Document

    document = Document()
    notes = {n: labels[f"fn{n}"] for n, _ in footnotes if f"fn{n}" in labels}
    skip = {n["start"] for n in notes.values()}
    position, rows = 0, []
    for line in [*text.rstrip("\n").split("\n"), None]:
        if line is not None and "\t" in line:
            rows.append(line.split("\t"))
        else:
            if rows:
                table = document.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
                for i, row in enumerate(rows):
                    for j, cell in enumerate(row):
                        table.cell(i, j).text = cell
                    if len(row) < len(table.columns):  # a heading row: one cell to the right edge
                        table.cell(i, len(row) - 1).merge(table.cell(i, len(table.columns) - 1))
                rows = []
            if line is not None and position not in skip:
                paragraph = document.add_paragraph()
                at = position
                for number, anchor in sorted(
                    ((n, a) for n, a in footnotes if position <= a <= position + len(line) and n in notes),
                    key=lambda x: x[1],
                ):
                    paragraph.add_run(text[at:anchor])
                    footnote_reference(paragraph, number)
                    at = anchor
                paragraph.add_run(text[at : position + len(line)])
        position += len(line or "") + 1
    if document.element.body[-2].tag.endswith("}tbl"):
        document.add_paragraph()  # Word never ends with a table
    if notes:
        add_footnotes(document, {n: v["text"] for n, v in notes.items()})
    document.save(path)
    with zipfile.ZipFile(path) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(
        path, "w", zipfile.ZIP_DEFLATED
    ) as archive:  # fixed times: the same source gives the same file
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def footnote_reference(paragraph, number):
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number + 1))
    run._r.append(mark)


def add_footnotes(document, notes):
    from xml.sax.saxutils import escape

    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    special = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    body = ""
    for number, words in sorted(notes.items()):
        words = escape(words)
        body += f'<w:footnote w:id="{number + 1}"><w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:footnote>'
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}">{special}{body}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode("utf-8"), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")


def main(names):
    folders = [HERE / n for n in names] if names else sorted(p.parent for p in HERE.glob("*/source.txt"))
    troubles = [problem for folder in folders for problem in build(folder)]
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
