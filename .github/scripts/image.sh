#!/usr/bin/env bash
# image.sh TAG FOLDER CONTEXT
# Unpacks the archives in FOLDER, one for each processor, to the folders below CONTEXT from
# which the Containerfile copies the program.
set -euo pipefail
tag=$1 folder=$2 context=$3
mkdir -p "$context"
for pair in x86_64:amd64 aarch64:arm64; do
  name=giljabi-$tag-${pair%%:*}-unknown-linux-musl
  mkdir -p "$context/${pair##*:}"
  tar -xzf "$folder/$name.tar.gz" -C "$context/${pair##*:}" --strip-components 1 \
    "$name/giljabi" "$name/LICENSE-MIT" "$name/LICENSE-APACHE" "$name/THIRD-PARTY-NOTICES.md"
done
