#!/usr/bin/env bash
# install.sh VERSION FOLDER
# Downloads the program of a release for this machine into FOLDER, after its checksum was
# found right. VERSION is a tag, such as v0.1.0, or "latest", or "own": the one of these sources.
#
# GILJABI_RELEASES names another place of the releases, such as a mirror.
set -euo pipefail
version=$1 folder=$2
releases=${GILJABI_RELEASES:-https://github.com/giljabi/giljabi/releases}

if [ "$version" = own ]; then
  version=v$(sed -n 's/^version = "\(.*\)"$/\1/p' "$(dirname "$0")/../../Cargo.toml" | head -n 1)
fi
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) target=x86_64-unknown-linux-musl ;;
  Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
  Darwin-x86_64) target=x86_64-apple-darwin ;;
  Darwin-arm64) target=aarch64-apple-darwin ;;
  MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ;;
  *)
    echo "there is no giljabi for $(uname -s) on $(uname -m): cargo install --locked --git https://github.com/giljabi/giljabi" >&2
    exit 1
    ;;
esac
case $target in *windows*) ending=zip ;; *) ending=tar.gz ;; esac
case $version in latest) place=$releases/latest/download ;; *) place=$releases/download/$version ;; esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
download() { curl --fail --silent --show-error --location --retry 3 --output "$work/$1" "$place/$1"; }
download SHA256SUMS
archive=$(awk -v end="-$target.$ending" \
  'index($2, "giljabi-") == 1 && substr($2, length($2) - length(end) + 1) == end { print $2 }' \
  "$work/SHA256SUMS")
if [ -z "$archive" ]; then
  echo "the release $version has no program for $target" >&2
  exit 1
fi
download "$archive"

if command -v sha256sum >/dev/null; then check=(sha256sum); else check=(shasum -a 256); fi
if ! (cd "$work" && grep -F "  $archive" SHA256SUMS | "${check[@]}" --check --status -); then
  echo "$archive is not what SHA256SUMS of the release says" >&2
  exit 1
fi
case $ending in
  zip) (cd "$work" && unzip -q "$archive") ;;
  *) tar -xzf "$work/$archive" -C "$work" ;;
esac
mkdir -p "$folder"
cp "$work/${archive%."$ending"}"/giljabi* "$folder/"
"$folder/giljabi" --version
