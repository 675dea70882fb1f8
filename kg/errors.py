"""The whole error tree.

KgError                 the command line prints it as one line; anything else is a bug
|- ArticleError         this article cannot be used: skip it, count it, go on
|- ModelMissing         the spaCy model is absent; the message holds the command that installs it
|- OntologyError        an ontology file, the binding or the shapes are broken; names the term
|  |- JavaMissing      there is no Java, without which the OWL reasoner does not run
|- PackError            curated data or a language pack is broken: file, entry and key
|- UsageError           asked for something that cannot be (exit 2)
   |- QueryError        unknown query, missing or ill-typed argument; lists what is valid
|- StoreError           locked, unreachable, refused; says which store
"""

from __future__ import annotations


class KgError(Exception):
    """A fault that its reader can mend; the message says what, where and what to do."""

    exit_code = 1


class ArticleError(KgError):
    """This article cannot be used; the others can."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason = source, reason


class ModelMissing(KgError):
    """The spaCy model is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the spaCy model {name!r} is not installed: run `pip install {name.replace('_', '-')}`")
        self.name = name


class OntologyError(KgError):
    """A file of the ontology, or what is bound to it, is broken."""


class JavaMissing(OntologyError):
    """There is no Java, without which the OWL reasoner does not run."""

    def __init__(self) -> None:
        super().__init__("the OWL reasoner needs Java, and there is none: install a Java runtime, 11 or newer")


class PackError(KgError):
    """Curated data or a language pack is broken: the file, its entry and key, and what would be valid there."""

    def __init__(self, file: str, reason: str, *, entry: str = "", key: str = "", valid: tuple[str, ...] = ()) -> None:
        known = f"; there are {', '.join(valid)}" if valid else ""
        super().__init__(f"{file}{', ' if entry else ''}{entry}: {reason}{known}")
        self.file, self.reason, self.entry, self.key, self.valid = file, reason, entry, key, valid


class UsageError(KgError):
    """The command line asks for something that cannot be: exit 2, as for click's own."""

    exit_code = 2


class QueryError(UsageError):
    """No such query, parameter or label, or SPARQL that does not parse."""


class StoreError(KgError):
    """A store that is missing, locked, unreachable, or refuses."""

    def __init__(self, store: str, reason: str) -> None:
        super().__init__(f"{store}: {reason}")
        self.store, self.reason = store, reason
