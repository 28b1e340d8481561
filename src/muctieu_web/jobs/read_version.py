"""The job that reads an uploaded file: in a process of its own with limits, then everything that it gave is kept at once."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from muctieu.scoreboard.words import Words
from muctieu_web.actions.keep_reading import fail_reading, keep_reading, note_step, take_up
from muctieu_web.jobs.reading_process import SECONDS, Ended, read_apart

_SENTENCES = {
    Ended.TOO_LONG: Words(
        "Đọc tệp «{name}» quá {seconds} giây nên đã dừng; hãy tách tệp thành nhiều phần rồi tải lên.",
        "Reading “{name}” took more than {seconds} seconds and was stopped; split the file and upload its parts.",
    ),
    Ended.TOO_LARGE: Words(
        "Đọc tệp «{name}» cần quá nhiều bộ nhớ nên đã dừng; hãy tách tệp thành nhiều phần rồi tải lên.",
        "Reading “{name}” needed too much memory and was stopped; split the file and upload its parts.",
    ),
    Ended.DIED: Words(
        "Chương trình đọc tệp «{name}» dừng đột ngột; hãy thử đọc lại, nếu vẫn lỗi thì lưu tệp thành .docx rồi tải lên.",
        "The program that read “{name}” ended abruptly; read it again, and if that fails save the file as .docx and upload that.",
    ),
}


@task()
def read_version(version: int) -> str:
    """Reads the version if it still waits; gives its state in a word. Safe to run twice."""
    file = take_up(version)
    if file is None:
        return "not waiting"
    outcome = read_apart(file.path, file.name, lambda step: note_step(version, step))
    if isinstance(outcome, Ended):
        vi, en = (words.format(name=file.name, seconds=SECONDS) for words in _SENTENCES[outcome])
        fail_reading(version=version, reason_vi=vi, reason_en=en)
        return outcome.value
    if "failure" in outcome:
        fail_reading(version=version, reason_vi=outcome["failure"]["vi"], reason_en=outcome["failure"]["en"])
        return "failed"
    return "read" if keep_reading(version=version, now=timezone.now(), result=outcome) else "not waiting"
