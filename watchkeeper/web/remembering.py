"""What lists are made of, kept in memory and brought up to date by what the trail says was done since."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from watchkeeper.audit.facts import Kind, rows_stored
from watchkeeper.audit.models import Entry
from watchkeeper.audit.searching import is_of_trail, newest_mark
from watchkeeper.web.asking import Asking
from watchkeeper.workforce.facts import Power


@dataclass(slots=True)
class Book[Row]:
    """What is kept under one name, by ref, as of an entry of the trail: `through` its number and hash."""

    on: date
    version: str
    through: tuple[int, str]
    rows: dict[str, Row]


class Kept[Row]:
    """A few books. Safe between threads.

    `of` are the apps whose rows are read, `itself` the model whose refs a book is kept by. `read`
    answers what is to be kept under a name: of everything, or of the refs handed in. `elsewhere` answers
    which refs the rows stored since, of any app, may change beside those the trail names.
    """

    def __init__(
        self,
        read: Callable[[str, Iterable[str] | None, Asking], dict[str, Row]],
        *,
        of: tuple[str, ...],
        itself: str,
        most: int,
        elsewhere: Callable[[set[tuple[str, str]], Asking], set[str]] | None = None,
    ) -> None:
        self._elsewhere = elsewhere
        self._read, self._of, self._itself, self._most = read, of, itself, most
        self._lock = threading.Lock()
        self._books: dict[str, Book[Row]] = {}

    def rows(self, name: str, asking: Asking) -> list[Row]:
        """What is kept under a name, as of now."""
        with self._lock:
            book = self._books.pop(name, None)
            newest = newest_mark(asking.at)
            since = self._since(book, newest, asking) if book is not None else None
            if book is None or since is None:
                kept = self._read(name, None, asking)
                book = Book(asking.on, asking.law.version, newest, kept)
            elif since:
                for ref in since:
                    book.rows.pop(ref, None)
                book.rows |= self._read(name, since, asking)
            book.through = newest
            while len(self._books) >= self._most:
                self._books.pop(next(iter(self._books)))
            self._books[name] = book
            return list(book.rows.values())

    def _since(self, book: Book[Row], newest: tuple[int, str], asking: Asking) -> set[str] | None:
        """What was touched since the book was written; None where it must be written anew.

        Entries are written one after the other, so nothing comes to light behind a number already passed.
        """
        if (book.on, book.version) != (asking.on, asking.law.version):
            return None
        if book.through == newest:
            return set()
        if not is_of_trail(book.through):
            return None  # another trail than the one the book was written from
        done = Entry.objects.filter(number__gt=book.through[0], number__lte=newest[0], kind=Kind.DONE)
        touched: set[str] = set()
        stored: set[tuple[str, str]] = set()
        for power, about, facts in done.values_list("power", "about", "facts"):
            if power == Power.LOAD_RECORDS:
                return None  # whom loaded records are about the trail does not say
            rows = tuple(rows_stored(facts))
            stored.update(rows)
            for label, ref in (row for row in rows if row[0].split(".")[0] in self._of):
                if not about and label != self._itself:
                    return None  # of whichever it is, the row alone knows
                touched.add(about or ref)
        return touched if self._elsewhere is None else touched | self._elsewhere(stored, asking)
