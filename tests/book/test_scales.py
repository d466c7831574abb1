"""
The scales with their meanings.
"""

from ncrefs.book.content import scales
from tests.book.shown import shown


def test_scales_explain_every_badge_and_witness() -> None:
    assert [
        "section#grades Grades of evidence",
        "  terms",
        "    = #grade-documented documented",
        "      p: Archives, official texts or several independent good sources agree.",
        "    = #grade-reported reported",
        (
            "      p: At least one source in a position to know says so, and nothing serious "
            "speaks against it."
        ),
        "    = #grade-alleged alleged",
        "      p: Said by an interested or untraceable party; not confirmed.",
        "    = #grade-disputed disputed",
        "      p: Serious sources contradict one another.",
        "    = #grade-refuted refuted",
        "      p: Strong sources show that it is not so.",
        "section#verdicts Verdicts on claims",
        "  terms",
        "    = #verdict-supported supported",
        "      p: Sources say the same.",
        "    = #verdict-imprecise imprecise",
        "      p: Right in substance, with a detail off.",
        "    = #verdict-disputed disputed",
        "      p: Sources contradict one another.",
        "    = #verdict-unsupported unsupported",
        "      p: Looked for; no source was found.",
        "    = #verdict-wrong wrong",
        "      p: Sources contradict it.",
        "    = #verdict-opinion opinion",
        "      p: An interpretation, which facts alone cannot settle.",
        "section#tiers Kinds of witness",
        "  list.witnesses",
        "    - {.number.tier-archive 1} **archive**: A document of the time, from an archive.",
        (
            "    - {.number.tier-official 2} **official**: What a state, party or agency "
            "published, with its interest."
        ),
        "    - {.number.tier-scholarship 3} **scholarship**: Research that says what it rests on.",
        (
            "    - {.number.tier-journalism 4} **journalism**: Reports of newspapers and agencies, "
            "seldom first hand."
        ),
        (
            "    - {.number.tier-testimony 5} **testimony**: Somebody who was there, or says so, "
            "in his own words."
        ),
        (
            "    - {.number.tier-reference 6} **reference**: Encyclopaedias and handbooks, which "
            "rest on others."
        ),
        (
            "    - {.number.tier-blog 7} **blog**: Private pages and retellings: where a story is "
            "found, not why it is believed."
        ),
    ] == shown(scales.scales())
