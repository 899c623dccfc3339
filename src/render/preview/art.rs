//! The motif: a path that leads through gates.

use super::card::{ACCENT, INK, MUTED, PAPER, RAISED};
use crate::render::markup::Markup;

/// A gate on the ground: two posts, a lintel, a bar and the post between them.
const GATE: &str = "M-6.5-18.5V0M6.5-18.5V0M-9.5-14.5H9.5M-6.5-10.5H6.5M0-17.5V-10.5";

/// Land, a path, and three gates on it, the farthest within the nearest.
pub fn gates(out: &mut Markup) {
    let hills = [
        ("M590 630C690 560 800 500 930 470C1040 446 1130 452 1200 440V630Z", RAISED),
        ("M700 630C790 578 900 570 1010 548C1090 532 1150 520 1200 500V630Z", "#f1ebe0"),
    ];
    for (d, fill) in hills {
        out.start("path").attr("d", d).attr("fill", fill).empty();
    }
    gate((928, 474), "3.3", "1.3", "#a59a8d", out);
    line(
        "M812 630C830 592 905 590 926 566C942 546 1075 548 1120 528C1160 508 1110 490 1040 486\
         C980 482 940 482 928 468",
        "9",
        out,
    );
    gate((1118, 530), "7.2", "0.97", MUTED, out);
    gate((926, 578), "17.5", "0.74", INK, out);
}

fn gate(at: (i32, i32), scale: &str, stroke: &str, colour: &str, out: &mut Markup) {
    out.start("path").attr("d", GATE);
    out.attr("transform", format_args!("translate({} {}) scale({scale})", at.0, at.1));
    out.attr("fill", "none").attr("stroke", colour).attr("stroke-width", stroke);
    out.attr("stroke-linecap", "round").empty();
}

fn line(d: &str, width: &str, out: &mut Markup) {
    out.start("path").attr("d", d).attr("fill", "none").attr("stroke", ACCENT);
    out.attr("stroke-width", width).attr("stroke-linecap", "round").empty();
}

/// The path at the left: from the node of the page through the gate of the site.
pub fn trail(out: &mut Markup) {
    line("M86 122V551", "4", out);
    for (radius, fill) in [(13, PAPER), (5, ACCENT)] {
        out.start("circle").attr("cx", 86).attr("cy", 108).attr("r", radius).attr("fill", fill);
        if radius == 13 {
            out.attr("stroke", ACCENT).attr("stroke-width", "4");
        }
        out.empty();
    }
    gate((86, 551), "2.65", "1.9", INK, out);
}
