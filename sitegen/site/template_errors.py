"""What goes wrong in a template → an error that names the template, the line and the cure."""

from collections.abc import Collection
from traceback import walk_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from sitegen.errors import SitegenError

_LONGEST = 300
"""Characters of what Python or Jinja say; an error may quote a whole value."""

_NAMES = "the default theme in sitegen's own templates/ shows what a template may use"


def template_error(
    error: Exception, *, asked_for: str, own: Collection[str], default: Collection[str]
) -> SitegenError:
    """What ``error`` means to whoever writes templates.

    Args:
        error: raised while a template was read or rendered, by Jinja or by anything the template called.
        asked_for: the file of the template that was to be rendered.
        own: the files of the project's templates, as they were named to Jinja, whose tracebacks say so again.
        default: the same of the default theme.
    """
    path, line = _place(error, own) or _place(error, default) or (asked_for, None)
    message, hint = _words(error)
    return SitegenError(message[:_LONGEST], path=path, line=line, hint=hint)


def _place(error: Exception, files: Collection[str]) -> tuple[str, int] | None:
    """The line of the innermost template among ``files``; an expression has it in the traceback alone.

    The project's own are asked for first: when it calls a macro of the default theme, its call is at fault.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename is not None:
        return error.filename, error.lineno
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    inner = [(file, line) for file, line in frames if file in files]
    return inner[-1] if inner else None


def _words(error: Exception) -> tuple[str, str]:
    """The message and the hint."""
    match error:
        case TemplateNotFound():
            hint = "check the name; it is looked for in the templates folder, then in the default theme"
            return f"there is no template “{error.name or error}”", hint
        case TemplateError():
            return f"cannot be rendered: {error.message or type(error).__name__}", _NAMES
        case RecursionError():
            hint = "does it extend, include or call itself? extend a template of another name"
            return "cannot be rendered: it never comes to an end", hint
    return f"cannot be rendered: {type(error).__name__}: {error}", f"mend the expression; {_NAMES}"
