"""The board as one page that stands alone: a table of all targets, and a card with a chart for each.

Takes a board, gives HTML in Vietnamese or English. The page holds its style and its charts, asks no other host for
anything, needs no script, and is made for a phone, a printer, a keyboard, and for light and dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from muctieu.errors import Language
from muctieu.forecast import Forecast, Pace, TooFew
from muctieu.observations import Point
from muctieu.scoreboard.board import Board
from muctieu.scoreboard.charts import svg
from muctieu.scoreboard.rollup import RollUp
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.told import goal_words, latest_words
from muctieu.scoreboard.words import STATUSES, Words, chance, difference, number, percent, period_words, quantity

W: dict[str, Words] = {
    "title": Words("Bảng điểm chỉ tiêu", "Scoreboard of targets"),
    "as_of": Words("theo số liệu biết đến ngày", "by what was known on"),
    "targets": Words("chỉ tiêu", "targets"),
    "show": Words("Lọc theo trạng thái", "Filter by status"),
    "all": Words("tất cả", "all"),
    "overview": Words("Tất cả chỉ tiêu", "All targets"),
    "groups": Words("Theo nhóm, cơ quan, địa bàn", "By group, organisation and place"),
    "detail": Words("Từng chỉ tiêu", "Target by target"),
    "name": Words("Chỉ tiêu", "Target"),
    "status": Words("Trạng thái", "Status"),
    "latest": Words("Mới nhất", "Latest"),
    "goal": Words("Mục tiêu", "Goal"),
    "plan": Words("So mục tiêu", "Of the goal"),
    "way": Words("Quãng đường đã đi", "Way gone"),
    "time": Words("Thời gian đã qua", "Time gone"),
    "pace": Words("Thay đổi mỗi năm đến nay", "Change a year so far"),
    "needed": Words("Còn cần mỗi năm", "Needed a year"),
    "growth": Words("So cùng kỳ năm trước", "On the year before"),
    "chance": Words("Xác suất đạt", "Chance"),
    "forecast": Words("Dự báo (80%)", "Forecast (80%)"),
    "base": Words("Gốc", "Base"),
    "source": Words("Nguồn", "Source"),
    "organisation": Words("Cơ quan chịu trách nhiệm", "Responsible"),
    "results": Words("Số liệu và nguồn", "Figures and sources"),
    "period": Words("Kỳ", "Period"),
    "value": Words("Giá trị", "Value"),
    "methods": Words("Điểm tiến độ", "Progress score"),
    "judged": Words("Có số liệu", "Have figures"),
    "reached": Words("Đạt, vượt", "Met or exceeded"),
    "promising": Words("Kể cả đúng tiến độ", "With those on track"),
    "lost": Words("Nguy cơ, không đạt", "At risk or missed"),
    "missing": Words(
        "Chỉ tiêu chưa có số liệu được đếm riêng, không tính là 0. Tỷ lệ tính trên các chỉ tiêu đã có số liệu.",
        "Targets without figures are counted apart, never as zero. Shares are of the targets that have figures.",
    ),
    "legend": Words(
        "Biểu đồ: đường liền là kết quả, nét đứt là mục tiêu, vùng mờ là khoảng dự báo 80% (khoảng 8 trong 10 lần kết quả nằm "
        "trong đó).",
        "Charts: the solid line is the result, the dashed one the goal, the pale area the 80% forecast (some 8 times in 10 the "
        "result falls within it).",
    ),
}
STATUS_OF_POINT = {"estimated": Words("ước", "estimated"), "preliminary": Words("sơ bộ", "preliminary")}


def render_html(board: Board, language: Language = "vi", title: str = "") -> str:
    """The page. `title` heads it; by default the words for «scoreboard» and the place, where the board is of one."""
    return "".join(_page(board, language, title))


def _page(board: Board, language: Language, title: str) -> Iterator[str]:
    style = files("muctieu.scoreboard").joinpath("board.css").read_text(encoding="utf-8")
    heading = title or _title(board, language)
    day = board.as_of.strftime("%d/%m/%Y") if language == "vi" else board.as_of.strftime("%-d %B %Y")
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(heading)}</title>\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{escape(heading)}</h1>\n"
    yield f'<p class="facts">{len(board.standings)} {_w("targets", language)}, {_w("as_of", language)} {day}</p>\n'
    yield from _tally(board.whole, language)
    yield f"</header>\n<main>\n<h2>{_w('overview', language)}</h2>\n"
    yield from _table(board, language)
    yield f'<h2>{_w("detail", language)}</h2>\n<p class="note">{_w("legend", language)}</p>\n<div class="cards">\n'
    for standing in board.standings:
        yield from _card(board, standing, language)
    yield f'</div>\n<h2>{_w("groups", language)}</h2>\n<p class="note">{_w("missing", language)}</p>\n'
    yield from _rollups(board, language)
    yield f"</main>\n<footer>Muctieu · {escape(board.register.name)} · {day}</footer>\n</body>\n</html>\n"


def _w(key: str, language: Language) -> str:
    return escape(W[key].of(language))


def _title(board: Board, language: Language) -> str:
    words, subject = W["title"].of(language), board.subject(language)
    return f"{words}: {subject}" if subject else words


def _place(board: Board, code: str, language: Language) -> str:
    return board.register.place_name(code, board.as_of, language)


def _name(standing: Standing, language: Language) -> str:
    target = standing.target
    return target.name if language == "vi" else target.name_en or target.name


def _tally(whole: RollUp, language: Language) -> Iterator[str]:
    present = [status for status in STATUSES if whole.counts.get(status)]  # type: ignore[call-overload]
    yield '<div class="bar" aria-hidden="true">'
    for status in present:
        yield f'<span class="{status}" style="flex: {whole.counts[status]}"></span>'  # type: ignore[index]
    yield f'</div>\n<fieldset class="chips"><legend>{_w("show", language)}</legend>\n'
    yield f'<label><input type="radio" name="show" id="show-all" checked>{_w("all", language)} <b>{whole.targets}</b></label>\n'
    for status in present:
        words = escape(STATUSES[status].of(language))
        count = whole.counts[status]  # type: ignore[index]
        yield f'<label class="{status}"><input type="radio" name="show" id="show-{status}">{words} <b>{count}</b></label>\n'
    yield "</fieldset>\n"


def _table(board: Board, language: Language) -> Iterator[str]:
    heads = ("name", "status", "latest", "goal", "plan", "time", "needed", "chance")
    yield '<div class="scroll"><table class="board">\n<thead><tr>'
    for key in heads:
        yield f'<th scope="col"{"" if key in ("name", "status") else " class=n"}>{_w(key, language)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    groups = list(dict.fromkeys(one.target.group for one in board.standings))
    group = ""
    for standing in sorted(board.standings, key=lambda one: groups.index(one.target.group)):
        if standing.target.group != group:
            group = standing.target.group
            yield f'<tr class="group"><th colspan="{len(heads)}" scope="colgroup">{escape(group)}</th></tr>\n'
        cells = {
            "latest": latest_words(standing, language),
            "goal": goal_words(standing, language),
            "plan": percent(standing.share_of_plan, language, 1),
            "time": percent(standing.time, language),
            "needed": _pace(standing.needed, standing, language),
            "chance": _chance(standing, language),
        }
        yield f'<tr class="one {standing.status}"><th scope="row"><a href="#{escape(standing.target.id)}">'
        yield f"{escape(_name(standing, language))}</a>{_where(board, standing, language)}</th>"
        yield f'<td class="wide"><span class="status">{escape(STATUSES[standing.status].of(language))}</span></td>'
        for key, text in cells.items():
            blank = " blank" if text == "–" else ""
            yield f'<td class="n{blank}" data-head="{_w(key, language)}">{escape(text)}</td>'
        yield "</tr>\n"
    yield "</tbody></table></div>\n"


def _where(board: Board, standing: Standing, language: Language) -> str:
    place = board.aside(standing, language)
    return f'<span class="place">{escape(place)}</span>' if place else ""


def _pace(pace: Pace | None, standing: Standing, language: Language) -> str:
    if pace is None:
        return "–"
    return difference(pace.a_year, standing.target.unit, language)


def _chance(standing: Standing, language: Language) -> str:
    if standing.probability is None or standing.status in ("met", "exceeded", "missed", "no_data"):
        return "–"
    return chance(standing.probability, language)


def _card(board: Board, standing: Standing, language: Language) -> Iterator[str]:
    target = standing.target
    yield f'<article class="one {standing.status}" id="{escape(target.id)}">\n<h3>{escape(_name(standing, language))}'
    yield f"{_where(board, standing, language)}</h3>\n"
    yield f'<span class="status">{escape(STATUSES[standing.status].of(language))}</span>\n'
    yield f"<p>{escape(standing.reason.of(language))}</p>\n"
    if words := standing.bounds(language):
        yield f'<p class="note">{escape(words)}</p>\n'
    if len(standing.points) > 1:
        yield svg(standing, language) + "\n"
    yield "<dl>"
    for key, text in facts(standing, language):
        if text != "–":
            yield f"<dt>{_w(key, language)}</dt><dd>{escape(text)}</dd>"
    yield "</dl>\n"
    if standing.points or standing.gaps:
        yield from _figures(standing, language)
    yield "</article>\n"


def facts(standing: Standing, language: Language) -> Iterator[tuple[str, str]]:
    """What a standing rests on, as (key of `W`, words); a dash where there is none."""
    target, made = standing.target, standing.forecast
    yield "goal", goal_words(standing, language)
    base = standing.base
    yield (
        "base",
        f"{quantity(base.value, target.unit, language)} ({period_words(base.period, language)})" if base else "–",
    )
    yield "plan", percent(standing.share_of_plan, language, 1)
    yield "way", percent(standing.way, language)
    yield "time", percent(standing.time, language)
    yield "pace", _pace(standing.pace, standing, language)
    yield "needed", _pace(standing.needed, standing, language)
    if standing.growth is not None and standing.growth_point is not None:
        yield "growth", _growth(standing, standing.growth_point, standing.growth, language)
    if isinstance(made, Forecast):
        places = 0 if made.high >= 1000 else 1
        low, high = (quantity(end, target.unit, language, places) for end in (made.low, made.high))
        yield "forecast", f"{low} – {high} ({target.horizon})"
        yield "chance", _chance(standing, language)
    score = standing.measure("eurostat")
    if score:
        yield "methods", f"{'+' if score.score > 0 else ''}{number(score.score, language, 1)}".replace("-", "−")
    yield "organisation", target.organisation or "–"


def _growth(standing: Standing, point: Point, growth: float, language: Language) -> str:
    """Growth in %; of a share the difference in points."""
    if standing.target.unit == "%":
        value = float(point.value)
        return (
            f"{difference(value - value / (1 + growth / 100), '%', language)} ({period_words(point.period, language)})"
        )
    sign = "+" if growth > 0 else "−" if growth < 0 else ""
    return f"{sign}{number(abs(growth), language, 1)}% ({period_words(point.period, language)})"


def _figures(standing: Standing, language: Language) -> Iterator[str]:
    yield f"<details><summary>{_w('results', language)}</summary>\n"
    if isinstance(standing.forecast, TooFew):
        yield f"<p>{escape(standing.forecast.sentence(language))}</p>\n"
    yield f"<table><thead><tr><th scope=col>{_w('period', language)}</th><th scope=col class=n>{_w('value', language)}</th>"
    yield f"<th scope=col>{_w('source', language)}</th></tr></thead><tbody>\n"
    for point in standing.points:
        yield f"<tr><td>{escape(period_words(point.period, language))}</td><td class=n>{_figure(point, standing, language)}</td>"
        words = point.gathered.sentence(language) if point.gathered else point.source or point.note
        yield f"<td>{escape(words)}</td></tr>\n"
    yield "</tbody></table>\n"
    for gap in standing.gaps:
        yield f"<p>{escape(gap.why.vi if language == 'vi' else gap.why.en)}</p>\n"
    yield "</details>\n"


def _figure(point: Point, standing: Standing, language: Language) -> str:
    status = STATUS_OF_POINT.get(point.status)
    words = quantity(point.value, standing.target.unit, language)
    return escape(words + (f" ({status.of(language)})" if status else ""))


def _rollups(board: Board, language: Language) -> Iterator[str]:
    heads = ("targets", "judged", "reached", "promising", "lost")
    yield '<div class="scroll"><table>\n<thead><tr><th></th>'
    for key in heads:
        words = _w(key, language)
        yield f'<th scope="col" class="n">{words[0].upper() + words[1:]}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for rows, named in ((board.groups, False), (board.organisations, False), (board.places, True)):
        for one in rows:
            label = _place(board, one.label, language) if named else one.label
            if not label:
                continue
            shares = (one.judged, one.reached, one.promising, one.lost)
            cells = "".join(f'<td class="n">{percent(share, language)}</td>' for share in shares)
            yield f'<tr><th scope="row">{escape(label)}</th><td class="n">{one.targets}</td>{cells}</tr>\n'
    yield "</tbody></table></div>\n"
