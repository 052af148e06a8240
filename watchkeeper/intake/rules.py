"""May a file handed in through the pages be taken in? Judged on what was measured, before it is kept."""

from collections.abc import Sequence
from datetime import date

from watchkeeper.intake.facts import MEGABYTE, Form, Measured
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf

TEXTS = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx",)


def may_take(file: Measured, law: Shelf, *, on: date) -> Decision:
    """Whether one file may be taken in, with everything that is wrong with it at once.

    Its content must be what its name says: separated text, or an .xlsx workbook without
    macros. A text must be named as a table; a workbook's sheets are looked at later. Limits
    are policy of ours (`upload_file_megabytes`, `upload_rows`, `upload_unpacked_megabytes`,
    `upload_packing`): at the limit a file is taken, above it not.
    """
    largest, rows = law["upload_file_megabytes"], law["upload_rows"]
    unpacked, packing = law["upload_unpacked_megabytes"], law["upload_packing"]
    cite = largest.cite
    text, workbook = file.suffix in TEXTS, file.suffix in WORKBOOKS
    reasons = [
        Reason(text or workbook, "its name must end in .csv, .tsv, .txt or .xlsx", cite),
        Reason(file.form is not Form.EMPTY, "it is empty", cite),
        Reason(
            file.size <= bytes_of(largest.whole(on)),
            f"it is larger than {largest.whole(on):,} megabytes",
            cite,
        ),
    ]
    if file.form is not Form.EMPTY:
        agrees = file.form is (Form.WORKBOOK if workbook else Form.TEXT)
        says = f"its name says {'a workbook' if workbook else 'text'} and its content is {file.form}"
        reasons.append(Reason(agrees, says, cite))
    if text:
        meant = f"; did you mean {file.like}{file.suffix}?" if file.like else ""
        reasons.append(Reason(bool(file.named), f"no table has the name of the file{meant}", cite))
    reasons += [
        Reason(file.rows <= rows.whole(on), f"it has more than {rows.whole(on):,} rows", rows.cite),
        Reason(
            file.unpacked_in_full and file.unpacked <= bytes_of(unpacked.whole(on)),
            f"it unpacks to more than {unpacked.whole(on):,} megabytes",
            unpacked.cite,
        ),
        Reason(
            file.largest_packing <= packing.whole(on),
            f"a part of it unpacks to more than {packing.whole(on):,} times its size: no honest sheet does",
            packing.cite,
        ),
        Reason(not file.macros, "it holds macros: save it as .xlsx without them", cite),
        Reason(not file.entities, "it declares entities, which no spreadsheet program writes", cite),
    ]
    return Decision(tuple(reasons))


def may_take_together(files: Sequence[Measured], law: Shelf, *, on: date) -> Decision:
    """Whether the files handed in at once may be taken in together, by policy of ours.

    Their number and their size are limited (`upload_files`, `upload_megabytes`), and no two
    may have one name: the second would be written over the first.
    """
    most, together = law["upload_files"], law["upload_megabytes"]
    known = [file.name.casefold() for file in files]
    twice = sorted({name for name in known if known.count(name) > 1})
    return Decision(
        (
            Reason(bool(files), "no file was handed in", most.cite),
            Reason(len(files) <= most.whole(on), f"more than {most.whole(on)} files at once", most.cite),
            Reason(
                sum(file.size for file in files) <= bytes_of(together.whole(on)),
                f"together they are larger than {together.whole(on):,} megabytes",
                together.cite,
            ),
            Reason(not twice, f"two files have the same name: {', '.join(twice)}", most.cite),
        )
    )


def bytes_of(megabytes: int) -> int:
    """Megabytes in bytes, as the policy of ours counts them.

    >>> bytes_of(2)
    2000000
    """
    return megabytes * MEGABYTE
