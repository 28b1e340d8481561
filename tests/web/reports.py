"""A report of our own, read and reviewed: what the tests of the reader share."""

from tests.web.conftest import NOW

TEXT = (
    "I. Kinh tế\n"
    "Tỷ trọng dịch vụ trong cơ cấu kinh tế năm 2020 đạt 55,9%.\n"
    "Tổng diện tích rừng năm 2020 là 1.250 ha. Tỷ trọng dịch vụ năm 2020 tăng 2,5% so với năm 2015.\n"
    "II. Xã hội\n"
    "Có 294/324 hộ thoát nghèo, đạt 80,74%. Chỉ tiêu đến năm 2025 là 57,7%.\n"
)


def make(actors, text, report=None):
    from muctieu_web.actions.keep_report import describe_report
    from muctieu_web.actions.upload_report import upload_report
    from muctieu_web.jobs.read_version import read_version

    one = upload_report(actor=actors["reviewer"], now=NOW, name="x.txt", content=text.encode(), report=report)
    assert read_version.call(one.version) == "read"
    if report is None:
        describe_report(
            actor=actors["reviewer"], now=NOW, report=one.report, title="Báo cáo", place="mong-cai", period="2020"
        )
    return one


def rows(actors, version):
    from muctieu_web.queries.reader import marked

    return {row.claim.text: row for row in marked(actor=actors["viewer"], version=version).claims}


def address(report, rest=""):
    return f"/reports/{report.report}/versions/{report.number}/{rest}"


def accept(client, report, order, **changed):
    form = {
        "do": "accept", "chosen_indicator": "DICH_VU", "place": "mong-cai", "period": "2020", "value": "55,9",
        "observed": "official", **changed,
    }  # fmt: skip
    return client.post(address(report, f"claims/{order}/"), form)
