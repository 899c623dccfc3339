#!/usr/bin/env bash
# image.sh TAG FOLDER CONTEXT
# Lays out what the container image is made of, from the archives in FOLDER: the program for
# each processor, under the name that the Containerfile expects.
set -euo pipefail
tag=$1 folder=$2 context=$3
mkdir -p "$context"
for pair in x86_64:amd64 aarch64:arm64; do
  name=giljabi-$tag-${pair%%:*}-unknown-linux-musl
  mkdir -p "$context/${pair##*:}"
  tar -xzf "$folder/$name.tar.gz" -C "$context/${pair##*:}" --strip-components 1 \
    "$name/giljabi" "$name/LICENSE-MIT" "$name/LICENSE-APACHE" "$name/THIRD-PARTY-NOTICES.md"
done
