//! Advance widths in thousandths of an em.
//!
//! The widths are from the `hmtx` tables of the fonts. For each Latin character it is the
//! greater of Noto Sans CJK KR and Inter (Pretendard has Inter's Latin), so that either font
//! fits. Hangul has one width in every weight. Other scripts get a safe upper bound.

use crate::typesetting::has_no_width;

/// Printable ASCII from the space character on, regular.
const REGULAR: [u16; 95] = [
    281, 323, 474, 631, 638, 921, 680, 278, 362, 362, 500, 659, 280, 460, 278, 392, 625, 555, 605,
    636, 642, 608, 624, 571, 616, 624, 278, 280, 659, 659, 659, 507, 946, 676, 657, 727, 719, 598,
    587, 743, 740, 293, 543, 652, 562, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642,
    665, 625, 362, 392, 362, 555, 559, 606, 564, 621, 558, 621, 582, 361, 609, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 523, 377, 607, 557, 812, 540, 557, 541, 362, 327, 362, 659,
];

/// Printable ASCII from the space character on, bold.
const BOLD: [u16; 95] = [
    232, 370, 574, 650, 655, 963, 740, 325, 409, 409, 565, 680, 325, 469, 325, 390, 688, 590, 630,
    659, 678, 645, 660, 595, 661, 660, 325, 325, 680, 680, 680, 562, 1031, 748, 681, 752, 727, 615,
    585, 761, 757, 330, 570, 690, 578, 915, 749, 782, 667, 783, 682, 655, 668, 748, 748, 1036, 714,
    724, 667, 409, 390, 409, 590, 567, 626, 591, 644, 587, 644, 598, 386, 633, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 562, 421, 637, 586, 863, 574, 586, 572, 409, 374, 409, 680,
];

/// A Hangul syllable or letter.
const HANGUL: u16 = 920;
/// A full-width character, and any other that may be as wide.
const FULL: u16 = 1000;
/// Latin letters with diacritics, except the widest such as `Æ`.
const ACCENTED: u16 = 790;
/// Some systems draw emoji wider than one em.
const EMOJI: u16 = 1300;

/// Returns the advance of `c`.
pub fn advance(c: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    match c {
        ' '..='~' => table[c as usize - ' ' as usize],
        _ if has_no_width(c) => 0,
        '가'..='힣' | '\u{1100}'..='\u{115f}' | 'ㄱ'..='\u{318e}' => HANGUL,
        '‘' | '’' => 325,
        '“' | '”' => 574,
        '·' | '–' => 600,
        'Æ' | 'æ' | '¼'..='¾' | '©' | '®' => FULL,
        '\u{a0}'..='\u{24f}' => ACCENTED,
        '\u{1f000}'..='\u{1faff}' => EMOJI,
        _ => FULL,
    }
}
