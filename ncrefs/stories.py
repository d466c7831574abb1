"""
Who told a story first: chains of retelling.

An account says who tells it (`told_by`) and from whom they have it (`retold_from`).
Followed to their ends, the chains lead to those who are not known to have it from
anybody: witnesses, or the first to tell it. A story that ten newspapers tell after one
man hangs on one man.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ncrefs.catalog import Catalog
from ncrefs.model import Account, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """
    What is told of one point of a record.
    """

    entity: Entity  #: the record whose accounts they are
    on: str  #: the point on which they differ
    accounts: tuple[Account, ...]  #: in the record's order

    def __repr__(self) -> str:
        """
        Show the record, the point, and how many tell it.
        """
        counts = f"{len(self.tellers)} tell, {len(self.roots)} first"
        return f"<Story {self.entity.id}, {self.on}: {counts}>"

    @property
    def tellers(self) -> tuple[str, ...]:
        """
        Who tells it: ids of people and organizations, or keys of sources.

        Where an account does not say who tells it, its sources do.
        """
        return tuple(dict.fromkeys(who for account in self.accounts for who in _tellers(account)))

    @property
    def chains(self) -> tuple[tuple[str, ...], ...]:
        """
        From each teller to whom the story is first known from: ("nknews2013a", "thae-yong-ho").
        """
        return tuple(
            dict.fromkeys(chain for teller in self.tellers for chain in self._back(teller, ()))
        )

    @property
    def roots(self) -> tuple[str, ...]:
        """
        Who told it first: the ends of the chains.
        """
        return tuple(dict.fromkeys(chain[-1] for chain in self.chains))

    def hangs_on_one(self) -> bool:
        """
        Whether all of it goes back to one witness, however many tell it.
        """
        return len(self.roots) == 1

    def _back(self, teller: str, seen: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        chain = (*seen, teller)
        # What a teller has from himself, or in a circle, he has from nobody that is known.
        further = [
            who
            for account in self.accounts
            if teller in _tellers(account)
            for who in account.retold_from
            if who not in chain
        ]
        if not further:
            yield chain
        for who in dict.fromkeys(further):
            yield from self._back(who, chain)


def _tellers(account: Account) -> tuple[str, ...]:
    return account.told_by or account.sources


def points(entity: Entity) -> list[Story]:
    """
    What is told of each point of a record on which it has accounts.
    """
    by_point: dict[str, list[Account]] = {}
    for account in entity.accounts:
        by_point.setdefault(account.on, []).append(account)
    return [
        Story(entity=entity, on=on, accounts=tuple(accounts)) for on, accounts in by_point.items()
    ]


def stories(catalog: Catalog) -> list[Story]:
    """
    What is told of each point of each record that has accounts, in the book's order.
    """
    return [told for entity in catalog.records for told in points(entity)]
