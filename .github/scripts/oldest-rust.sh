#!/usr/bin/env bash
# oldest-rust.sh
# Compiles everything but the tests with the oldest Rust that Cargo.toml promises.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
rustup toolchain install "$version" --profile minimal
cargo "+$version" check --locked
