//! Stage three: what is resolved becomes bytes.

pub mod diagram;
