#!/usr/bin/env bash
# guide.sh
# Checks and builds a guide, and annotates the lines of a change that have problems. What is to
# be done stands in variables, as the action sets them: GUIDE_ROOT, GUIDE_OUT, GUIDE_BASE_URL,
# GUIDE_STRICT (true or false), GUIDE_TRANSLATIONS (what the translations must not be, such as
# stale,missing), GUIDE_BUILD (true or false).
set -euo pipefail
root=(--root "${GUIDE_ROOT:-.}")
strict=()
[ "${GUIDE_STRICT:-true}" = false ] || strict=(--strict)
address=()
[ -z "${GUIDE_BASE_URL:-}" ] || address=(--base-url "$GUIDE_BASE_URL")
out=()
[ -z "${GUIDE_OUT:-}" ] || out=(--out "$GUIDE_OUT")

giljabi check --format github "${root[@]}" ${strict[@]+"${strict[@]}"} ${address[@]+"${address[@]}"}
if [ -n "${GUIDE_TRANSLATIONS:-}" ]; then
  giljabi status "${root[@]}" --fail-on "$GUIDE_TRANSLATIONS"
fi
if [ "${GUIDE_BUILD:-true}" = true ]; then
  giljabi build "${root[@]}" ${strict[@]+"${strict[@]}"} ${address[@]+"${address[@]}"} ${out[@]+"${out[@]}"}
fi
