#!/usr/bin/env python3
"""Makes the two fonts of the preview images from Pretendard's static OTF files.

    npm pack pretendard@1.3.9 && tar xzf pretendard-1.3.9.tgz
    pip install fonttools==4.68.0
    python3 fonts/make.py package/dist/public/static

Keeps Latin, all 11,172 Hangul syllables, compatibility jamo, punctuation, arrows and
common signs; drops hinting and every feature but kerning. The family gets a name of its
own, as the licence asks of modified versions. The same input gives the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Giljabi Sans KR"
RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F),  # Latin
    (0x2010, 0x2027), (0x2030, 0x205E), (0x20A9, 0x20AC),  # punctuation, won, euro
    (0x2070, 0x209C), (0x2100, 0x214F), (0x2150, 0x2188),  # small figures, ℃ № ™, Roman numerals
    (0x2190, 0x2199), (0x21B5, 0x21B5), (0x2200, 0x22FF),  # arrows, mathematics
    (0x2460, 0x24FF), (0x2776, 0x2789), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2713, 0x2717),  # numbers, shapes, ticks
    (0x3000, 0x303F), (0x3131, 0x318E), (0xAC00, 0xD7A3), (0xFF00, 0xFFEF),  # Korean, full width
    (0x3200, 0x32FF), (0x3380, 0x33DF),  # ㈜ and what else the face has of its kind, ㎡ ㎏ ㎾
]


def make(source: Path, weight: str, target: Path) -> None:
    font = TTFont(source / f"Pretendard-{weight}.otf", recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.name_languages = [0x409]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    rename(font, weight)
    font.save(target / f"GiljabiSansKR-{weight}.otf")


def rename(font: TTFont, weight: str) -> None:
    names = {1: FAMILY, 2: weight, 4: f"{FAMILY} {weight}", 6: f"GiljabiSansKR-{weight}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    cff = font["CFF "].cff
    cff.fontNames[0] = names[6]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName = names[4], FAMILY


if __name__ == "__main__":
    for weight in ["Regular", "Bold"]:
        make(Path(sys.argv[1]), weight, Path(__file__).parent)
