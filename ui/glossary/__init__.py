"""The glossary: terms with a sentence and a picture each, by name, and the forms in which texts write them."""

from ui.glossary.term import Term
from ui.glossary.terms import basics, codes, measures, networks, training

TERMS: dict[str, Term] = {
    term.name: term
    for term in sorted(
        (*basics.TERMS, *networks.TERMS, *codes.TERMS, *training.TERMS, *measures.TERMS),
        key=lambda term: term.title.lower(),
    )
}
NOT_TERMS = ("source code", "QR code", "fill the holes", "without holes")
"""Words that hold a term's form and mean something else."""


def forms(term: Term) -> set[str]:
    """Return all forms in which a text may write a term, in lower case: its title, others, and each with an s."""
    plain = {form.lower() for form in (term.title, *term.forms) if "(" not in form}
    return plain | {f"{form}s" for form in plain if form[-1].isalpha()}
