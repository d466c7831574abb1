"""
The pages of the claims and the questions.
"""

from ncrefs.book.content import audit
from tests.book.sample import sample
from tests.book.shown import Quoted, shown


def test_claims_stand_by_section_below_their_totals() -> None:
    assert [
        (
            "p.opening: Every statement of one unsourced article was taken out, restated in other "
            "words, looked up and judged. The verdict is about the statement as the article makes "
            "it; the grade is about the evidence for the fact behind it; the correction says what "
            "can be said instead."
        ),
        "table.totals",
        "  | Verdict | Claims | Meaning |",
        "  | <supported>.graded | 0 | Sources say the same. |",
        "  | <imprecise>.graded | 0 | Right in substance, with a detail off. |",
        "  | <disputed>.graded | 0 | Sources contradict one another. |",
        "  | <unsupported>.graded | 1 | Looked for; no source was found. |",
        "  | <wrong>.graded | 1 | Sources contradict it. |",
        "  | <opinion>.graded | 0 | An interpretation, which facts alone cannot settle. |",
        "container.filter.pst-js-only",
        "section#article-5 The VI Corps affair and the Frunze officers",
        "  terms.audit",
        "    = #c001 Claim 1 <unsupported>",
        "      p.statement: The First Corps rose in 1955.",
        "      p.finding: The article says that the First Corps rose in 1955.",
        "      p.about: About: [first-corps], [corps-plot]",
        "      p.about: Source: [lee2001.cite.tier-scholarship]",
        "section#article-6 Why coups fail: the domestic argument",
        "  terms.audit",
        "    = #c002 Claim 2 <wrong>",
        "      p.statement: A march began.",
        "      p.finding: It did not. Evidence: <documented>",
        "      p: “No source has it.” c002.md:12",
        "      p.about: About: [march]",
        "      p.about: Source: [lee2001.cite.tier-scholarship]",
    ] == shown(audit.article(sample(), Quoted()))


def test_questions_stand_by_theme_with_their_answer_and_what_they_are_about() -> None:
    assert [
        (
            "p.opening: What readers ask, and the shortest honest answer to it. The grade is that "
            "of the answer: it says how well what the answer rests on is known. Each answer leads "
            "on to the records that say more."
        ),
        (
            "p.letters.on-screen: [Has it been tried?](#theme-attempts) "
            "[Other questions](#theme-other)"
        ),
        "section#theme-attempts Has it been tried?",
        "  terms.questions",
        "    = #who-rose#who-rose-there Who rose?",
        "      p.finding: Colonels. Nobody else did. That is all. Grade of the answer: <alleged>",
        "      p: “He says so.” who-rose.md:10",
        "      p.about: About: [march], [han-sol]",
        "      p.about: Source: [lee2001.cite.tier-scholarship]",
        "section#theme-other Other questions",
        "  terms.questions",
        "    = #was-there-a-coup Was there a coup?",
        "      p.finding: No open attempt is known. Grade of the answer: <reported>",
        "      p.about: About: [corps-plot]",
        "      p.about: Source: [lee2001.cite.tier-scholarship]",
    ] == shown(audit.questions(sample(), Quoted()))
