"""The errors of Muctieu: one clear sentence each, in Vietnamese and in English.

An *error* is about the call or the file: what, where, what was expected, what to do. (Bad arithmetic inside a report is a
*finding*, never an error.) Every class below carries its sentence as a template in both languages and the exit code that
the command line ends with.

    MuctieuError
    ├── UsageError            exit 2   the call is wrong: an option, a value, a combination
    ├── InputError            exit 3   a file cannot be read
    │   ├── FileMissing, FileUnreadable, FileIsFolder, FileEmpty, FileTooLarge, FolderEmpty
    │   ├── FormatUnknown     not a kind of file that Muctieu reads
    │   ├── RegisterUnknown   neither a folder of tables nor a workbook
    │   ├── SourceUnfit       a Parquet file without the columns of observations
    │   ├── FileDamaged       truncated, or not what its name or signature says
    │   ├── FileEncrypted
    │   ├── FileHostile       zip bomb, entity bomb
    │   ├── ScanUnread        a page of a scan whose letters cannot be recognised
    │   ├── FileUnforeseen    a fault of Muctieu itself met while reading it
    │   └── NothingRead       none of several files could be read
    ├── OutputError           exit 4   the result cannot be written
    ├── ToolMissing           exit 5   a program from outside is needed and not installed
    └── ValueInvalid          exit 6   a value in the person's data cannot be (a period, a weight, a target below its range)

Exit 1 is no error: it says that an audit found something (`--fail-on`). Exit 130 is an interruption by the person.
"""

from __future__ import annotations

from typing import ClassVar, Literal

Language = Literal["vi", "en"]


class MuctieuError(Exception):
    """Base of all errors; `sentence(language)` is what a person reads. Templates are filled from the keyword arguments."""

    exit_code: ClassVar[int] = 2
    vi: ClassVar[str] = "{reason}"
    en: ClassVar[str] = "{reason}"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language = "vi") -> str:
        """The error as one sentence in the person's language."""
        return (self.vi if language == "vi" else self.en).format(**self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(cls: type[MuctieuError], facts: dict[str, object]) -> MuctieuError:
    return cls(**facts)


class UsageError(MuctieuError):
    """The call is wrong. Facts: `reason_vi`, `reason_en`."""

    vi = "{reason_vi}"
    en = "{reason_en}"


class InputError(MuctieuError):
    """A file cannot be read. Facts: `name`, and what the subclass names."""

    exit_code = 3


class FileMissing(InputError):
    """Facts: `name`."""

    vi = "Không tìm thấy tệp «{name}»; hãy kiểm tra lại đường dẫn."
    en = "There is no file “{name}”; check the path."


class FileUnreadable(InputError):
    """Facts: `name`, `reason` (the system's own words)."""

    vi = "Không mở được tệp «{name}» ({reason}); hãy kiểm tra quyền đọc."
    en = "The file “{name}” cannot be opened ({reason}); check that you may read it."


class FileIsFolder(InputError):
    """Facts: `name`."""

    vi = "«{name}» là một thư mục, không phải tệp; hãy chỉ một tệp trong đó."
    en = "“{name}” is a folder, not a file; name a file in it."


class FileEmpty(InputError):
    """Facts: `name`."""

    vi = "Tệp «{name}» không có nội dung nào; hãy chọn tệp khác."
    en = "The file “{name}” holds no text at all; choose another file."


class FileTooLarge(InputError):
    """Facts: `name`, `size`, `limit` (both as text with a unit)."""

    vi = "Tệp «{name}» quá lớn ({size}; tối đa {limit}); hãy tách tệp thành nhiều phần."
    en = "The file “{name}” is too large ({size}; at most {limit}); split it into parts."


class FolderEmpty(InputError):
    """Facts: `name`."""

    vi = "Thư mục «{name}» không có báo cáo nào (docx, doc, rtf, pdf, odt, html, mht, xlsx, xls, ods, txt, md); hãy chọn thư mục khác."
    en = "The folder “{name}” holds no report (docx, doc, rtf, pdf, odt, html, mht, xlsx, xls, ods, txt, md); choose another folder."


class FormatUnknown(InputError):
    """Facts: `name`, `found_vi`, `found_en` (what the file looks like)."""

    vi = (
        "Tệp «{name}» không phải văn bản đọc được ({found_vi}); "
        "Muctieu đọc docx, doc, rtf, pdf, odt, html, mht, xlsx, xls, ods, txt và md."
    )
    en = (
        "The file “{name}” is not a text that can be read ({found_en}); "
        "Muctieu reads docx, doc, rtf, pdf, odt, html, mht, xlsx, xls, ods, txt and md."
    )


class RegisterUnknown(InputError):
    """Facts: `name`, `found` (its suffix)."""

    vi = "«{name}» không phải là sổ đăng ký ({found}); hãy đưa một thư mục có các tệp CSV hoặc một tệp .xlsx."
    en = "“{name}” is no register ({found}); give a folder of CSV files or an .xlsx workbook."


class SourceUnfit(InputError):
    """Facts: `name`, `reason` (the engine's own words), `columns`."""

    vi = "Không dựng được bảng điểm từ «{name}» ({reason}); tệp Parquet cần các cột {columns}."
    en = "No board can be built from “{name}” ({reason}); the Parquet file needs the columns {columns}."


class FileDamaged(InputError):
    """Facts: `name`, `place` (the part of the file), `kind` (the format)."""

    vi = "Tệp {kind} «{name}» bị hỏng hoặc bị cắt cụt (tại {place}); hãy lưu lại từ bản gốc rồi thử lại."
    en = "The {kind} file “{name}” is damaged or cut short (at {place}); save it again from the original and retry."


class FileEncrypted(InputError):
    """Facts: `name`."""

    vi = "Tệp «{name}» được đặt mật khẩu; hãy bỏ mật khẩu rồi thử lại."
    en = "The file “{name}” is protected by a password; remove the password and retry."


class FileHostile(InputError):
    """Facts: `name`, `place`, `reason_vi`, `reason_en`."""

    vi = "Tệp «{name}» bị từ chối vì không an toàn: {reason_vi} (tại {place})."
    en = "The file “{name}” was refused as unsafe: {reason_en} (at {place})."


class ScanUnread(InputError):
    """Facts: `name`, `page` (from 1), `seconds` (how long it may take)."""

    vi = (
        "Không nhận dạng được chữ ở trang {page} của bản quét «{name}» trong {seconds} giây; hãy quét lại trang đó rõ hơn, "
        "hoặc tách trang đó ra."
    )
    en = (
        "The letters of page {page} of the scan “{name}” could not be recognised within {seconds} seconds; scan that page again "
        "more clearly, or take it out."
    )


class FileUnforeseen(InputError):
    """A fault of Muctieu itself. Facts: `name`, `reason` (the fault's own name)."""

    vi = "Muctieu gặp lỗi của chính nó khi đọc tệp «{name}» ({reason}); hãy báo lại cho người phát triển kèm tệp này."
    en = "Muctieu met a fault of its own while reading “{name}” ({reason}); tell its developers, with this file."


class NothingRead(InputError):
    """Facts: `count`."""

    vi = "Không đọc được tệp nào trong {count} tệp; không có gì được ghi."
    en = "None of the {count} files could be read; nothing was written."


class OutputError(MuctieuError):
    """Facts: `name`, `reason` (the system's own words)."""

    exit_code = 4
    vi = "Không ghi được vào «{name}» ({reason}); không có gì bị ghi dở."
    en = "Nothing could be written to “{name}” ({reason}); nothing was left half written."


class ToolMissing(MuctieuError):
    """Facts: `name`, `tool`, `purpose_vi`, `purpose_en`, `install`."""

    exit_code = 5
    vi = "Tệp «{name}» cần chương trình {tool} để {purpose_vi}; hãy cài: {install}."
    en = "The file “{name}” needs the program {tool} to {purpose_en}; install it: {install}."


class ValueInvalid(MuctieuError):
    """A value in the person's data cannot be. Facts: `place`, `value`, `reason_vi`, `reason_en` (what is wrong and what to do)."""

    exit_code = 6
    vi = "{place}: giá trị «{value}» không hợp lệ: {reason_vi}"
    en = "{place}: the value “{value}” is not valid: {reason_en}"
