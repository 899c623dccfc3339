//! The colours of preview images.

pub const PAPER: &str = "#fdfaf4";
pub const INK: &str = "#261d16";
pub const MUTED: &str = "#63594f";
pub const ACCENT: &str = "#b04613";
pub const COOL: &str = "#115e5e";
