//! A short hash of a structure, for addresses that contain answers. It changes when the structure changes.

/// The hash of Fowler, Noll and Vo (FNV-1a) with 32 bits, which is short and easy to compute in
/// scripts.
pub struct StructureStamp(u32);

impl StructureStamp {
    /// Returns the stamp of an empty structure.
    pub const fn new() -> StructureStamp {
        StructureStamp(0x811c_9dc5)
    }

    /// Adds a part. Its end counts, so "ab", "c" differs from "a", "bc".
    pub fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// Returns the stamp as five letters and digits.
    pub fn letters(&self) -> String {
        const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz234567";
        (0..5).map(|at| char::from(LETTERS[(self.0 >> (5 * at) & 31) as usize])).collect()
    }
}
