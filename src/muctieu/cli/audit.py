"""`muctieu audit`: what does not hold in one or more reports, as a linter's lines, JSON, CSV, SARIF or a page."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from muctieu.cli.annotate import annotate, check_annotation
from muctieu.cli.language import say, spoken
from muctieu.cli.options import add_files, add_language, add_output
from muctieu.cli.output import open_output
from muctieu.cli.parsing import Parser
from muctieu.cli.sources import content_of, find_sources
from muctieu.cli.table import has_colour
from muctieu.errors import MuctieuError, NothingRead, UsageError

FORMATS = ("text", "json", "jsonl", "html", "sarif", "csv")
RULES = (
    "ratio",
    "shares_sum",
    "parts_sum",
    "growth",
    "target_gap",
    "attainment",
    "tally",
    "repeat",
    "impossible",
    "across",
)
_RANK = {"error": 0, "warning": 1, "info": 2}


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "audit",
        help=say("soát các số liệu có khớp nhau không", "check whether the figures hold together"),
        description=say(
            "Tính lại những gì tính lại được trong báo cáo và nêu số liệu nào không khớp. Mã thoát 1 khi có điều từ mức --fail-on trở lên.",
            "Recomputes what can be recomputed in a report and names the figures that do not hold. Exit code 1 when something at or above "
            "--fail-on was found.",
        ),
    )
    add_files(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        dest="form",
        help=say("dạng kết quả (mặc định text)", "format (default text)"),
    )
    add_output(parser)
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        help=say(
            "mức nào thì mã thoát là 1 (mặc định error)", "from which severity on the exit code is 1 (default error)"
        ),
    )
    parser.add_argument(
        "--rule",
        action="append",
        choices=RULES,
        help=say("chỉ soát quy tắc này (nhắc lại được)", "check this rule only (may be repeated)"),
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        help=say("bỏ qua quy tắc hoặc mục này (nhắc lại được)", "pass over this rule or section (may be repeated)"),
    )
    parser.add_argument(
        "--show-holds", action="store_true", help=say("liệt kê cả các nhóm đã khớp", "list the groups that hold too")
    )
    _add_files_beside(parser)
    add_language(parser)
    return parser


def _add_files_beside(parser: Parser) -> None:
    """`--annotate` and `--accept`: the copy that is written, the file of what was accepted."""
    parser.add_argument(
        "--annotate",
        metavar=say("ĐÍCH", "OUT"),
        help=say(
            "ghi thêm một bản của tệp docx hoặc pdf với nhận xét tại từng chỗ sai lệch",
            "also write a copy of the docx or pdf file with a comment at each finding",
        ),
    )
    parser.add_argument(
        "--accept",
        metavar="FILE",
        help=say(
            "tệp các điều đã chấp nhận (mặc định BÁOCÁO.muctieu.toml)",
            "file of accepted findings (default REPORT.muctieu.toml)",
        ),
    )


def run(arguments: Namespace) -> int:
    """Audits and writes; 1 where something at or above `--fail-on` was found, 3 where some of several files could not be read."""
    from muctieu.audit.audit import Audit
    from muctieu.claims.reading import Reading

    sources = find_sources(arguments.files)
    if arguments.form == "html" and len(sources) > 1:
        raise UsageError(
            reason_vi="Trang html chỉ dành cho một báo cáo; hãy chạy từng tệp.",
            reason_en="An html page is for one report; run each file on its own.",
        )
    if arguments.annotate is not None:
        check_annotation(sources, arguments.annotate)
    audits: list[tuple[Reading, Audit]] = []
    read: list[str] = []
    with open_output(arguments.output) as stream:
        for source in sources:
            try:
                audits.append(_audit(source, arguments))
                read.append(source)
            except MuctieuError as error:
                from muctieu.cli.main import complain

                if len(sources) == 1:
                    raise
                complain(error.sentence(spoken()))
        if not audits:
            raise NothingRead(count=len(sources))
        audits = _together(audits, read, arguments)
        if arguments.annotate is not None:
            annotate(sources[0], arguments.annotate, *audits[0])
        stream.write(_render(audits, arguments))
    if len(audits) < len(sources):
        return NothingRead.exit_code
    worst = min((_RANK[finding.severity] for _, found in audits for finding in found.findings), default=9)
    return int(arguments.fail_on != "never" and worst <= _RANK[arguments.fail_on])


def _audit(source: str, arguments: Namespace) -> tuple[Any, Any]:
    """One report, read and audited."""
    from muctieu.audit.audit import audit
    from muctieu.flow import read

    reading = read(*content_of(source))
    rules = None if arguments.rule is None else [rule for rule in arguments.rule if rule != "across"]
    return reading, audit(reading, reading.claims, rules=rules)


def _together(audits: list[tuple[Any, Any]], sources: list[str], arguments: Namespace) -> list[tuple[Any, Any]]:
    """The audits with what the reports say of one another, without what was accepted or is to be ignored."""
    from muctieu.audit.across import compare
    from muctieu.audit.audit import Audit

    if len(audits) > 1 and (arguments.rule is None or "across" in arguments.rule):
        compared = compare([reading for reading, _ in audits])
        audits = [
            (reading, Audit((*found.findings, *more.findings), (*found.held, *more.held)))
            for (reading, found), more in zip(audits, compared, strict=True)
        ]
    return [
        (reading, Audit(_kept(reading, found.findings, source, arguments), found.held))
        for (reading, found), source in zip(audits, sources, strict=True)
    ]


def _kept(reading: Any, findings: Any, source: str, arguments: Namespace) -> Any:
    """The findings that nobody has accepted and that are not of an ignored rule or place."""
    from muctieu.audit.acceptance import read_acceptances, without_accepted

    sections = {claim.id: claim.section or "" for claim in reading.claims}
    beside = Path(arguments.accept) if arguments.accept else Path(f"{source}.muctieu.toml")
    accepted = read_acceptances(beside) if arguments.accept or beside.is_file() else {}
    kept = [
        finding
        for finding in findings
        if finding.rule not in arguments.ignore
        and not any(_within(sections.get(claim, ""), arguments.ignore) for claim in finding.claims[:1])
    ]
    return without_accepted(kept, accepted)


def _within(section: str, ignored: list[str]) -> bool:
    return any(section == place or section.startswith(f"{place}/") for place in ignored if place not in RULES)


def _render(audits: list[tuple[Any, Any]], arguments: Namespace) -> str:
    from muctieu import __version__
    from muctieu.audit import render

    language = spoken()
    if arguments.form == "sarif":
        return render.render_sarif(__version__, audits, language)
    if arguments.form == "csv":
        return render.CSV_HEAD + "".join(render.render_csv(document, found, language) for document, found in audits)
    if arguments.form == "html":
        return render.render_html(*audits[0], language)
    if arguments.form == "json":
        envelopes = [
            render.audit_envelope(__version__, document, found, language, show_holds=arguments.show_holds)
            for document, found in audits
        ]
        return json.dumps(envelopes[0] if len(envelopes) == 1 else envelopes, ensure_ascii=False, indent=2) + "\n"
    if arguments.form == "jsonl":
        return "".join(
            json.dumps(render.finding_fields(finding, language), ensure_ascii=False) + "\n"
            for _, found in audits
            for finding in found.findings
        )
    colour = arguments.output is None and has_colour()
    return "".join(
        render.render_text(document, found, language, show_holds=arguments.show_holds, colour=colour)
        for document, found in audits
    )
