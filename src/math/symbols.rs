//! The commands for single signs and letters, and the signs that need no command.

/// Commands and their signs.
pub(super) const SIGNS: [(&str, char); 27] = [
    ("times", '×'),
    ("div", '÷'),
    ("cdot", '·'),
    ("pm", '±'),
    ("mp", '∓'),
    ("le", '≤'),
    ("leq", '≤'),
    ("ge", '≥'),
    ("geq", '≥'),
    ("ne", '≠'),
    ("neq", '≠'),
    ("approx", '≈'),
    ("equiv", '≡'),
    ("sim", '∼'),
    ("to", '→'),
    ("rightarrow", '→'),
    ("leftarrow", '←'),
    ("in", '∈'),
    ("cap", '∩'),
    ("cup", '∪'),
    ("mid", '∣'),
    ("sum", '∑'),
    ("prod", '∏'),
    ("int", '∫'),
    ("ldots", '…'),
    ("dots", '…'),
    ("infty", '∞'),
];

/// Commands and their letters.
pub(super) const LETTERS: [(&str, char); 30] = [
    ("alpha", 'α'),
    ("beta", 'β'),
    ("gamma", 'γ'),
    ("delta", 'δ'),
    ("epsilon", 'ε'),
    ("zeta", 'ζ'),
    ("eta", 'η'),
    ("theta", 'θ'),
    ("kappa", 'κ'),
    ("lambda", 'λ'),
    ("mu", 'μ'),
    ("nu", 'ν'),
    ("xi", 'ξ'),
    ("pi", 'π'),
    ("rho", 'ρ'),
    ("sigma", 'σ'),
    ("tau", 'τ'),
    ("phi", 'φ'),
    ("chi", 'χ'),
    ("psi", 'ψ'),
    ("omega", 'ω'),
    ("Gamma", 'Γ'),
    ("Delta", 'Δ'),
    ("Theta", 'Θ'),
    ("Lambda", 'Λ'),
    ("Pi", 'Π'),
    ("Sigma", 'Σ'),
    ("Phi", 'Φ'),
    ("Psi", 'Ψ'),
    ("Omega", 'Ω'),
];

/// The names of functions.
pub(super) const NAMES: [&str; 8] = ["min", "max", "log", "ln", "exp", "Pr", "sin", "cos"];

/// The commands that take arguments.
pub(super) const COMMANDS: [&str; 7] = ["frac", "dfrac", "sqrt", "text", "mathrm", "left", "right"];

/// Spaces of several widths; all of them become one space here.
pub(super) const SPACES: [&str; 8] = [",", ";", ":", "!", " ", "quad", "qquad", "thinspace"];

/// Signs with a special meaning, which have to be escaped.
pub(super) const ESCAPED: [&str; 6] = ["%", "$", "#", "&", "{", "}"];

/// Signs that are written as they are.
const PLAIN: &str = "+-−=<>×÷±·≤≥≠≈≡→←∈∩∪/|()[]!,;:.'…∞∑∏∫";

/// Returns whether `c` is written as it is.
pub(super) fn is_sign(c: char) -> bool {
    PLAIN.contains(c)
}

/// Returns whether `c` stands between two parts, with a space on either side.
pub(super) fn is_between(c: char) -> bool {
    "+−=<>×÷±∓·≤≥≠≈≡∼→←∈∩∪∣".contains(c)
}

/// Returns whether the scripts of `c` stand below and above it where there is room.
pub(super) fn has_limits(c: char) -> bool {
    "∑∏".contains(c)
}

/// Returns the names of all commands.
pub(super) fn commands() -> impl Iterator<Item = &'static str> {
    let signs = SIGNS.iter().chain(&LETTERS).map(|(name, _)| *name);
    signs.chain(NAMES).chain(COMMANDS)
}
