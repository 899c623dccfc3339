#!/usr/bin/env bash
# release-notes.sh TAG
# Prints what CHANGELOG.md says of the version. Fails where the tag, Cargo.toml and the
# changelog do not name the same version.
set -euo pipefail
tag=$1
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
if [ "$tag" != "v$version" ]; then
  echo "the tag is $tag, but Cargo.toml has version $version" >&2
  exit 1
fi
notes=$(awk -v heading="## $version" '
  index($0, "## ") == 1 { inside = ($0 == heading || index($0, heading " ") == 1); next }
  inside { print }
' CHANGELOG.md)
if [ -z "${notes//[[:space:]]/}" ]; then
  echo "CHANGELOG.md has no section ## $version" >&2
  exit 1
fi
printf '%s\n' "$notes"
