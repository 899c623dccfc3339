//! The preview server, as editors use it: the real program, real files that change
//! under it, a plain HTTP client and a real Chromium.

mod edits;
mod preview;
mod protocol;
mod robust;
mod tabs;

pub use preview::Preview;
