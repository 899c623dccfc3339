#!/usr/bin/env python3
"""Makes the fonts of the preview images, two from Pretendard's static OTF files, and that of
the Hanja from Noto Sans CJK (version 2.004, as Debian's fonts-noto-cjk has it).

    npm pack pretendard@1.3.9 && tar xzf pretendard-1.3.9.tgz
    pip install fonttools==4.68.0
    python3 fonts/make.py package/dist/public/static /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc

Keeps Latin, all 11,172 Hangul syllables, compatibility jamo, punctuation, arrows and
common signs, and the 4,888 Hanja of KS X 1001 in one weight; drops hinting and every feature
but kerning. The families get names of their own, as the licence asks of modified versions. The same input gives the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FAMILY = "Giljabi Sans KR"
HANJA_FAMILY = "Giljabi Hanja KR"
RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F),  # Latin
    (0x2010, 0x2027), (0x2030, 0x205E), (0x20A9, 0x20AC),  # punctuation, won, euro
    (0x2070, 0x209C), (0x2100, 0x214F), (0x2150, 0x2188),  # small figures, ℃ № ™, Roman numerals
    (0x2190, 0x2199), (0x21B5, 0x21B5), (0x2200, 0x22FF),  # arrows, mathematics
    (0x2460, 0x24FF), (0x2776, 0x2789), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2713, 0x2717),  # numbers, shapes, ticks
    (0x3000, 0x303F), (0x3131, 0x318E), (0xAC00, 0xD7A3), (0xFF00, 0xFFEF),  # Korean, full width
    (0x3200, 0x32FF), (0x3380, 0x33DF),  # ㈜ and what else the face has of its kind, ㎡ ㎏ ㎾
]


def hanja() -> list[int]:
    """The Hanja of KS X 1001: rows 42 to 93, which are 0xCA to 0xFD in EUC-KR."""
    cells = [bytes([row, cell]) for row in range(0xCA, 0xFE) for cell in range(0xA1, 0xFF)]
    return [ord(cell.decode("euc_kr")) for cell in cells]


def make(font: TTFont, unicodes: list[int], family: str, weight: str) -> None:
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.name_languages = [0x409]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    rename(font, family, weight)
    font.save(Path(__file__).parent / f"{family.replace(' ', '')}-{weight}.otf")


def rename(font: TTFont, family: str, weight: str) -> None:
    whole, postscript = f"{family} {weight}", f"{family.replace(' ', '')}-{weight}"
    names = {1: family, 2: weight, 4: whole, 6: postscript}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    cff = font["CFF "].cff
    cff.fontNames[0] = postscript
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName = whole, family


if __name__ == "__main__":
    static, noto = Path(sys.argv[1]), sys.argv[2]
    for weight in ["Regular", "Bold"]:
        font = TTFont(static / f"Pretendard-{weight}.otf", recalcTimestamp=False)
        kept = [c for first, last in RANGES for c in range(first, last + 1)]
        make(font, kept, FAMILY, weight)
    fonts = TTCollection(noto).fonts
    korean = next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK KR")
    korean.recalcTimestamp = False
    make(korean, hanja(), HANJA_FAMILY, "Bold")
