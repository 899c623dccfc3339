//! The preview server, as editors use it: the real program, real files that change
//! under it, a plain HTTP client and a real Chromium.

#[path = "support/browser/mod.rs"]
mod browser;
mod support;

#[path = "serve/edits.rs"]
mod edits;
#[path = "serve/preview.rs"]
mod preview;
#[path = "serve/protocol.rs"]
mod protocol;
#[path = "serve/tabs.rs"]
mod tabs;
