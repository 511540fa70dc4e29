#!/usr/bin/env bash
# Reports on whole trees, read by other people's programs: SARIF of the exemplary ISMS, of each broken twin and of
# each folder of ISMS_CORPORA by Microsoft's validator, GitHub's ingestion rules included; JUnit by junit2json;
# rdjson by reviewdog's schema; the badge by the code that draws shields. GitLab publishes no schema of its
# code quality reports: golden files hold that format.
# Needs sarif-multitool, rdformat-validator, junit2json on the PATH and PEERS, the folder of node_modules with badge-maker.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "peers: $1" >&2; exit 1; }

go build -o "$work/ismslint" ./cmd/ismslint
trees=(testdata/complete testdata/broken/*/)
if [ -n "${ISMS_CORPORA:-}" ]; then trees+=("$ISMS_CORPORA"/*/); else echo "ISMS_CORPORA is not set: no real repositories"; fi
n=0
for tree in "${trees[@]}"; do
  n=$((n + 1))
  status=0
  "$work/ismslint" check --as-of 2026-11-24 --format "sarif=$work/$n.sarif" --format "junit=$work/$n.xml" \
    --format "rdjson=$work/$n.rdjson" --format "badge=$work/$n.badge" "$tree" >"$work/out" 2>&1 || status=$?
  [ "$status" -le 1 ] || { cat "$work/out" >&2; fail "$tree: exit status $status"; }
  rdformat-validator --strict "$work/$n.rdjson" >/dev/null || fail "$tree: rdjson"
  xmllint --noout "$work/$n.xml" || fail "$tree: JUnit is no XML"
  junit2json "$work/$n.xml" >"$work/junit.json" || fail "$tree: JUnit"
  cases=$(grep -c '<testcase' "$work/$n.xml" || true)
  read_back=$(node -e '
    const suites = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log((suites.testsuite || []).flatMap(s => s.testcase || []).length);' "$work/junit.json")
  [ "$cases" = "$read_back" ] || fail "$tree: $cases cases of JUnit were written, $read_back read"
  NODE_PATH=$PEERS/node_modules node -e '
    const {makeBadge} = require("badge-maker");
    const b = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const known = ["schemaVersion", "label", "message", "color", "labelColor", "isError", "namedLogo", "logoSvg", "logoColor", "style", "cacheSeconds"];
    if (b.schemaVersion !== 1 || !b.message || Object.keys(b).some(k => !known.includes(k))) throw new Error("no badge file");
    if (!makeBadge({label: b.label, message: b.message, color: b.color}).includes(b.message)) throw new Error("not drawn");' "$work/$n.badge" || fail "$tree: badge"
done
for kind in Sarif Ghas; do
  sarif-multitool validate "$work"/*.sarif --rule-kind "$kind" --level Error --output "$work/validation.json" --log ForceOverwrite >"$work/out" 2>&1 ||
    { cat "$work/out" >&2; fail "SARIF, rules $kind"; }
  node -e '
    const run = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8").replace(/^\uFEFF/, "")).runs[0];
    if ((run.results || []).length) { console.error(JSON.stringify(run.results.slice(0, 3))); process.exit(1); }' "$work/validation.json" || fail "SARIF, rules $kind"
done
echo "$n trees"
