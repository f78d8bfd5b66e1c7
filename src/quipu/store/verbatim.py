"""Text from outside in a database column, exactly as it came."""

import json

from sqlalchemy import Dialect, Text, TypeDecorator

_ESCAPED = "\x1b"


class Verbatim(TypeDecorator[str]):
    """Text from outside, kept exactly: lone surrogates and NUL, which databases refuse, are escaped reversibly."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as the database may hold it; equal texts stay equal."""
        if value is None or (value.isascii() and "\0" not in value and not value.startswith(_ESCAPED)):
            return value
        return _ESCAPED + json.dumps(value) if _is_odd(value) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it was."""
        if value is not None and value.startswith(_ESCAPED):
            return str(json.loads(value[1:]))
        return value


def _is_odd(value: str) -> bool:
    if "\0" in value or value.startswith(_ESCAPED):
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return False
