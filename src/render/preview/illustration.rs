//! The drawing at the right of an image, one for each kind of page, in the style of the path
//! and the gate. A path enters from the title, always at the same height.
//!
//! Strokes are bold because messengers show the image small.

use crate::{
    colour::Colour,
    markup::Markup,
    model::Illustration,
    palette::{INK, MUTED, PAPER, Palette},
};

/// The colours of a panel.
struct Ground {
    sky: Colour,
    land: Colour,
    line: Colour,
    path: Colour,
    cool: Colour,
}

const WARM_SKY: Colour = Colour::new(0xf5ead9);

impl Ground {
    fn warm(palette: &Palette) -> Ground {
        let (path, cool) = (palette.accent.light, palette.cool.light);
        Ground { sky: WARM_SKY, land: Colour::new(0xead9bf), line: INK.light, path, cool }
    }

    fn cool(palette: &Palette) -> Ground {
        let cool = palette.cool.light;
        let mixed = |share| cool.mixed(share, PAPER.light);
        Ground { sky: mixed(12), land: mixed(22), ..Ground::warm(palette) }
    }

    fn night(palette: &Palette) -> Ground {
        Ground {
            sky: Colour::new(0x2b221b),
            land: Colour::new(0x3d3128),
            line: Colour::new(0xcdbfae),
            path: palette.accent.dark,
            cool: palette.cool.dark,
        }
    }
}

/// The left edge of the panel, and the height at which the path crosses it.
pub const EDGE: i32 = 800;
pub const PATH: i32 = 506;

/// Draws the panel and its contents.
pub fn panel(illustration: Illustration, palette: &Palette, out: &mut Markup) {
    #[allow(clippy::type_complexity)]
    let (ground, draw): (fn(&Palette) -> Ground, fn(&mut Pen)) = match illustration {
        Illustration::Gates => (Ground::warm, gates),
        Illustration::Rings => (Ground::cool, rings),
        Illustration::Lantern => (Ground::night, lantern),
        Illustration::Ticks => (Ground::warm, ticks),
        Illustration::Person => (Ground::warm, person),
        Illustration::Steps => (Ground::cool, steps),
        Illustration::Flag => (Ground::cool, flag),
        Illustration::Sheet => (Ground::cool, sheet),
    };
    let ground = ground(palette);
    out.start("g").attr("transform", format_args!("translate({EDGE} 0)"));
    out.start("rect").attr("width", 400).attr("height", 630).attr("fill", ground.sky).empty();
    draw(&mut Pen { ground, out });
    out.end();
}

/// Draws the background of a diagram, from `left` and `top` to the edges of the image.
pub fn ground((left, top): (i32, i32), out: &mut Markup) {
    out.start("rect").attr("x", left).attr("y", top).attr("width", 1200 - left);
    out.attr("height", 630 - top).attr("fill", WARM_SKY).empty();
}

/// Draws the path under a title.
pub fn path((left, right): (i32, i32), y: i32, colour: Colour, out: &mut Markup) {
    out.start("path").attr("d", format_args!("M{left} {y}H{right}")).attr("stroke", colour);
    out.attr("stroke-width", 10).attr("stroke-linecap", "round").empty();
}

/// A gate: two posts that rise above two rails with spikes between them.
const GATE: &str =
    "M-7-18.75V0M7-18.75V0M-8-14.25H8M-8-10.25H8M-3.5-16.5V-10.25M0-17.5V-10.25M3.5-16.5V-10.25";

/// Draws the small gate before the kind.
pub fn mark(at: (i32, i32), colour: Colour, out: &mut Markup) {
    gate(at, 2.1, 2.1, colour, out);
}

fn gate(at: (i32, i32), scale: f32, stroke: f32, colour: Colour, out: &mut Markup) {
    out.start("path").attr("d", GATE);
    out.attr("transform", format_args!("translate({} {}) scale({scale})", at.0, at.1));
    out.attr("fill", "none").attr("stroke", colour).attr("stroke-width", format_args!("{stroke}"));
    out.attr("stroke-linecap", "round").empty();
}

/// Draws shapes in the colours of a panel.
struct Pen<'m> {
    ground: Ground,
    out: &'m mut Markup,
}

impl Pen<'_> {
    fn stroke(&mut self, d: &str, width: i32, colour: Colour) {
        self.out.start("path").attr("d", d).attr("fill", "none").attr("stroke", colour);
        self.out.attr("stroke-width", width).attr("stroke-linecap", "round");
        self.out.attr("stroke-linejoin", "round").empty();
    }

    fn fill(&mut self, d: &str, colour: Colour) {
        self.out.start("path").attr("d", d).attr("fill", colour).empty();
    }

    fn line(&mut self, d: &str) {
        self.stroke(d, 12, self.ground.line);
    }

    fn path(&mut self, d: &str) {
        self.stroke(d, 10, self.ground.path);
    }

    fn land(&mut self, d: &str) {
        self.fill(d, self.ground.land);
    }

    fn circle(&mut self, at: (i32, i32), radius: i32, fill: Colour) {
        self.out.start("circle").attr("cx", at.0).attr("cy", at.1).attr("r", radius);
        self.out.attr("fill", fill).empty();
    }

    /// Draws a node on the path.
    fn node(&mut self, at: (i32, i32)) {
        self.circle(at, 18, self.ground.path);
        self.circle(at, 9, PAPER.light);
    }
}

fn gates(pen: &mut Pen) {
    pen.land("M0 452C90 424 190 452 260 436C320 422 372 430 400 424V630H0Z");
    gate((226, 446), 4.4, 1.9, MUTED.light, pen.out);
    pen.path("M0 506C80 506 70 592 160 584C262 575 262 524 204 504C160 488 226 476 226 450");
    gate((200, 540), 19.0, 0.92, INK.light, pen.out);
}

fn rings(pen: &mut Pen) {
    pen.land("M0 560C120 520 260 600 400 540V630H0Z");
    pen.stroke(&ring(146, 270, 88), 22, pen.ground.cool);
    pen.path("M0 506H70C240 506 60 270 146 270H254C330 270 300 120 400 120");
    pen.stroke(&ring(254, 270, 88), 22, INK.light);
    // The first ring is in front of the second one below, so that they look interlocked.
    pen.stroke("M200 339.6A88 88 0 0 0 226.8 306", 22, pen.ground.cool);
    pen.node((146, 270));
    pen.node((254, 270));
}

/// Returns a circle as a path.
fn ring(x: i32, y: i32, radius: i32) -> String {
    let (left, wide) = (x - radius, 2 * radius);
    format!("M{left} {y}a{radius} {radius} 0 1 0 {wide} 0a{radius} {radius} 0 1 0-{wide} 0")
}

fn lantern(pen: &mut Pen) {
    for (radius, glow) in
        [(196, Colour::new(0x382c22)), (148, Colour::new(0x4d3825)), (102, Colour::new(0x6d4a2a))]
    {
        pen.circle((200, 290), radius, glow);
    }
    pen.land("M0 540C120 500 260 560 400 510V630H0Z");
    pen.path("M0 506C120 506 110 572 210 560C300 549 320 520 400 528");
    pen.stroke("M70 128H330M200 128V176", 12, pen.ground.line);
    pen.fill(
        "M152 212C106 262 106 320 152 372H248C294 320 294 262 248 212Z",
        Colour::new(0xf0b067),
    );
    pen.line("M152 212C106 262 106 320 152 372H248C294 320 294 262 248 212ZM156 212V178H244V212");
    pen.line("M172 372V408H228V372M200 408V440");
    pen.stroke("M200 262V322", 14, Colour::new(0xa5461a));
}

fn ticks(pen: &mut Pen) {
    pen.land("M0 540C140 520 240 590 400 560V630H0Z");
    pen.path("M0 506H88C124 506 124 500 124 470V100");
    for (at, y) in [112, 252, 392].into_iter().enumerate() {
        let wide = [150, 118, 138][at];
        let (top, bottom) = (y - 44, y + 44);
        pen.fill(&format!("M80 {top}H168V{bottom}H80Z"), PAPER.light);
        pen.line(&format!("M80 {top}H168V{bottom}H80Z"));
        pen.stroke(&format!("M104 {y}l16 17 30-36"), 13, pen.ground.path);
        pen.stroke(
            &format!("M212 {}h{wide}M212 {}h{}", y - 18, y + 18, wide / 2),
            14,
            Colour::new(0xc9b291),
        );
    }
}

fn person(pen: &mut Pen) {
    pen.land("M0 470C110 440 200 310 300 306C340 305 372 316 400 312V630H0Z");
    gate((306, 312), 6.0, 1.9, pen.ground.line, pen.out);
    gate((312, 534), 7.4, 1.6, pen.ground.line, pen.out);
    pen.path("M0 506H124C236 506 220 330 306 316");
    pen.path("M124 506C190 506 230 552 312 536");
    pen.fill("M32 452C36 370 76 330 124 330S212 370 216 452Z", PAPER.light);
    pen.line("M32 452C36 370 76 330 124 330S212 370 216 452Z");
    pen.circle((124, 246), 64, pen.ground.line);
    pen.circle((124, 246), 52, PAPER.light);
    pen.node((124, 506));
}

fn steps(pen: &mut Pen) {
    pen.land("M0 540H400V630H0Z");
    for (x, top, fill) in [
        (40, 430, pen.ground.cool.mixed(35, PAPER.light)),
        (152, 330, pen.ground.cool.mixed(60, PAPER.light)),
        (264, 230, pen.ground.cool),
    ] {
        pen.fill(&format!("M{x} {top}H{}V560H{x}Z", x + 96), fill);
    }
    pen.path("M0 506C44 506 30 400 88 400C150 400 140 300 200 300C262 300 250 226 312 226");
    pen.node((88, 400));
    pen.node((200, 300));
    gate((312, 226), 6.6, 1.7, INK.light, pen.out);
}

fn flag(pen: &mut Pen) {
    pen.land("M0 548C140 520 240 590 400 552V630H0Z");
    pen.fill("M150 110H336L296 172L336 234H150Z", pen.ground.cool);
    pen.line("M150 96V506");
    pen.path("M0 506H230");
    pen.stroke("M270 506h1M310 506h1M350 506h1M390 506h1", 10, pen.ground.path);
    pen.node((60, 506));
    pen.node((150, 506));
}

fn sheet(pen: &mut Pen) {
    pen.land("M0 548C140 580 240 520 400 556V630H0Z");
    pen.fill("M90 92H252L316 156V452H90Z", PAPER.light);
    pen.line("M90 92H252L316 156V452H90ZM252 92V156H316");
    pen.stroke("M136 190h82", 16, pen.ground.path);
    pen.stroke("M136 248h134M136 300h134M136 352h92", 14, pen.ground.cool.mixed(40, PAPER.light));
    pen.path("M0 506H400");
    pen.node((203, 506));
}
