"""Where does the program write down what went wrong with itself, without a token or a message's words?"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FILE_BYTES = 1_000_000
FILES = 5

log = logging.getLogger(__name__)


def open_file(folder: Path) -> Path | None:
    """Log to ``folder``/logs/bluelamp.log from now on; return the file, None where it cannot be made."""
    from logging.handlers import RotatingFileHandler  # slow to import: after the first paint

    file = folder / "logs" / "bluelamp.log"
    try:
        file.parent.mkdir(exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=FILE_BYTES, backupCount=FILES, encoding="utf-8", delay=False
        )
    except OSError as error:
        log.warning("no log file can be written: %s", error.strerror)
        return None
    handler.setFormatter(logging.Formatter(FORMAT))
    logging.getLogger().addHandler(handler)
    return file


def catch_all() -> None:
    """Log what no code caught, on any thread: with a window there is nobody to read the console."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt | SystemExit):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("nobody caught this", exc_info=(kind, error, trace))
