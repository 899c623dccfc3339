#!/usr/bin/env bash
# package.sh TARGET PROGRAM NOTICES FOLDER
# Packs a program that was built for TARGET with all that belongs to it into an archive in
# FOLDER: licences, the notices of what others wrote, completions for shells, manual pages.
set -euo pipefail
target=$1 program=$2 notices=$3 folder=$4
repository=$(cd "$(dirname "$0")/../.." && pwd)
version=$("$program" --version | cut -d ' ' -f 2 | tr -d '\r')
name=giljabi-v$version-$target

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
inside=$work/$name
mkdir -p "$folder" "$inside/completions"
cp "$program" "$inside/"
cp "$notices" "$inside/THIRD-PARTY-NOTICES.md"
for file in README.md README.ko.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE; do
  cp "$repository/$file" "$inside/"
done
"$program" completions bash >"$inside/completions/giljabi.bash"
"$program" completions zsh >"$inside/completions/_giljabi"
"$program" completions fish >"$inside/completions/giljabi.fish"
"$program" completions powershell >"$inside/completions/_giljabi.ps1"
for lang in en ko; do
  mkdir -p "$inside/man/$lang/man1"
  "$program" man --lang "$lang" >"$inside/man/$lang/man1/giljabi.1"
done

folder=$(cd "$folder" && pwd)
cd "$work"
case $target in
  # Windows unpacks no other archives by itself; its runners have Python, and no zip.
  *windows*) "$(command -v python3 || command -v python)" -m zipfile -c "$folder/$name.zip" "$name" ;;
  *) tar -czf "$folder/$name.tar.gz" "$name" ;;
esac
