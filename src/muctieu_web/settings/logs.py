"""One JSON object a line: what a machine reads of the server's log."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

_request = logging.getLogger("muctieu.request")


class JsonLines(logging.Formatter):
    """Time (UTC), level, logger, message, and the traceback where there is one. Never the body of a request."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update(getattr(record, "facts", {}))
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class RequestLog:
    """One line a request: method, path (no query, no body), status, milliseconds, the person's id. Not for static files and health."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers, and writes the line."""
        start = time.perf_counter()
        response = self.get_response(request)
        if not request.path.startswith(("/static/", "/healthz")) and _request.isEnabledFor(logging.INFO):
            actor = getattr(request, "actor", None)
            facts = {
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "ms": round((time.perf_counter() - start) * 1000, 1),
                "person": actor.id if actor else None,
            }
            _request.info("request", extra={"facts": facts})
        return response
