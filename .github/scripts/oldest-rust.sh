#!/usr/bin/env bash
# oldest-rust.sh
# Checks the library and the program with the oldest Rust that Cargo.toml names.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
rustup toolchain install "$version" --profile minimal
cargo "+$version" check --locked
