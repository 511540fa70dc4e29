#!/usr/bin/env bash
# Runs every fuzz target of the repository for a time each: scripts/fuzz.sh 3m
set -euo pipefail
cd "$(dirname "$0")/.."
duration=${1:-3m}

# Every package with a fuzz target, and the targets in it.
mapfile -t files < <(grep -rlE '^func Fuzz[A-Z]' --include='*_test.go' internal)
for package in $(printf '%s\n' "${files[@]}" | xargs -n1 dirname | sort -u); do
  for target in $(grep -hoE '^func Fuzz[A-Za-z0-9_]+' "$package"/*_test.go | sed 's/^func //' | sort -u); do
    echo "== $package $target ($duration)"
    go test "./$package" -run '^$' -fuzz "^${target}\$" -fuzztime "$duration" -fuzzminimizetime 20x
  done
done
