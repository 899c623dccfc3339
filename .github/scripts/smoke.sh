#!/usr/bin/env bash
# smoke.sh PROGRAM
# Tries a program that was just built: begins a new guide, checks it and builds it, in both
# languages.
set -euo pipefail
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

"$program" --version
for lang in en ko; do
  "$program" --lang "$lang" init "$lang" --title-en "A lunch guide" --title-ko "급식 안내서"
  "$program" --lang "$lang" check --strict --root "$lang"
  "$program" --lang "$lang" build --strict --root "$lang"
  "$program" --lang "$lang" status --root "$lang" --fail-on stale,missing
  test -s "$lang/site/en/index.html"
  test -s "$lang/site/ko/index.html"
  # A second build has nothing to write.
  "$program" --lang en build --strict --root "$lang" | grep -q ' 0 written'
done
