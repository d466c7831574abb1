import re
from typing import NamedTuple

import pytest

from ncrefs import DATA
from ncrefs.check import check
from ncrefs.loading import read
from ncrefs.rules import RULES
from ncrefs.rules.base import Context, Rule
from tests.helpers import FILES, Folder

PERSON = "people/pak-hun.md"
CORPS = "organizations/first-corps.md"
PLOT = "plots/corps-plot.md"
CLAIM = "claims/c001.md"
QUESTION = "questions/was-there-a-coup.md"


class Breach(NamedTuple):
    """
    One place of a file to change, the rule that breaks and what is then reported.
    """

    rule: str
    path: str
    old: str
    new: str
    line: int
    field: str
    message: str
    more: dict[str, str] = {}  # noqa: RUF012  (files that the breach takes besides)

    def apply(self, folder: Folder) -> None:
        """
        Break the rule in a folder.
        """
        for path, text in self.more.items():
            folder.write(path, text)
        folder.replace(self.path, self.old, self.new)


JIN = "people/pak-jin.md"
PURGE = "purges/corps-purge.md"
PORT = "places/port-nam.md"
BIB = "sources.bib"
#: Another person and other claims, for breaches that take two.
OK = {
    "people/pak-ok.md": """\
---
name: Pak Ok
summary: A premier.
sources: [lee2001]
---
"""
}
CLAIMS = {
    f"claims/c00{number}.md": FILES[CLAIM]
    .replace("number: 1", f"number: {number}")
    .replace("statement: The", f"statement: ({number}) The")
    .replace("summary: The", f"summary: ({number}) The")
    .replace("name: The", f"name: {number} The")
    for number in (2, 3)
}
PREMIER = "posts: {title: Premier, office: premier, start: 1950, end: 1960}\nsources:"
COMMANDER = {
    PERSON: FILES[PERSON].replace("    of: first", "    office: corps commander\n    of: first")
}


BREACHES = {
    "record id, near one": Breach(
        "known-ids",
        PERSON,
        "of: first-corps",
        "of: frist-corps",
        10,
        "posts[0].of",
        'no record "frist-corps"; did you mean "first-corps"?',
    ),
    "record id, near none": Breach(
        "known-ids", PERSON, "of: first-corps", "of: navy", 10, "posts[0].of",
        'no record "navy"; add its record',
    ),
    "record id, near one of another kind": Breach(
        "known-ids", PERSON, "of: first-corps", "of: pak-jinn", 10, "posts[0].of",
        'no record "pak-jinn"; add its record',
    ),
    "record id in a plain field": Breach(
        "known-ids", PLOT, "where: port-nam", "where: [port-nam, port]", 6, "where[1]",
        'no record "port"; did you mean "port-nam"?',
    ),
    "record id in a claim": Breach(
        "known-ids", CLAIM, "corps-plot]", "corps-plott]", 8, "about[1]",
        'no record "corps-plott"; did you mean "corps-plot"?',
    ),
    "kind of a field's id": Breach(
        "right-kind", PERSON, "of: first-corps", "of: pak-jin", 10, "posts[0].of",
        '"pak-jin" is in people; write an id from organizations',
    ),
    "kind of one of several": Breach(
        "right-kind", PLOT, "led_to: [corps-purge]", "led_to: [coup]", 16, "led_to[0]",
        '"coup" is in terms; write an id from events, plots, purges or successions',
    ),
    "record id that is a source": Breach(
        "known-ids", PERSON, "of: first-corps", "of: lee2001", 10, "posts[0].of",
        'no record "lee2001"; it is a source: write an id from organizations',
    ),
    "record id with more around it": Breach(
        "known-ids", PERSON, "of: first-corps", "of: Organizations/First_Corps.md", 10,
        "posts[0].of", 'no record "Organizations/First_Corps.md"; did you mean "first-corps"?',
    ),
    "record by its name": Breach(
        "known-ids", PERSON, "where: port-nam", "where: Port Nam", 7, "died[0].where",
        'no record "Port Nam"; did you mean "port-nam"?',
    ),
    "record by a former id": Breach(
        "known-ids", PERSON, "of: first-corps", "of: coast-guard", 10, "posts[0].of",
        'no record "coast-guard"; its id is now "first-corps"',
        {CORPS: FILES[CORPS].replace("sources:", "renamed_from: coast-guard\nsources:")},
    ),
    "record by a former id, of another kind": Breach(
        "known-ids", PERSON, "to: pak-jin", "to: coast-guard", 14, "kin[0].to",
        'no record "coast-guard"; its id is now "first-corps"',
        {CORPS: FILES[CORPS].replace("sources:", "renamed_from: coast-guard\nsources:")},
    ),
    "source that is a record": Breach(
        "known-sources", JIN, "[lee2001]", "[lee2001, pak-hun]", 4, "sources[1]",
        'no source "pak-hun"; it is in people: write the key of a source',
    ),
    "source by its title": Breach(
        "known-sources", JIN, "[lee2001]", "[lee2001, A general dies]", 4, "sources[1]",
        'no source "A general dies"; did you mean "news2010"?',
    ),
    "citation of a record": Breach(
        "citations", PERSON, "`news2010,lee2001`", "`news2010,pak-jin`", 22, "text",
        'no source "pak-jin"; it is in people: write the key of a source',
    ),
    "citation with a page": Breach(
        "citations", PERSON, "`news2010,lee2001`", "`news2010, p. 5`", 22, "text",
        'no source "p. 5"; write keys alone: pages and words go into the text',
    ),
    "citation without commas": Breach(
        "citations", PERSON, "`news2010,lee2001`", "`news2010; @lee2001`", 22, "text",
        'no source "news2010; @lee2001"; put commas between keys',
    ),
    "citation with a comma too many": Breach(
        "citations", PERSON, "`news2010,lee2001`", "`news2010,`", 22, "text",
        'no source ""; a comma stands between two keys: take it out',
    ),
    "term that is a record": Breach(
        "terms", PERSON, "{term}`coup`", "{term}`pak-jin`", 22, "text",
        'no glossary term "pak-jin"; it is in people: write [text](#pak-jin)',
    ),
    "term by its id": Breach(
        "terms", PERSON, "{term}`coup`", "{term}`a-rising`", 22, "text",
        'no glossary term "a-rising"; write its name, "A Rising"',
        {"terms/a-rising.md": FILES["terms/coup.md"]
         .replace("name: Coup\naliases: [coup d'état]", "name: A Rising")
         .replace("summary: An open", "summary: Another")},
    ),
    "link to a page of the book": Breach(
        "links", PERSON, "his nature", "[x](../people/pak-jin.html)", 23, "text",
        'the link "../people/pak-jin.html" leads nowhere; did you mean "#pak-jin"?',
    ),
    "link by a former id": Breach(
        "links", PERSON, "his nature", "[x](#coast-guard)", 23, "text",
        'the link "#coast-guard" leads nowhere; its id is now "#first-corps"',
        {CORPS: FILES[CORPS].replace("sources:", "renamed_from: coast-guard\nsources:")},
    ),
    "role of reStructuredText": Breach(
        "roles", PERSON, "{cite}`news2010,lee2001`", ":cite:`news2010`", 22, "text",
        '":cite:" is no role of a record; write {cite}`...`',
    ),
    "role nearly of a record": Breach(
        "roles", PERSON, "his nature", "{nc:persn}`pak-jin`", 23, "text",
        '"nc:persn" is no role of a record; did you mean "nc:person"?',
    ),
    "role in the plural": Breach(
        "roles", PERSON, "his nature", "{nc:people}`pak-jin`", 23, "text",
        '"nc:people" is no role of a record; did you mean "nc:person"?',
    ),
    "value of no scale": Breach(
        "scales", PERSON, "his nature", "{nc:grade}`documentd`", 23, "text",
        '"documentd" is no value of a scale; did you mean "documented"?',
    ),
    "value of another scale": Breach(
        "scales", PERSON, "his nature", "{nc:verdict}`documented`", 23, "text",
        '"documented" is no value of a scale; write supported, imprecise, disputed, '
        "unsupported, wrong or opinion",
    ),
    "source where an id was seen, near one": Breach(
        "identifier-seen", PERSON, "seen: lee2001", "seen: lee2002", 17, "identifiers[0].seen",
        '"lee2002" is neither an address nor a source; did you mean "lee2001"?',
    ),
    "source, near one": Breach(
        "known-sources", PERSON, "[lee2001]", "[lee2001, lee2002]", 16, "sources[1]",
        'no source "lee2002"; did you mean "lee2001"?',
    ),
    "source, near none": Breach(
        "known-sources", CORPS, "end: 1990}", "end: 1990, sources: zzz}", 10, "ties[0].sources[0]",
        'no source "zzz"; add it to sources.bib',
    ),
    "no source": Breach(
        "has-sources", PERSON, "sources: [lee2001]\n", "", 1, "sources",
        "no source; every record cites at least one",
    ),
    "empty list of sources": Breach(
        "has-sources", PERSON, "[lee2001]", "[]", 16, "sources",
        "no source; every record cites at least one",
    ),
    "link in the body": Breach(
        "links", PERSON, "the owl*", "the owl* [x](#first-corp)", 21, "text",
        'the link "#first-corp" leads nowhere; did you mean "#first-corps"?',
    ),
    "link in the body, near none": Breach(
        "links", PERSON, "his nature", "[x](#zzz)", 23, "text",
        'the link "#zzz" leads nowhere; write [text](#id) with the id of a record',
    ),
    "link with a title": Breach(
        "links", "events/port-strike.md", "#corps-purge", "#zzz", 9, "text",
        'the link "#zzz" leads nowhere; write [text](#id) with the id of a record',
    ),
    "link to a file": Breach(
        "links", PERSON, "his nature", "[x](pak-jin.md)", 23, "text",
        'the link "pak-jin.md" leads nowhere; did you mean "#pak-jin"?',
    ),
    "link without its sign": Breach(
        "links", PERSON, "his nature", "[x](pak-jin)", 23, "text",
        'the link "pak-jin" leads nowhere; did you mean "#pak-jin"?',
    ),
    "link in a note": Breach(
        "links", PERSON, "asked for it", "[asked](#port-name)", 15, "fate.note",
        'the link "#port-name" leads nowhere; did you mean "#port-nam"?',
    ),
    "citation in the body": Breach(
        "citations", PERSON, "`news2010,lee2001`", "`news2010,lee2002`", 22, "text",
        'no source "lee2002"; did you mean "lee2001"?',
    ),
    "citation in a note": Breach(
        "citations", PERSON, "{cite}`news2010`.", "{cite}`zzz`.", 15, "fate.note",
        'no source "zzz"; add it to sources.bib',
    ),
    "term, near one": Breach(
        "terms", PERSON, "{term}`coup`", "{term}`coups`", 22, "text",
        'no glossary term "coups"; did you mean "Coup"?',
    ),
    "term, near none": Breach(
        "terms", PERSON, "{term}`coup`", "{term}`a rising <putsch>`", 22, "text",
        'no glossary term "putsch"; write the name of a glossary term',
    ),
    "HTML in the body": Breach(
        "no-html", PERSON, "his nature", "<i> nature", 23, "text",
        'raw HTML "<i>"; write MyST',
    ),
    "HTML in a field": Breach(
        "no-html", PLOT, "on the capital", "on<br>the capital", 13, "plan",
        'raw HTML "<br>"; write MyST',
    ),
    "directive in the body": Breach(
        "no-directives", PERSON, "Friends called", "```{note}\nFriends\n```\n\nThey called", 21,
        "text", 'directive "note"; write paragraphs, lists or tables: directives are for chapters',
    ),
    "directive in a quotation": Breach(
        "no-directives", PERSON, "Friends called", "> ```{raw} html\n> <b>\n> ```\n\nThey called",
        21, "text",
        'directive "raw"; write paragraphs, lists or tables: directives are for chapters',
    ),
    "code in a language": Breach(
        "no-languages", PERSON, "Friends called", "```html\n<b>\n```\n\nThey called", 21, "text",
        'code "```html" has a language or no end; leave out or close',
    ),
    "code without its end": Breach(
        "no-languages", PERSON, "in his nature.", "in his nature.\n\n```", 25, "text",
        'code "```" has a language or no end; leave out or close',
    ),
    "image": Breach(
        "no-images", PERSON, "his nature", "![his]( ../../x.png) nature", 23, "text",
        'image "../../x.png"; link to it: records have no images',
    ),
    "role that no record may use": Breach(
        "roles", PERSON, "his nature", "{download}`x <../y>`", 23, "text",
        '"download" is no role of a record; the roles are cite, term, abbr, sub, sup and nc:ref',
    ),
    "role without its content": Breach(
        "roles", PERSON, "his nature", "his nature {cite} `lee2001`", 23, "text",
        '"{cite}" is no role of a record; write its text right behind it: {cite}`...`',
    ),
    "role inside a link": Breach(
        "no-nesting", PERSON, "[First Corps]", "[Corps {cite}`lee2001`]", 19, "text",
        'role "cite" inside a link; put it after the link',
    ),
    "role for another kind": Breach(
        "link-roles", PERSON, "his nature", "{nc:person}`his <first-corps>`", 23, "text",
        'nc:person leads to a record of another kind; write nc:organization for "first-corps"',
    ),
    "heading without a text": Breach(
        "headings", PERSON, "Friends called", "##\n\nFriends called", 21, "text",
        'heading "##" has no text; write it or leave it out',
    ),
    "number that starts a field": Breach(
        "one-paragraph", PLOT, "plan: A march", "plan: 1955. A march", 13, "plan",
        "numbered list in a field of one paragraph; write sentences: \\1. and \\- are no lists",
    ),
    "quotation in a field": Breach(
        "one-paragraph", PLOT, "plan: A march on the capital.", "plan: '> A march.'", 13, "plan",
        "quotation in a field of one paragraph; write sentences: \\1. and \\- are no lists",
    ),
    "target": Breach(
        "no-targets", PERSON, "Friends called", "(friends)=\nFriends called", 21, "text",
        'target "(friends)="; leave it out: the id is the target',
    ),
    "footnote": Breach(
        "no-footnotes", PERSON, "his nature", "his nature[^1]", 23, "text",
        'footnote "1"; cite a source, or say it here',
    ),
    "comment": Breach(
        "no-comments", PERSON, "Friends called", "% Friends called\n\nThey called", 21, "text",
        'comment "% Friends called"; it is not shown: write \\% or delete it',
    ),
    "rule between paragraphs": Breach(
        "no-rules", PERSON, "Friends called", "***\n\nFriends called", 21, "text",
        'rule "***"; part a text by headings or paragraphs',
    ),
    "table of a head alone": Breach(
        "tables", PERSON, "Friends called", "| a |\n|---|\n\nFriends called", 21, "text",
        'table "| a |" has no row; write one or leave it out',
    ),
    "line that breaks": Breach(
        "no-line-breaks", PERSON, "*the owl*\n", "*the owl*  \n", 21, "text",
        'break of the line after "Friends called him *the owl*"; delete the spaces or backslash '
        "at its end",
    ),
    "break of cells": Breach(
        "no-breaks", PERSON, "Friends called", "+++\n\nFriends called", 21, "text",
        '"+++" is a break of cells; leave it out',
    ),
    "front matter in the body": Breach(
        "no-front-matter", PERSON, "He led the", "---\na: b\n---\nHe led the", 19, "text",
        '"---" starts fields; they stand above',
    ),
    "substitution": Breach(
        "no-substitutions", PERSON, "his nature", "his {{nature}}", 23, "text",
        'substitution "{{nature}}"; write the text itself',
    ),
    "deep nesting": Breach(
        "depth", PERSON, "Friends called", f"{'> ' * 15}Oh\n\nFriends called", 21, "text",
        f"nested too deep at {'> ' * 15}Oh; write it flat",
    ),
    "link name given twice": Breach(
        "link-names", PERSON, "his nature.", "his [a].\n\n[a]: #pak-jin\n[a]: #pak-jin", 26, "text",
        'the link name "A" is given twice; keep one',
    ),
    "text that breaks the parser": Breach(
        "parser", PERSON, "in his nature.", "in his nature.\n\n> % x\n>", 19, "text",
        'the book cannot read this text: "string index out of range"; write it more plainly',
    ),
    "address without a host": Breach(
        "links", PERSON, "his nature", "[his](https://) nature", 23, "text",
        'the link "https://" leads nowhere; write https://host/path',
    ),
    "link without its end": Breach(
        "lost-links", PERSON, "(#first-corps)", "(#first-corps", 19, "text",
        '"](#first-corps." is no link; write [text](#id) or [text](https://...)',
    ),
    "link that is none": Breach(
        "lost-links", PERSON, "his nature", "[his](javascript:alert) nature", 23, "text",
        '"](javascript:alert)" is no link; write [text](#id) or [text](https://...)',
    ),
    "character behind an entity": Breach(
        "characters", PERSON, "his nature", "his&#8238; nature", 23, "text",
        "U+202E RIGHT-TO-LEFT OVERRIDE is an invisible character; delete it",
    ),
    "link with a space": Breach(
        "lost-links", PERSON, "his nature", "[his](#pak jin) nature", 23, "text",
        '"](#pak jin)" is no link; write [text](#id) or [text](https://...)',
    ),
    "former id with a path": Breach(
        "former-ids", JIN, "sources:", "renamed_from: ../pak\nsources:", 4, "renamed_from[0]",
        '"../pak": a file name is lower-case ASCII words joined by hyphens',
    ),
    "name without a letter": Breach(
        "named", "mechanisms/watching.md", "name: Watching", "name: '...'", 2, "name",
        '"..." has no letter; write a name or leave it out',
    ),
    "alias in other capitals": Breach(
        "same-letters", PERSON, "[Park Hoon]", "[PAK HUN]", 4, "aliases[0]",
        '"PAK HUN" differs from "Pak Hun" in capitals only; leave it out',
    ),
    "post given twice": Breach(
        "repeats", PERSON, "kin:\n",
        "  - {title: Commander, of: first-corps, start: 1950, end: 1956~, note: Again.}\nkin:\n",
        13, "posts[1]", "Commander first-corps is in the list already; leave it out",
    ),
    "link by name": Breach(
        "links", PERSON, "in his nature.", "in [his][nature].\n\n[nature]: #first-cops", 25, "text",
        'the link "#first-cops" leads nowhere; did you mean "#first-corps"?',
    ),
    "markup in the summary": Breach(
        "plain-fields", PERSON, "A general who", "A *general* who", 5, "summary",
        "has markup; write plain text",
    ),
    "link in the summary": Breach(
        "plain-fields", PERSON, "led the First Corps.", '"led the [Corps](#first-corps)."', 5,
        "summary", "has markup; write plain text",
    ),
    "HTML in the summary": Breach(
        "plain-fields", PERSON, "A general who", "A <b>general who", 5, "summary",
        "has markup; write plain text",
    ),
    "code in the name": Breach(
        "plain-fields", "mechanisms/watching.md", "name: Watching", "name: Watching `x`", 2, "name",
        "has markup; write plain text",
    ),
    "summary without its stop": Breach(
        "summary", PERSON, "First Corps.\nborn", "First Corps\nborn", 5, "summary",
        "no sentence; end it with a full stop",
    ),
    "post that ends before it starts": Breach(
        "end-after-start", PERSON, "end: 1956~", "end: 1949", 12, "posts[0].end",
        "1949 lies before its start, 1950; mend either",
    ),
    "tie that ends before it starts": Breach(
        "end-after-start", CORPS, "end: 1990", "end: 1947-12", 10, "ties[0].end",
        "1947-12 lies before its start, 1948; mend either",
    ),
    "former name that ends before it starts": Breach(
        "end-after-start", CORPS, "end: 1949", "end: 1947", 7, "former_names[0].end",
        "1947 lies before its start, 1948; mend either",
    ),
    "organization that ends before it starts": Breach(
        "end-after-start", CORPS, "founded: 1948", "founded: 1948\ndissolved: 1947", 6,
        "dissolved[0]", "1947 lies before its start, 1948; mend either",
    ),
    "death before birth": Breach(
        "died-after-born", "people/pak-jin.md", "sources:", "born: 1880\ndied: 1879\nsources:", 5,
        "died[0]", "1879 lies before the birth, 1880; mend either",
    ),
    "post before birth": Breach(
        "post-in-life", PERSON, "born: 1900", "born: 1951", 11, "posts[0].start",
        "1950 lies outside the holder's life (born 1951, died 1970-05-01); mend either",
    ),
    "post after death": Breach(
        "post-in-life", PERSON, "end: 1956~", "end: 1970-06", 12, "posts[0].end",
        "1970-06 lies outside the holder's life (born 1900, died 1970-05-01); mend either",
    ),
    "post of somebody whose birth is unknown": Breach(
        "post-in-life", PERSON, "born: 1900\ndied: {value: 1970-05-01,", "died: {value: 1955,", 11,
        "posts[0].end",
        "1956~ lies outside the holder's life (born unknown, died 1955); mend either",
    ),
    "tie to the dead": Breach(
        "tie-in-life", CORPS, "sources:",
        "  - {relation: reports-to, to: pak-hun, start: 1950}\nsources:", 11, "ties[1]",
        "a tie without an end lies outside the life of pak-hun (died 1970-05-01); mend either",
    ),
    "tie after death": Breach(
        "tie-in-life", CORPS, "sources:",
        "  - {relation: reports-to, to: pak-hun, start: 1950, end: 1971}\nsources:", 11,
        "ties[1].end",
        "1971 lies outside the life of pak-hun (died 1970-05-01); mend either",
    ),
    "latitude": Breach(
        "coordinates", "places/port-nam.md", "latitude: 41.5", "latitude: 90.5", 5,
        "coordinates.latitude",
        "90.5 is no latitude; write degrees from -90 to 90, latitude first",
    ),
    "longitude": Breach(
        "coordinates", "places/port-nam.md", "longitude: 129.75", "longitude: -181", 5,
        "coordinates.longitude",
        "-181.0 is no longitude; write degrees from -180 to 180, latitude first",
    ),
    "country": Breach(
        "country", "places/port-nam.md", "country: KP", "country: North Korea", 4, "country",
        '"North Korea" is no country code; write two capitals of ISO 3166-1, such as CN; '
        "a plot at home has none",
    ),
    "Hangul without Hangul": Breach(
        "scripts", PERSON, "hangul: 박훈", "hangul: Bak Hun", 3, "korean.hangul",
        '"Bak Hun" has no Hangul; write Hangul or leave it out',
    ),
    "hanja without hanja": Breach(
        "scripts", PERSON, "hanja: 朴勳", "hanja: 박훈", 3, "korean.hanja",
        '"박훈" has no hanja; write hanja or leave it out',
    ),
    "romanization in Hangul": Breach(
        "scripts", PERSON, "rr: Bak Hun", "rr: 박훈", 3, "korean.rr",
        '"박훈" has no Latin; write Latin or leave it out',
    ),
    "alias that is the name": Breach(
        "aliases", "terms/coup.md", "[coup d'état]", "[coup d'état, Coup]", 3, "aliases[1]",
        '"Coup" is there already; leave it out',
    ),
    "alias that is a Korean form": Breach(
        "aliases", PERSON, "[Park Hoon]", "[Bak Hun]", 4, "aliases[0]",
        '"Bak Hun" is there already; leave it out',
    ),
    "alias given twice": Breach(
        "aliases", PERSON, "[Park Hoon]", "[Park Hoon, Park, Park Hoon]", 4, "aliases[2]",
        '"Park Hoon" is there already; leave it out',
    ),
    "identifier": Breach(
        "identifiers", PERSON, "value: Q42", "value: q42", 17, "identifiers[0].value",
        '"q42" is no identifier of wikidata; write it as that list does, such as Q423',
    ),
    "where an identifier was seen": Breach(
        "identifier-seen", PERSON, "seen: lee2001", "seen: www.example.org", 17,
        "identifiers[0].seen",
        '"www.example.org" is neither an address nor a source; write https://... or the key of a '
        "source",
    ),
    "who retells, but not who tells": Breach(
        "tellers", PERSON, "sources: [lee2001]",
        "accounts:\n  - {on: date, says: In May., retold_from: pak-jin}\nsources: [lee2001]", 17,
        "accounts[0].retold_from", "say in told_by who retells it",
    ),
    "former id that is in use": Breach(
        "renamed", "people/pak-jin.md", "sources:", "renamed_from: pak-hun\nsources:", 4,
        "renamed_from[0]", '"pak-hun" is already an id of pak-hun; an id is never used twice',
    ),
    "answer that is too long": Breach(
        "answers", QUESTION, "No open attempt", f"No {'very ' * 60}open attempt", 3, "summary",
        "65 words; the answer to a question has at most 60",
    ),
    "question without its mark": Breach(
        "question-mark", QUESTION, "name: Was there a coup?", "name: Was there a coup", 2, "name",
        "no question; end it with a question mark",
    ),
    "feature of a case at home": Breach(
        "features", PLOT, "grade: alleged",
        "features: {feature: war lost, value: yes, sources: news2010}\ngrade: alleged", 17,
        "features[0]",
        "war lost belongs to a case with a country, stands there once, and has a source",
    ),
    "actor with both": Breach(
        "actors", PLOT, "{who: first-corps, ", "{who: first-corps, name: A corps, ", 8, "actors[0]",
        "write either who (a record's id) or name",
    ),
    "actor with neither": Breach(
        "actors", PLOT, "{name: a driver, ", "{", 9, "actors[1]",
        "write either who (a record's id) or name",
    ),
    "inverse of a kinship": Breach(
        "kin", PERSON, "to: pak-jin}", "to: pak-jin, inverse: niece}", 14, "kin[0].inverse",
        '"niece" is no inverse of "father"; write son, daughter or child, or leave it out',
    ),
    "estimate": Breach(
        "estimates", PLOT, "high: 12", "high: 9.5", 15, "victims[0].high",
        "9.5 is less than low, 10.0; swap them",
    ),
    "number of a claim": Breach(
        "claim-number", CLAIM, "number: 1", "number: 12", 4, "number",
        "number and file differ; name the file c012.md",
    ),
    "section of a claim": Breach(
        "claim-section", CLAIM, "section: 5", "section: 10", 5, "section",
        "no section 10; write 1 to 9",
    ),
    "term without a definition": Breach(
        "has-body", "terms/coup.md", "An open attempt by insiders to unseat the ruler.\n", "", 7,
        "text", "a term needs a definition below its fields",
    ),
    "source that nothing cites": Breach(
        "cited", "sources.bib", "@online",
        "@misc{old1999, title = {A}, url = {https://a.org}, tier = {blog}}\n@online",
        9,
        "old1999", "no record cites this source; cite it or take it out",
    ),
    "name used twice": Breach(
        "unique-names", "people/pak-jin.md", "name: Pak Jin", "name: PAK-HUN", 2, "name",
        '"PAK-HUN" is also the name of pak-hun; tell them apart',
    ),
    "record that leads to itself": Breach(
        "itself", PLOT, "led_to: [corps-purge]", "led_to: [corps-plot]", 16, "led_to[0]",
        "the record names itself; name another or leave it out",
    ),
    "bodies that are parts of each other": Breach(
        "cycles", "organizations/the-army.md", "form: armed forces",
        "form: armed forces\nties: {relation: part-of, to: the-guard}", 5, "ties[0].to",
        "leads back to itself: the-army, the-guard, the-army; take out one of them",
        {
            "organizations/the-guard.md": "---\nname: The Guard\nsummary: A guard.\n"
            "form: guard force\nties: {relation: part-of, to: the-army}\nsources: lee2001\n---\n"
        },
    ),
    "target given twice": Breach(
        "repeats", PLOT, "target: [the-army]", "target: [the-army, the-army]", 12, "target[1]",
        '"the-army" is in the list already; leave it out',
    ),
    "kin given twice": Breach(
        "repeats", PERSON, "to: pak-jin}", "to: pak-jin}\n  - {relation: father, to: pak-jin}",
        15, "kin[1]", "father pak-jin is in the list already; leave it out",
    ),
    "two fathers": Breach(
        "parents", PERSON, "to: pak-jin}", "to: pak-jin}\n  - {relation: father, to: pak-ok}", 15,
        "kin[1].to", "the father is pak-jin already; keep one", OK,
    ),
    "each the father of the other": Breach(
        "kin-both-ends", JIN, "sources:", "kin: {relation: father, to: pak-hun}\nsources:", 4,
        "kin[0].relation",
        "pak-hun is said to be the father, but says father of this person; mend either",
    ),
    "predecessor who succeeds": Breach(
        "handed-over", "successions/handover.md", "successor: [pak-hun]", "successor: [pak-jin]", 6,
        "successor[0]", "pak-jin is the predecessor, too; name another person",
    ),
    "half a syllable": Breach(
        "letters", PERSON, "hangul: 박훈", "hangul: 박ㅎ훈", 3, "korean.hangul",
        "U+314E HANGUL LETTER HIEUH is no hangul; write whole syllables or hanja",
    ),
    "radical for a hanja": Breach(
        "letters", PERSON, "hanja: 朴勳", "hanja: 朴⼒", 3, "korean.hanja",
        "U+2F12 KANGXI RADICAL POWER is no hanja; write whole syllables or hanja",
    ),
    "Latin in Hangul": Breach(
        "one-script", PERSON, "hangul: 박훈", "hangul: Pak 훈", 3, "korean.hangul",
        '"Pak 훈" mixes scripts; write each form in its own field',
    ),
    "romanization in Cyrillic": Breach(
        "scripts", PERSON, "rr: Bak Hun", "rr: Пак Хун", 3, "korean.rr",
        '"Пак Хун" has no Latin; write Latin or leave it out',
    ),
    "alias with a comma": Breach(
        "comma", PERSON, "aliases: [Park Hoon]", "aliases: Park Hoon, Bak Hoon", 4, "aliases[0]",
        '"Park Hoon, Bak Hoon" is one alias with a comma; write [a, b] for two, or quote it in a '
        "list",
    ),
    "alias that is another's name": Breach(
        "shared-names", JIN, "sources:", "aliases: [PAK HUN]\nsources:", 4, "aliases[0]",
        '"PAK HUN" is the name of pak-hun; tell them apart, or leave it out',
    ),
    "identifier of two": Breach(
        "identified-once", JIN, "sources:",
        "identifiers: {scheme: wikidata, value: Q42, seen: lee2001}\nsources:", 4,
        "identifiers[0].value", "Q42 of wikidata is pak-hun; one of them is another",
    ),
    "namesake": Breach(
        "namesakes", JIN, "summary:", "korean: {hangul: 박훈, hanja: 朴勳}\nsummary:", 3, "korean",
        "pak-hun has the same name in Hangul and hanja; if it is the same, keep one",
    ),
    "summary of another": Breach(
        "summaries", JIN, "The father of Pak Hun.", "A general who led the First Corps.", 3,
        "summary", "pak-hun has the same; say what is this one's own",
    ),
    "name that is too long": Breach(
        "lengths", "mechanisms/watching.md", "name: Watching", f"name: W{'x' * 120}", 2, "name",
        "121 characters; write at most 120",
    ),
    "summary of four sentences": Breach(
        "sentences", PERSON, "A general who led the First Corps.",
        "A general. He led it. He fell. He died.", 5, "summary", "4 sentences; write one or two",
    ),
    "point in another country": Breach(
        "on-the-map", PORT, "latitude: 41.5", "latitude: -41.5", 5, "coordinates",
        "no point of KP; write latitude 37.5 to 43.1 and longitude 124.0 to 131.0",
    ),
    "country that is none": Breach(
        "country", PORT, "country: KP", "country: XX", 4, "country",
        '"XX" is no country code; write two capitals of ISO 3166-1, such as CN; '
        "a plot at home has none",
    ),
    "event in the future": Breach(
        "in-time", "events/port-strike.md", "1953-03-01/1953-03-02", "2999", 4, "when",
        "2999 is in the future or long ago; mend the year",
    ),
    "checked at some time": Breach(
        "checked-on-a-day", JIN, "sources:", "checked: 199X\nsources:", 4, "checked",
        "199X is no day; write the one on which it was compared, such as 2026-11-29",
    ),
    "event long ago": Breach(
        "in-time", "events/port-strike.md", "1953-03-01/1953-03-02", "0001", 4, "when",
        "0001 is in the future or long ago; mend the year",
    ),
    "effect before its cause": Breach(
        "causes", PURGE, "grade:", "led_to: [port-strike]\ngrade:", 6, "led_to[0]",
        "port-strike (1953-03-01/1953-03-02) came before this (1956-01/1956-03); mend a date, or "
        "turn the two around",
    ),
    "part of another time": Breach(
        "parts", PURGE, "grade:", "part_of: [port-strike]\ngrade:", 6, "part_of[0]",
        "port-strike (1953-03-01/1953-03-02) does not meet this (1956-01/1956-03); mend a date, or "
        "say led_to",
    ),
    "in office though dead": Breach(
        "fates", PERSON, "what: retired", "what: in office", 15, "fate.what",
        "in office (now) and the life (died 1970-05-01) cannot both be; mend either",
    ),
    "fate after death": Breach(
        "fates", PERSON, "what: retired", "what: retired, when: 1971", 15, "fate.when",
        "retired (1971) and the life (died 1970-05-01) cannot both be; mend either",
    ),
    "death at two times": Breach(
        "fates", PERSON, "what: retired", "what: executed, when: 1969", 15, "fate.when",
        "executed (1969) and the life (died 1970-05-01) cannot both be; mend either",
    ),
    "life that is too long": Breach(
        "lives", PERSON, "born: 1900", "born: 1800", 7, "died[0]",
        "a life of 170 years; mend born or died",
    ),
    "post of a child": Breach(
        "ages", PERSON, "born: 1900", "born: 1940", 11, "posts[0].start",
        "a post at the age of 10; mend born or start",
    ),
    "post in a body that is gone": Breach(
        "in-existence", PERSON, "start: 1950", "start: 1951", 11, "posts[0].start",
        "1951: first-corps was dissolved in 1949; mend either",
        {CORPS: FILES[CORPS].replace("seat:", "dissolved: 1949\nseat:")},
    ),
    "post in a body that is not yet": Breach(
        "in-existence", PERSON, "end: 1956~", "end: 1952", 12, "posts[0].end",
        "1952: first-corps was founded in 1953; mend either",
        {
            CORPS: FILES[CORPS].replace("1948", "1953").replace("1949", "1954"),
        },
    ),
    "post before its body": Breach(
        "begun", PERSON, "start: 1950", "start: 1947", 11, "posts[0].start",
        "1947 lies before the founding of first-corps, 1948; mend either, or add a former name",
    ),
    "Latin letters in the hanja": Breach(
        "one-script", PERSON, "hanja: 朴勳", "hanja: 朴 Hun", 3, "korean.hanja",
        '"朴 Hun" mixes scripts; write each form in its own field',
    ),
    "long alias": Breach(
        "lengths", PERSON, "[Park Hoon]", f"[Park Hoon, {'a' * 121}]", 4, "aliases[1]",
        "121 characters; write at most 120",
    ),
    "figure below nothing": Breach(
        "negative", PLOT, "low: 10", "low: -10", 15, "victims[0].low",
        "-10.0 is less than nothing; leave the sign out",
    ),
    "more than all": Breach(
        "per-cent", PLOT, "high: 12, unit: people", "high: 120, unit: per cent", 15,
        "victims[0].high", "120.0 per cent is more than all; mend it or the unit",
    ),
    "claim that is missing": Breach(
        "claims-in-order", "claims/c003.md", "verdict: unsupported", "verdict: wrong", 4, "number",
        "claim 3 comes where 2 should; number the claims without a gap",
        {"claims/c003.md": CLAIMS["claims/c003.md"]},
    ),
    "section out of order": Breach(
        "sections-in-order", "claims/c002.md", "section: 5", "section: 4", 5, "section",
        "section 4 comes after section 5; claims are in the article's order",
        {"claims/c002.md": CLAIMS["claims/c002.md"]},
    ),
    "statement of two claims": Breach(
        "statements", "claims/c002.md", "statement: (2) The", "statement: The", 6, "statement",
        "c001 states the same; keep one of them",
        {"claims/c002.md": CLAIMS["claims/c002.md"]},
    ),
    "two holders of one office": Breach(
        "one-holder", "people/pak-ok.md", "sources:", PREMIER.replace("1950", "1955"), 4,
        "posts[0]",
        "pak-jin was premier, too, 1950 to 1960; mend a date, or write acting or deputy in the "
        "title",
        {**OK, JIN: FILES[JIN].replace("sources:", PREMIER)},
    ),
    "holder whose record says otherwise": Breach(
        "holders-posts", CORPS, "ties:",
        "holders: {office: corps commander, who: pak-hun, start: 1952}\nties:", 9, "holders[0]",
        "the record of pak-hun says 1950 to 1956~ of the office corps commander; mend either",
        COMMANDER,
    ),
    "tenure said twice": Breach(
        "said-twice", CORPS, "ties:",
        "holders: {office: corps commander, who: pak-hun, start: 1950}\nties:", 9, "holders[0]",
        "the record of pak-hun says so already; leave it out here",
        COMMANDER,
    ),
    "source from before what it says": Breach(
        "foretold", JIN, "sources:",
        "posts: {title: Mayor, start: 2002-03, sources: [lee2001]}\nsources:", 4,
        "posts[0].sources",
        "lee2001 was published (2001) before 2002-03; cite what came later",
    ),
    "source from before the end": Breach(
        "too-old", JIN, "sources:",
        "posts: {title: Mayor, start: 1990, end: 2002-03, sources: [lee2001]}\nsources:", 4,
        "posts[0].sources",
        "none is as late as 2002-03; add the source that says so, or leave the date out",
    ),
    "citation as another program has it": Breach(
        "foreign-links", PERSON, "his nature", "his [@lee2001] nature", 23, "text",
        '"[@lee2001]" leads nowhere as it stands; write [text](#id), or {cite}`key`',
    ),
    "source that nobody can find": Breach(
        "traceable", BIB,
        "  author = {Lee, Mina},\n  title = {Armies and Parties},\n  date = {2001},\n"
        "  publisher = {Hanul},",
        "  title = {Armies and Parties},\n  date = {2001},", 1, "lee2001",
        "nobody can find it; write an author, a publisher, a url, or where it is known from",
    ),
    "source of the future": Breach(
        "published", BIB, "{2010-05}", "{2999}", 11, "news2010.date",
        "2999 is in the future or long ago; mend the year",
    ),
    "page without its address": Breach(
        "online", BIB, "url = {https://example.org/general}", "publisher = {A}", 9, "news2010.url",
        "@online has no address; add its url, or write @misc",
    ),
    "title that few can read": Breach(
        "translated", BIB, "{Armies and Parties}", "{군대와 당},\n  langid = {ko}", 1,
        "lee2001.titleaddon",
        "few can read this title; add what it means in English, in brackets",
    ),
    "translation from nowhere": Breach(
        "foreign", BIB, "publisher = {Hanul},",
        "publisher = {Hanul},\n  titleaddon = {[Armies and parties]},", 1, "lee2001.langid",
        "a title is translated, but from which language; add langid, or take titleaddon out",
    ),
    "address of a machine": Breach(
        "settled", BIB, "{https://example.org/general}", "{https://192.0.2.7:8080/general}", 12,
        "news2010.url",
        "192.0.2.7:8080 is a machine's number or port, which seldom lasts; write the publisher's "
        "address",
    ),
    "work under two keys": Breach(
        "works", BIB, "publisher = {Hanul},",
        "publisher = {Hanul},\n  url = {http://example.org/general/},", 13, "news2010.url",
        "lee2001 has the same address; keep one of them, or give the part that each is",
    ),
    "ligature": Breach(
        "typed-letters", PERSON, "Friends called", "Ofﬁcers called", 21, "text",
        'U+FB01 LATIN SMALL LIGATURE FI is never found; write "fi"',
    ),
    "ligature in a name": Breach(
        "typed-letters", "mechanisms/watching.md", "name: Watching", "name: Oﬀence", 2, "name",
        'U+FB00 LATIN SMALL LIGATURE FF is never found; write "ff"',
    ),
    "hyphen that does not break": Breach(
        "typed-letters", PERSON, "his nature", "his nature, co\u2011founder", 23, "text",
        'U+2011 NON-BREAKING HYPHEN is never found; write "-"',
    ),
    "space that does not break": Breach(
        "typed-letters", PERSON, "his nature", "his\u00a0nature", 23, "text",
        'U+00A0 NO-BREAK SPACE is never found; write " "',
    ),
    "ligature in a title": Breach(
        "typed-letters", BIB, "A General Dies", "A Ofﬁcer Dies", 10, "news2010.title",
        'U+FB01 LATIN SMALL LIGATURE FI is never found; write "fi"',
    ),
    "ligature in the name of a book": Breach(
        "typed-letters", BIB, "  publisher = {Hanul}", "  booktitle = {Oﬃce}", 5,
        "lee2001.booktitle", 'U+FB03 LATIN SMALL LIGATURE FFI is never found; write "ffi"',
    ),
    "two spaces": Breach(
        "typed", PERSON, "his nature", "his   nature", 23, "text",
        '"his   nature.": more than one space; write one',
    ),
    "space before a comma": Breach(
        "typed", PERSON, "his nature", "his , nature", 23, "text",
        '"his , nature.": a space before the sign; delete it',
    ),
    "full stop twice": Breach(
        "typed", PERSON, "his nature.", "his nature..", 23, "text",
        '"nature..": two signs; keep one',
    ),
    "no space behind a full stop": Breach(
        "typed", PERSON, "his nature.", "his nature.He died.", 23, "text",
        '"nature.He": no space behind the sign; write one',
    ),
    "space in brackets": Breach(
        "typed", PERSON, "his nature", "his nature ( so far)", 23, "text",
        '"nature ( so": a space inside the bracket; delete it',
    ),
    "word twice over a line's end": Breach(
        "typed", PERSON, "in his nature", "in\nin his nature", 23, "text",
        '"not in in his": a word twice; delete one',
    ),
    "quotation marks of a word processor": Breach(
        "typed", PLOT, "A march on", "A “march on", 13, "plan",
        '"A “march": write ", which the book turns into such a mark',
    ),
    "apostrophe of a word processor": Breach(
        "typed", PERSON, "his nature", "Pak’s nature", 23, "text",
        """"Pak’s": write ', which the book turns into such a mark""",
    ),
    "ellipsis": Breach(
        "typed", PERSON, "his nature", "his … nature", 23, "text",
        '"his … nature.": write ..., which the book turns into such a sign',
    ),
    "bracket alone": Breach(
        "typed", PERSON, "his nature", "his (nature", 23, "text",
        '"his (nature.": ( and ) do not pair; add or delete one',
    ),
    "bracket alone in a value": Breach(
        "typed", PERSON, "title: Commander", "title: Commander]", 9, "posts[0].title",
        '"Commander]": [ and ] do not pair; add or delete one',
    ),
    "star alone": Breach(
        "typed", PERSON, "*the owl*", "*the owl", 21, "text",
        '"him *the": a star alone; add or delete one',
    ),
    "backtick alone": Breach(
        "typed", PERSON, "in his nature", "in `his nature", 23, "text",
        '"in `his": a backtick alone; add or delete one',
    ),
    "citation behind the full stop": Breach(
        "typed", PERSON, "his nature.", "his nature. {cite}`lee2001`", 23, "text",
        '"nature. {cite}`lee2001`": a citation stands before the full stop; move it',
    ),
    "TeX in a text": Breach(
        "typed", PERSON, "his nature", "\\emph{his} nature", 23, "text",
        '"in \\emph{his}": TeX; write the text itself, or \\\\ for a backslash',
    ),
    "mark of other programs": Breach(
        "typed", PERSON, "his nature", "~~his~~ nature", 23, "text",
        '"in ~~his~~ nature.": no mark of MyST; delete it',
    ),
    "entity of a space": Breach(
        "typed", PERSON, "his nature", "his&nbsp;nature", 23, "text",
        '"his&nbsp;nature.": write a usual space',
    ),
    "address that is no link": Breach(
        "typed", PERSON, "his nature", "https://example.org", 23, "text",
        '"in https://example.org.": no link; write <https://...> or [text](https://...)',
    ),
    "quotation mark alone": Breach(
        "typed", PERSON, "his nature", 'his "nature', 23, "text",
        """"his "nature.": a quotation mark alone; add or delete one""",
    ),
}  # fmt: skip


def broken(folder: Folder) -> list[str]:
    """
    The names of the rules that a folder breaks.
    """
    catalog, _, unreadable = read(folder.root)
    context = Context(catalog, frozenset(unreadable))
    return [rule.name for rule in RULES if _breaches(rule, context)]


def _breaches(rule: Rule, context: Context) -> bool:
    if rule.scope == "catalog":
        return any(rule.find(context))
    return any(any(rule.find(entity, context)) for entity in context.catalog.records)


class TestRules:
    """
    Tests for the rules.
    """

    def test_small_catalog_keeps_all(self, folder: Folder) -> None:
        """
        The catalog that the other tests break is whole.
        """
        assert [] == folder.check()

    @pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES.keys())
    def test_breach(self, folder: Folder, breach: Breach) -> None:
        """
        A breach gives exactly one problem, at its file, line and field.
        """
        breach.apply(folder)

        assert [(breach.path, breach.line, breach.field, breach.message)] == folder.check()

    @pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES.keys())
    def test_breach_of_one_rule(self, folder: Folder, breach: Breach) -> None:
        """
        A breach breaks no rule but its own.
        """
        breach.apply(folder)

        assert [breach.rule] == broken(folder)

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
    def test_every_rule_is_broken_by_some_test(self, rule: Rule) -> None:
        """
        Each rule has an example above that breaks it, with the rule's own message.
        """
        examples = [breach for breach in BREACHES.values() if breach.rule == rule.name]
        parts = re.split(r"\{\w+\}", rule.message)
        pattern = ".*".join(re.escape(part) for part in parts)

        assert examples
        assert all(re.fullmatch(pattern, example.message) for example in examples)

    def test_names_are_unique(self) -> None:
        """
        No two rules have one name.
        """
        names = [rule.name for rule in RULES]

        assert sorted(set(names)) == sorted(names)


LISTED = '{dataset: open-attempts, says: It is listed., listed: "yes"}'


class TestRepeats:
    """
    Tests for what is in a list twice.
    """

    @pytest.mark.parametrize(
        ("path", "item", "what"),
        [
            (PLOT, "{who: first-corps, role: accused}", "first-corps accused"),
            (PLOT, "{name: a driver, role: witness}", "a driver witness"),
            (PLOT, "{mechanism: watching, how: An informer wrote to the party.}", "watching"),
            (PLOT, "{low: 10, high: 12, unit: people, what: arrested}", "arrested"),
            (CORPS, "{name: Coast Guard Corps, start: 1948, end: 1949}", "Coast Guard Corps"),
            (CORPS, "{relation: part-of, to: the-army, start: 1948, end: 1990}",
             "part-of the-army"),
            ("measures/soldiers.md",
             "{when: 1953, low: 100, high: 120, by: a ministry, sources: [lee2001]}", "the value"),
        ],
    )  # fmt: skip
    def test_is_named(self, folder: Folder, path: str, item: str, what: str) -> None:
        """
        By what tells it from the others of its list.
        """
        folder.replace(path, f"  - {item}", f"  - {item}\n  - {item}")

        messages = [found.message for found in folder.check()]
        assert f"{what} is in the list already; leave it out" in messages

    @pytest.mark.parametrize(
        ("path", "old", "new", "what"),
        [
            (PERSON, "born: 1900", "born: [1900, 1900]", "1900"),
            (PLOT, "grade: alleged", f"datasets: [{LISTED}, {LISTED}]\ngrade: alleged",
             "open-attempts"),
        ],
    )  # fmt: skip
    def test_of_another_list(
        self, folder: Folder, path: str, old: str, new: str, what: str
    ) -> None:
        """
        The same for lists that the small catalog does without.
        """
        folder.replace(path, old, new)

        messages = [found.message for found in folder.check()]
        assert f"{what} is in the list already; leave it out" in messages


#: A post until 2009 that rests on a book of 2001 and, in its note, on an article of 2010.
MAYOR = """\
posts:
  - {title: Mayor, start: 1990, end: 2009, sources: [lee2001], note: "So {cite}`news2010`."}"""


@pytest.mark.parametrize(
    "text", ["[[pak-jin]]", "[Jin][pak-jin]", "[Jin][]", "[Jin] (#pak-jin)", "[@lee2001, p. 3]"]
)
def test_links_of_other_programs_are_refused(folder: Folder, text: str) -> None:
    """
    What would stand in the book as it is written.
    """
    folder.replace(PERSON, "his nature", f"his {text} nature")

    assert ["foreign-links"] == broken(folder)


class TestKept:
    """
    Tests for what the rules allow.
    """

    @pytest.mark.parametrize(
        ("path", "old", "new"),
        [
            (PERSON, "his nature", "[his](https://example.org) nature"),
            (PERSON, "his nature", "<https://example.org>"),
            (PERSON, "his nature", "`<b>` and `[x](#nowhere)`"),
            (PERSON, "his nature", "`[@x]` and ``[[x]]`` and \\[\\[x]]"),
            (PERSON, "his nature", "its and, etc., Jr., it's ... 3.5: a word\n: and its meaning"),
            (PERSON, "his nature", "{term}`coup`, {cite}`lee2001`; `a  b ,, …`"),
            (PERSON, "his nature", "[the book](#lee2001)"),
            (PERSON, "his nature", "{nc:person}`pak-jin` and {nc:ref}`the book <lee2001>`"),
            (PERSON, "his nature", "{sub}`2`, {sup}`3`, {abbr}`KPA (army)`"),
            (PERSON, "his nature", "## A heading\n\n- a list\n\n> a quotation\n\n|a|\n|-|\n|b|"),
            (PERSON, "his nature", "5 < 6, 50 % & more, a_b, {x}, [x], $5, ~5, <b, x*y"),
            (PERSON, "Friends called", "```\n<b> {cite}`x`\n```\n\nFriends called"),
            (PLOT, "plan: A march", "plan: 1955\\. A march"),
            (JIN, "sources:", f"{MAYOR}\nsources:"),
            (PERSON, "name: Pak Hun", "name: The _Dawn_ of '95 # R&D <3"),
            (PERSON, "{term}`coup`", "{term}`Coup D'État`"),
            (PERSON, "{term}`coup`", "{term}`the\nthing <coup>`"),
            (PERSON, "end: 1956~", "end: 1950-01"),
            (PERSON, "end: 1956~", "end: 1970-05-01"),
            (PERSON, "end: 1956~", "end: 197X"),
            (PERSON, "    end: 1956~\n", ""),
            (PERSON, "    start: 1950\n", ""),
            (PERSON, "died: {value: 1970-05-01, where: port-nam, grade: documented}\n", ""),
            (PERSON, ", hanja: 朴勳, rr: Bak Hun, mr: Pak Hun", ""),
            (PLOT, "high: 12, ", ""),
            (PERSON, "born: 1900", "born: [1960, 1900]"),
            (PERSON, "born: 1900", "born: 1938"),
            (PERSON, "First Corps.\nborn", "First Corps (one of two.)\nborn"),
            (PERSON, "A general who led the First Corps.", "'He said: \"I led it.\"'"),
            (CORPS, "founded: 1948", "founded: [1948, 1946]\ndissolved: [1947, 1999]"),
            (CORPS, "founded: 1948", "founded: [1948, 1946]"),
            (PLOT, "high: 12", "high: 10"),
            (PORT, "KP\ncoordinates: {latitude: 41.5", "AQ\ncoordinates: {latitude: -90"),
            (PORT, "KP\ncoordinates: {latitude: 41.5", "AQ\ncoordinates: {latitude: 90"),
            (
                PORT,
                "KP\ncoordinates: {latitude: 41.5, longitude: 129.75",
                "FJ\ncoordinates: {latitude: -16, longitude: 180",
            ),
            ("places/port-nam.md", "coordinates: {latitude: 41.5, longitude: 129.75}\n", ""),
            ("people/pak-jin.md", "name: Pak Jin", "name: Coup"),
        ],
    )
    def test_kept(self, folder: Folder, path: str, old: str, new: str) -> None:
        """
        What is within a rule's bounds is no breach.
        """
        folder.replace(path, old, new)

        assert [] == folder.check()


class TestCheck:
    """
    Tests for `check`.
    """

    def test_all_at_once(self, folder: Folder) -> None:
        """
        Mistakes and breaches of all files come together, by file and line.
        """
        for name in (
            "name used twice",
            "estimate",
            "link in the body",
            "identifier",
            "country",
            "section of a claim",
        ):
            breach = BREACHES[name]
            folder.replace(breach.path, breach.old, breach.new)
        folder.replace("purges/corps-purge.md", "when: 1956-01", "when: January 1956")
        folder.replace("sources.bib", "{journalism}", "{press}")
        folder.write("terms/extra.md", "no fields")

        assert [
            ("claims/c001.md", 5, "section"),
            ("people/pak-hun.md", 17, "identifiers[0].value"),
            ("people/pak-hun.md", 21, "text"),
            ("people/pak-jin.md", 2, "name"),
            ("places/port-nam.md", 4, "country"),
            ("plots/corps-plot.md", 15, "victims[0].high"),
            ("purges/corps-purge.md", 4, "when"),
            ("sources.bib", 13, "news2010.tier"),
            ("terms/extra.md", 1, "file"),
        ] == [found[:3] for found in folder.check()]

    def test_unreadable_record_may_be_referred_to(self, folder: Folder) -> None:
        """
        A file that cannot be read is one problem; who refers to it has none.
        """
        folder.write(CORPS, "no fields")

        assert [(CORPS, 1, "file")] == [found[:3] for found in folder.check()]

    def test_unreadable_term_may_have_any_name(self, folder: Folder) -> None:
        """
        While a term cannot be read, no text is blamed for a name that is not there.
        """
        folder.write("terms/coup.md", "no fields")

        assert {"terms/coup.md"} == {found.path for found in folder.check()}

    def test_unreadable_record_may_cite(self, folder: Folder) -> None:
        """
        While a file cannot be read, no source counts as cited by nothing.
        """
        folder.replace(PLOT, "[news2010]", "[lee2001]")
        folder.replace("events/port-strike.md", "[news2010]", "[lee2001]")
        folder.replace(PERSON, "name: Pak Hun", "name:")

        assert [(PERSON, 2, "name")] == [found[:3] for found in folder.check()]

    def test_gives_the_catalog(self, folder: Folder) -> None:
        """
        What could be read is given back beside the problems.
        """
        folder.write(CORPS, "no fields")

        catalog, _ = check(folder.root)

        assert "pak-hun" in catalog.people
        assert "first-corps" not in catalog.organizations

    def test_no_folder(self, folder: Folder) -> None:
        """
        A folder that does not exist is a problem.
        """
        _, problems = check(folder / "nowhere")

        assert ("nowhere", 1, "folder", "no such folder") in list(folder.found(problems))

    @pytest.mark.slow
    def test_packaged_records(self) -> None:
        """
        The records that come with the package keep all rules.
        """
        assert [] == [str(found) for found in check(DATA)[1] if found.severity == "error"]
