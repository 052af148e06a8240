"""The page that says what files may hold, printed from the tables themselves."""

from watchkeeper.engine.tables import RECORDED_AT, REF, WITHDRAWN, Column, Kind, Table
from watchkeeper.intake.checking import ORDERED, WITHOUT
from watchkeeper.intake.mending import SHORTEST, SYNONYMS
from watchkeeper.intake.tables import TABLES
from watchkeeper.law.wording import LONGEST_IN_ADDRESS

_HOW = {
    Kind.TEXT: "Text. Spaces at the ends and doubled spaces are dropped.",
    Kind.DAY: "A day: `2026-03-02`, `02/03/2026` (day first), `2/3/26`, `2-Mar-2026`, `20260302`, or the "
    "number a spreadsheet keeps for it. A year of two digits is completed: in the past where the column "
    "holds past days, otherwise at most 20 years ahead.",
    Kind.INSTANT: "A day and a time of day: `2026-03-02 14:30`, `02/03/2026 2:30 pm`, "
    "`2026-03-02T14:30:00Z`. Without a zone it is London's clock; in the hour that happens twice in "
    "October, the first. A day alone is read as its first minute, and that is said.",
    Kind.YES_NO: "`yes` or `no`, also `y`, `n`, `true`, `false`, `1`, `0`. Blank means not recorded.",
    Kind.WHOLE: "Digits; 0 or more.",
    Kind.NUMBER: "Digits with a point, or a percentage.",
    Kind.CODE: "One of the codes listed, in any case, with spaces, hyphens or underscores; or its first "
    f"letters, {SHORTEST} or more, where no other code of the column begins with them; or one of the other "
    "words listed. What was read so is said.",
    Kind.LIST: "Several texts parted by semicolons.",
}

_INTRODUCTION = """# Files for Watchkeeper

Printed from the tables by `make docs`; do not edit.

```
watchkeeper load --template FOLDER    empty files to fill in, each with one invented row
watchkeeper load FOLDER --check       what would happen; nothing is written to the register
watchkeeper load FOLDER               load
```

## What a folder may hold

One file a table, named as the table: `people.csv`, `Visits.CSV`, `people.xlsx`; or any workbook with a
sheet named as the table. CSV may be parted by commas, semicolons, tabs or bars, in UTF-8, UTF-16 or
Windows-1252. Workbooks: xlsx, xlsm, xlsb, xls, ods, without a password. A very large table is better
given as CSV: a CSV file is read a piece at a time, a sheet is held whole.

Headings may be in any order and case, with spaces or underscores; usual other names such as `DOB` or
`Surname` are understood and said. A column that is not known is not read, and that is said. Columns that
are not needed may be missing or blank: what is missing becomes a finding of the nightly brief, not a
reason to refuse a person.

## What becomes of a row

Every row read is counted once:

- **loaded**: stored as a new fact, or as a new version of one whose content changed;
- **unchanged**: it says nothing the register does not hold, so loading a folder again changes nothing;
- **duplicate**: identical to a row of the same file;
- **rejected**: not stored. Each of its faults is a line of `rejects/<load>/<file>.csv` in the home
  folder, by line: file, line, column, value, reason, and how to mend it. A value that a
  spreadsheet might take for a formula is shown there with an apostrophe before it.

A `ref` that stands twice in one file with different content: the later `recorded_at` corrects the
earlier. Where `recorded_at` tells no order, both are rejected.

A row is rejected when a needed cell is blank, its `ref` has more than LONGEST characters (no page could
open it), a cell cannot be read or holds a spreadsheet's error, a day that must be past lies after the row
was recorded, days of the row are out of order, a day lies before the person was born, or a reference names
nobody. When a needed column is missing from a file, none of its rows is taken, and that is said once.

**Nobody is turned away for a cell that may be blank.** Everything else hangs on `people`: a fault there in
a cell that may be blank leaves that cell blank, and the row is loaded. The cell is a line of the rejects,
with the words "WITHOUT"; the table of counts has it under *left blank*;
and the exit status is 1. Of a person already held, such a row is rejected and what is held stands: a safety
marker is not lost to a faulty cell elsewhere in its row. Mend the cell and load the file again. A row with
too few or too many cells, without a `ref`, or of a ref that stands twice with no order, is rejected.

Days that must be in order, the same day allowed, in every table that has both: ORDERED.

Some things are loaded and said: a ref under `crew` that is no known officer's; two refs with the same
names and date of birth; and the invented row of a template, when it was left in.

A row counts as known from `recorded_at`; when it arrives after a brief that would have shown it was
frozen, or does not say, from the instant it was loaded.

Exit status: 0 when nothing is left to mend, 1 when a row was rejected or a cell left blank, 2 when the
load could not run. A load that is cut short leaves whole files or nothing of a file; load the folder again.

## Crimes as police.uk publishes them

```
watchkeeper street FILE.csv... FOLDER
```

The street-crime files of data.police.uk, as they are published, become `crimes.csv` and
`crime_outcomes.csv` in a folder to load. Nothing is made up:

- **Month.** There is no day. The month goes to `reported_month`, `reported_at` stays blank, and every
  clock that counts from the report is a missing fact of the brief. Which day of a crime the month is
  of, the file does not say; it is read as the report's.
- **Crime type.** It stands in `offence` in place of a counting code, and the table `street_groups` of
  policy says which groups it may be. Of several, nobody can tell which: the crime is read as the
  strictest and asks for its code.
- **Last outcome.** `street_outcomes` of policy says whether the case is over, and under which code
  where one alone fits. Neither its day nor who decided is known: both stay blank. What policy does not
  list leaves the crime open, and is said. Closed without action, an offence that needs a second look
  stays open until somebody has looked.
- **Unit.** By the district of the census area, where one unit of the register covers it; else blank,
  and said.
- **Crime ID.** It becomes the ref. Anti-social behaviour has none: those rows are counted and not
  written, for nobody can tell one from another. An ID that stands twice with other content is rejected,
  both rows.
- Place, type and outcome are kept in words in `summary`. There is no postcode, victim or suspect in the
  file.

Rows that cannot be taken are in `rejects/<day>-street/` in the home folder, as above, and the exit
status is 1. A published month is for trying things out and for measuring. A force's own crimes come
from its own system.

## How cells are written
"""


def page(tables: tuple[Table, ...] = TABLES) -> str:
    """The import format as Markdown: how cells are written, then every table, column by column."""
    pairs = "; ".join(f"`{first}`, `{second}`" for first, second in ORDERED)
    told = {"WITHOUT": WITHOUT, "ORDERED": pairs, "LONGEST": str(LONGEST_IN_ADDRESS)}
    introduction = _INTRODUCTION
    for name, words in told.items():
        introduction = introduction.replace(name, words)
    lines = [introduction]
    lines += [f"- **{kind.value}**: {how}" for kind, how in _HOW.items()]
    lines += [
        "",
        "## Every table",
        "",
        "In the order they are loaded. Each table also has these columns:",
        "",
        *_columns((REF, RECORDED_AT, WITHDRAWN)),
    ]
    for table in tables:
        lines += ["", f"### {table.name}", "", table.says, "", *_columns(table.columns)]
    return "\n".join(lines) + "\n"


def _columns(columns: tuple[Column, ...]) -> list[str]:
    return [
        "| column | kind | needed | what it says |",
        "|---|---|---|---|",
        *(
            f"| `{column.name}` | {column.kind.value} | {'yes' if column.needed else ''} | {_says(column)} |"
            for column in columns
        ),
    ]


def _says(column: Column) -> str:
    codes = f" Codes: {', '.join(f'`{code}`' for code in column.codes)}." if column.codes else ""
    past = " Not after the row was recorded." if column.past else ""
    refers = f" A ref of `{column.refers}`." if column.refers else ""
    words = SYNONYMS.get(column.name, {}) if column.codes else {}
    also = f" Also {', '.join(f'`{word}` ({code})' for word, code in words.items())}." if words else ""
    return f"{column.says}{codes}{also}{refers}{past}".replace("|", "\\|")
