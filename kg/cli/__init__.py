"""The command line: `kg`."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from kg.errors import KgError


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line, and exit: a user's mistake is one line, a reader that goes away is none."""
    given = sys.argv[1:] if args is None else args
    try:
        if _quick(given):
            sys.stdout.flush()
            # Taking the interpreter down in good order is an eighth of the time that a question takes.
            os._exit(0)
        code = _click(given)
        sys.stdout.flush()
    except KgError as error:
        code = _say(str(error), error.exit_code)
    except KeyboardInterrupt:
        # A thread that is in the middle of a query cannot be asked to stop.
        os._exit(130)
    except BrokenPipeError:
        # What Python still holds for the closed pipe has nowhere to go.
        # https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


def _quick(given: list[str]) -> bool:
    """Whether this was a plain question, and is answered."""
    if given[:1] != ["query"]:
        return False
    from kg.cli.quick import answered

    return answered(given[1:])


def _click(given: list[str]) -> int:
    """The exit code of a command; click's own errors are said as one line too."""
    import click

    from kg.cli.commands import cli

    try:
        # Not cli.main(), which ends with 1 where a pipe's reader went away.
        with cli.make_context("kg", list(given)) as context:
            cli.invoke(context)
    except click.exceptions.Exit as wanted:
        return wanted.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return error.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "kg"
        return _say(f"{error.format_message()} Try `{where} --help`.", error.exit_code)
    except click.ClickException as error:
        return _say(error.format_message(), error.exit_code)
    except click.Abort:
        raise KeyboardInterrupt from None
    return 0


def _say(message: str, code: int) -> int:
    print(f"kg: {' '.join(message.split())}", file=sys.stderr)
    return code
