"""The words between two figures that belong to the first of them: `98% kế hoạch và tăng 5%`, `36 nhà và sửa chữa 14 nhà`.

Takes a figure with the one right before it; cuts such words off its subject. It names nothing.
"""

from __future__ import annotations

from muctieu.claims.figures import Figure
from muctieu.claims.noun_phrases import CONNECTORS
from muctieu.claims.subject_words import HEAD

_CLASSES = ("lớp", "khóa", "khoá", "buổi", "hội nghị", "đợt", "cuộc tuyên truyền")


def cut_joint(low: str, figure: Figure, previous: Figure) -> None:
    """Cuts off the subject's words that belong to the figure right before: `98% kế hoạch và tăng 5%`, `36 nhà và sửa chữa 14 nhà`."""
    subject = figure.subject
    if not subject.startswith(" ") or figure.chain_start - len(subject) != previous.end:
        return
    if subject.rstrip().endswith(CONNECTORS) or low.startswith(("với ", "trị giá"), figure.chain_start):
        figure.subject = figure.said = ""
        return
    of_class = (previous.counted or "").startswith(_CLASSES) and "," not in subject
    if low.startswith("cho ", figure.chain_start) and (subject.strip() in (previous.behind or "") or of_class):
        figure.subject = figure.said = ""  # `96 lớp bồi dưỡng chính trị cho 8.470 lượt cán bộ`
        return
    if subject.endswith(" thành ") and figure.counted and (previous.counted or "").startswith(figure.counted):
        figure.subject = figure.said = " thành "  # `sắp xếp 216 đơn vị hành chính cấp xã thành 87 đơn vị`
        return
    raised = max(subject.rfind(" nâng tổng "), subject.rfind(" đưa tổng "))
    if raised >= 0:
        figure.subject, figure.said = subject[raised:], figure.said[raised:]
        return
    joint = subject.rfind(" và ")
    if joint >= 0 and not HEAD.search(figure.said, 0, joint):
        figure.subject, figure.said = subject[joint + 4 :], figure.said[joint + 4 :]
