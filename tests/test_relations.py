from typing import get_args

import pytest

from ncrefs import model, vocabulary
from ncrefs.dates import Date
from ncrefs.frozen import dataclass
from ncrefs.model import (
    Account,
    Actor,
    Claim,
    DatedStatement,
    Event,
    Fate,
    Kin,
    MechanismRole,
    Organization,
    Person,
    Post,
    Tie,
)
from ncrefs.relations import (
    Relation,
    citations,
    items,
    kin_word,
    prose_fields,
    references,
    relations,
    values,
)
from ncrefs.vocabulary import Grade, Verdict

PAK = Person(
    id="pak-hun",
    name="Pak Hun",
    summary="A general.",
    text="He led the [corps](#corps).",
    accounts=(Account(on="death", says="In *May*.", told_by=("pak-jin",), sources=("lee2001",)),),
    sources=("lee2001", "news2010"),
    born=(DatedStatement(value=Date("1900"), where="port-nam", note="By his own word."),),
    posts=(
        Post(title="Commander", of="corps", sources=("news2010",)),
        Post(title="Adviser", note="Honorary."),
    ),
    kin=(Kin(relation="father", to="pak-jin"),),
    factions=("partisans", "veterans"),
    fate=Fate(what="retired", grade=Grade.REPORTED, note="Asked for it.", sources=("lee2001",)),
)


def fields(entity: model.Entity) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(ref.field, ref.target, ref.kinds) for ref in references(entity)]


class TestReferences:
    """
    Tests for `references`.
    """

    def test_person(self) -> None:
        """
        Ids of records are found in fields and nested values.
        """
        assert [
            ("accounts[0].told_by[0]", "pak-jin", ("people", "organizations", "sources")),
            ("born[0].where", "port-nam", ("places",)),
            ("posts[0].of", "corps", ("organizations",)),
            ("kin[0].to", "pak-jin", ("people",)),
            ("factions[0]", "partisans", ("organizations",)),
            ("factions[1]", "veterans", ("organizations",)),
        ] == fields(PAK)

    def test_any_kind(self) -> None:
        """
        A claim may be about records of any kind.
        """
        claim = Claim(
            id="c001",
            name="A",
            summary="A.",
            number=1,
            section=1,
            statement="A.",
            verdict=Verdict.WRONG,
            about=("pak-hun",),
        )

        assert [("about[0]", "pak-hun", ())] == fields(claim)


class TestCitations:
    """
    Tests for `citations`.
    """

    def test_person(self) -> None:
        """
        Keys of sources are found in fields and nested values.
        """
        assert [
            ("accounts[0].sources[0]", "lee2001"),
            ("sources[0]", "lee2001"),
            ("sources[1]", "news2010"),
            ("posts[0].sources[0]", "news2010"),
            ("fate.sources[0]", "lee2001"),
        ] == [(citation.field, citation.key) for citation in citations(PAK)]


class TestProseFields:
    """
    Tests for `prose_fields`.
    """

    def test_person(self) -> None:
        """
        The body and each note of a record are prose; names and summaries are not.
        """
        assert [
            ("text", "He led the [corps](#corps)."),
            ("accounts[0].says", "In *May*."),
            ("born[0].note", "By his own word."),
            ("posts[1].note", "Honorary."),
            ("fate.note", "Asked for it."),
        ] == list(prose_fields(PAK))


class TestValues:
    """
    Tests for `values` and `items`.
    """

    def test_values(self) -> None:
        """
        Lists and nested values come before what they hold; what is empty does not come.
        """
        found = list(values(PAK))

        names = [name for name, _ in found if name.startswith(("posts", "fate", "factions"))]
        assert [
            "posts",
            "posts[0]",
            "posts[0].title",
            "posts[0].of",
            "posts[0].sources",
            "posts[0].sources[0]",
            "posts[1]",
            "posts[1].title",
            "posts[1].note",
            "factions",
            "factions[0]",
            "factions[1]",
            "fate",
            "fate.what",
            "fate.grade",
            "fate.sources",
            "fate.sources[0]",
            "fate.note",
        ] == names
        assert ("posts[1].note", "Honorary.") in found
        assert ("born[0].value", Date("1900")) in found

    def test_items(self) -> None:
        """
        Nested values of the classes that are asked for, with where they stand.
        """
        assert PAK.fate is not None
        assert [("posts[0]", PAK.posts[0]), ("posts[1]", PAK.posts[1]), ("fate", PAK.fate)] == list(
            items(PAK, Post, Fate)
        )


class TestRelations:
    """
    Tests for `relations`.
    """

    def test_nested(self) -> None:
        """
        A tie in a nested value has its field's labels and holds the value.
        """
        assert Relation(
            subject="pak-hun",
            object="corps",
            label="Posts",
            reverse="Office holders",
            field="posts",
            item=PAK.posts[0],
        ) in list(relations(PAK))

    def test_plain(self) -> None:
        """
        A tie in a plain field has no value that holds it.
        """
        assert Relation(
            subject="pak-hun",
            object="veterans",
            label="Faction",
            reverse="Members",
            field="factions",
        ) in list(relations(PAK))

    def test_sources_are_no_ties(self) -> None:
        """
        Citations are no relations.
        """
        objects = [relation.object for relation in relations(PAK)]

        assert ["pak-jin", "port-nam", "corps", "pak-jin", "partisans", "veterans"] == objects

    def test_tie_of_an_organization(self) -> None:
        """
        The ties of an organization are labelled by what they are.
        """
        tie = Tie(relation="monitors", to="army")
        command = Organization(
            id="command", name="C", summary="C.", form="security organ", ties=(tie,)
        )

        assert [
            Relation(
                subject="command",
                object="army",
                label="Monitors",
                reverse="Monitored by",
                field="ties",
                item=tie,
            )
        ] == list(relations(command))

    def test_event(self) -> None:
        """
        Places, actors and mechanisms of an event are its relations.
        """
        event = Event(
            id="strike",
            name="Strike",
            summary="A strike.",
            when=Date("1953"),
            grade=Grade.REPORTED,
            where=("port",),
            actors=(Actor(role="leader", who="pak-hun"), Actor(role="crowd", name="dockers")),
            mechanisms=(MechanismRole(mechanism="watching", how="Seen."),),
        )

        assert [
            ("port", "Place", "What happened here"),
            ("pak-hun", "Who took part", "Part in events"),
            ("watching", "Mechanisms at work", "Seen in"),
        ] == [(found.object, found.label, found.reverse) for found in relations(event)]


def test_fields_of_a_new_class() -> None:
    """
    What a field of a new kind holds is said where it is declared.
    """

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Song:
        singer: str = model.ref("people", label="Sung by", reverse="Sings", default="")
        about: str | None = model.ref(default=None)
        of: str = model.prose(default="")
        told_in: tuple[str, ...] = model.cites()

    @dataclass(frozen=True, slots=True, kw_only=True, repr=False)
    class Band(model.Entity):
        songs: tuple[Song, ...] = model.rel("Songs", "Band", default=())
        leader: str | None = model.ref("people", label="Led by", reverse="Leads", default=None)

    song = Song(singer="kim", about="war", of="A *song*.", told_in=("lee2001",))
    band = Band(id="b", name="B", summary="B.", songs=(song,), leader="pak")

    assert [
        ("songs[0].singer", "kim", ("people",)),
        ("songs[0].about", "war", ()),
        ("leader", "pak", ("people",)),
    ] == fields(band)
    assert [("songs[0].told_in[0]", "lee2001")] == [(c.field, c.key) for c in citations(band)]
    assert [("songs[0].of", "A *song*.")] == list(prose_fields(band))
    assert [
        ("kim", "Songs", "Band"),
        ("war", "Songs", "Band"),
        ("pak", "Led by", "Leads"),
    ] == [(tie.object, tie.label, tie.reverse) for tie in relations(band)]


class TestKinWord:
    """
    Tests for `kin_word`.
    """

    def test_both_ends(self) -> None:
        """
        A tie reads as it is declared from one end and inverted from the other.
        """
        item = Kin(relation="uncle", to="pak-jin")

        assert "uncle" == kin_word(item, reverse=False)
        assert "nephew or niece" == kin_word(item, reverse=True)

    def test_inverse_of_its_own(self) -> None:
        """
        A tie that says more than the plain inverse reads so from the other end.
        """
        item = Kin(relation="uncle", to="pak-jin", inverse="niece")

        assert "uncle" == kin_word(item, reverse=False)
        assert "niece" == kin_word(item, reverse=True)

    @pytest.mark.parametrize("relation", get_args(vocabulary.KinRelation))
    def test_every_relation_has_an_inverse(self, relation: vocabulary.KinRelation) -> None:
        """
        Each relation reads from the other end, as a word of the same vocabulary.
        """
        word = kin_word(Kin(relation=relation, to="pak-jin"), reverse=True)

        assert word in get_args(vocabulary.KinRelation)

    @pytest.mark.parametrize("relation", sorted(set(vocabulary.KIN_INVERSE.values())))
    def test_inverse_comes_back(self, relation: str) -> None:
        """
        Inverting twice leads back to a relation that is inverted alike.
        """
        inverse = vocabulary.KIN_INVERSE[relation]

        assert relation == vocabulary.KIN_INVERSE[inverse]


class TestVocabularies:
    """
    Tests for the words of the model.
    """

    @pytest.mark.parametrize("relation", get_args(vocabulary.TieRelation))
    def test_every_tie_has_labels(self, relation: str) -> None:
        """
        Each tie of an organization is labelled from both ends, differently.
        """
        forward, backward = vocabulary.TIE_LABELS[relation]

        assert forward
        assert backward
        assert forward != backward

    @pytest.mark.parametrize("word", [*Grade, *Verdict])
    def test_every_judgement_has_a_meaning(self, word: Grade | Verdict) -> None:
        """
        Each grade and verdict says in a sentence what it means.
        """
        assert word.meaning.endswith(".")
