#!/usr/bin/env bash
# release.sh TAG FOLDER
# Makes a draft of a release of the archives in FOLDER: with SHA256SUMS, by which downloads are
# checked, and the notes of the version. Somebody looks at the draft and publishes it.
set -euo pipefail
tag=$1 folder=$2
scripts=$(cd "$(dirname "$0")" && pwd)
notes=$(mktemp)
trap 'rm -f "$notes"' EXIT
"$scripts/release-notes.sh" "$tag" >"$notes"
cd "$folder"
sha256sum -- giljabi-"$tag"-* >SHA256SUMS
gh release create "$tag" --draft --verify-tag --title "giljabi $tag" --notes-file "$notes" \
  SHA256SUMS giljabi-"$tag"-*
