"""What a PDF says, read back from its own fonts and streams: enough for the papers of the house."""

import re
import zlib


def text_of(pdf: bytes) -> str:
    """Every word the paper shows, page after page. Letters are looked up in the fonts it carries."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\b(.*?)endobj", pdf, re.DOTALL)}
    fonts: dict[bytes, dict[int, str]] = {}
    for body in objects.values():
        for block in re.findall(rb"/Font\s*<<(.*?)>>", body, re.DOTALL):
            for name, number in re.findall(rb"/(\w+)\s+(\d+) 0 R", block):
                said = re.search(rb"/ToUnicode\s+(\d+) 0 R", objects[int(number)])
                if said:
                    fonts[name] = _letters(_stream(objects[int(said.group(1))]))
    words: list[str] = []
    for body in objects.values():
        stream = _stream(body)
        if b" Tf" not in stream:
            continue
        font: dict[int, str] = {}
        for name, shown in re.findall(
            rb"/(\w+)\s+[\d.]+\s+Tf|((?:\[.*?\]|<[0-9A-Fa-f]*>|\((?:\\.|[^\\)])*\))\s*TJ?j?)",
            stream,
            re.DOTALL,
        ):
            if name:
                font = fonts.get(name, {})
            else:
                words.append(_shown(shown, font))
    return "".join(words)


def _stream(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*?)\r?\n?endstream", body, re.DOTALL)
    if not found:
        return b""
    return zlib.decompress(found.group(1)) if b"/FlateDecode" in body else found.group(1)


def _letters(cmap: bytes) -> dict[int, str]:
    letters: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, to in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            letters[int(code, 16)] = bytes.fromhex(to.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, to in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for step in range(int(high, 16) - int(low, 16) + 1):
                letters[int(low, 16) + step] = chr(int(to, 16) + step)
    return letters


def _shown(shown: bytes, font: dict[int, str]) -> str:
    codes = b""
    for hexed, plain in re.findall(rb"<([0-9A-Fa-f]*)>|\(((?:\\.|[^\\)])*)\)", shown, re.DOTALL):
        codes += bytes.fromhex(hexed.decode()) if hexed else _plain(plain)
    return "".join(font.get(int.from_bytes(codes[at : at + 2], "big"), "") for at in range(0, len(codes), 2))


def _plain(text: bytes) -> bytes:
    escapes = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    octal = re.sub(rb"\\([0-7]{1,3})", lambda found: bytes([int(found.group(1), 8) & 255]), text)
    return re.sub(
        rb"\\(.)", lambda found: escapes.get(found.group(1), found.group(1)), octal, flags=re.DOTALL
    )
