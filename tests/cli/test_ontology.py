"""`kg ontology`."""

from __future__ import annotations

from click.testing import CliRunner

from kg.cli.ontology import ontology


def test_checking_says_that_the_bound_terms_agree() -> None:
    result = CliRunner().invoke(ontology, ["bind", "--check"])
    assert (result.exit_code, result.output) == (0, "vocab.py agrees with the ontology\n")


def test_help_shows_how_to_call_it() -> None:
    assert "kg ontology bind --check" in CliRunner().invoke(ontology, ["bind", "--help"]).output
