#!/usr/bin/env bash
# Times ismslint against conftest on a synthetic ISMS, as whole processes:
#   scripts/bench.sh [PAIRS]      9 pairs by default
# DOCUMENTS and RISKS set the size (300 each), CONFTEST names a conftest that is there.
# docs/performance.md says what is measured.
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=${1:-9}
documents=${DOCUMENTS:-300} risks=${RISKS:-300}
as_of=2026-11-24
conftest_version=v0.71.1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/ismslint-bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Finds conftest, or builds it outside of our module. Empty where there is none.
find_conftest() {
  conftest=${CONFTEST:-$cache/bin/conftest}
  if [ -x "$conftest" ]; then return; fi
  if [ -n "${CONFTEST:-}" ]; then
    conftest=
    return
  fi
  echo "building conftest $conftest_version into $cache/bin" >&2
  mkdir -p "$cache/bin"
  (cd "$work" && GOBIN="$cache/bin" go install "github.com/open-policy-agent/conftest@$conftest_version") || conftest=
}

# Writes as many rules for conftest as ismslint has, over the exported data. All
# are in one package: conftest reads the input anew for each package.
write_rules() {
  local n=$1 i template
  mkdir "$work/rules"
  for ((i = 0; i < n; i++)); do
    {
      printf 'package main\n\n'
      template=$((i % 6))
      "rule_$template" "$i"
    } >"$work/rules/rule$i.rego"
  done
}

rule_0() {
  cat <<REGO
deny contains msg if {
	some risk in input.isms.registers.risks.entries
	input.isms.criteria.levels.steps[input.isms.criteria.levels.index[risk.level.value.step]].acceptance == "treat"
	not _planned_$1[risk.id]
	not risk.accepted_by.raw
	msg := sprintf("%s:%s: %s is %s and not treated (rule $1)", [risk._path, risk._pos["."], risk.id, risk.level.raw])
}

_planned_$1 contains ref.id if {
	some treatment in input.isms.registers.treatments.entries
	some ref in treatment.risks.value
}
REGO
}

rule_1() {
  cat <<REGO
deny contains msg if {
	some document in input.documents
	document.kind == "policy"
	not document.metadata.approved_by.raw
	msg := sprintf("%s:%s: %s is not approved (rule $1)", [document._path, document._pos["."], document.title])
}
REGO
}

rule_2() {
  cat <<REGO
deny contains msg if {
	some risk in input.isms.registers.risks.entries
	not risk.owner.raw
	msg := sprintf("%s:%s: %s has no owner (rule $1)", [risk._path, risk._pos["."], risk.id])
}
REGO
}

rule_3() {
  cat <<REGO
deny contains msg if {
	some treatment in input.isms.registers.treatments.entries
	some ref in treatment.risks.value
	not input.isms.ids[ref.id]
	msg := sprintf("%s:%s: %s names %s, which is not there (rule $1)", [treatment._path, treatment._pos["."], treatment.id, ref.raw])
}
REGO
}

rule_4() {
  cat <<REGO
deny contains msg if {
	some document in input.documents
	document.evidence
	some section in document.sections
	section.level == 2
	section.words < 3
	msg := sprintf("%s:%s: %s says nothing (rule $1)", [document._path, document._pos["."], section.heading])
}
REGO
}

rule_5() {
  cat <<REGO
deny contains msg if {
	some document in input.documents
	document.kind == "policy"
	document.metadata.next_review.value.age > $1
	msg := sprintf("%s:%s: the review of %s is overdue (rule $1)", [document._path, document._pos["."], document.title])
}
REGO
}

# Runs a command and adds its wall time and its processor time, in microseconds, to
# the files NAME.wall and NAME.cpu. Findings are no failure.
timed() {
  local name=$1 start end status=0 user system
  local TIMEFORMAT='%3U %3S'
  shift
  start=${EPOCHREALTIME/./}
  { time "$@" >"$work/out" 2>"$work/err"; } 2>"$work/times" || status=$?
  end=${EPOCHREALTIME/./}
  if [ "$status" -gt 1 ]; then
    echo "exit status $status: $*" >&2
    cat "$work/err" >&2
    exit 1
  fi
  read -r user system <"$work/times"
  echo $((end - start)) >>"$work/$name.wall"
  echo $(((10#${user/./} + 10#${system/./}) * 1000)) >>"$work/$name.cpu"
}

median() { sort -n "$1" | sed -n "$((($(wc -l <"$1") + 1) / 2))p"; }

milliseconds() { printf '%d.%d' $(($1 / 1000)) $(($1 % 1000 / 100)); }

ratio() { if [ "$2" -gt 0 ]; then printf '%d.%02d' $(($1 / $2)) $(($1 * 100 / $2 % 100)); else printf '-'; fi; }

# Times two commands in turns and prints a row.
compare() {
  local what=$1 i a b
  local -a ours theirs
  read -ra ours <<<"$2"
  read -ra theirs <<<"$3"
  for ((i = 0; i <= pairs; i++)); do
    [ "$i" -le 1 ] && rm -f "$work"/{a,b}.{wall,cpu} # the first pair fills the caches
    timed a "${ours[@]}"
    if [ ${#theirs[@]} -gt 0 ]; then timed b "${theirs[@]}"; fi
  done
  a=$(median "$work/a.wall")
  if [ ${#theirs[@]} -eq 0 ]; then
    printf '| %s | %s | peer not there | | |\n' "$what" "$(milliseconds "$a")"
    return
  fi
  b=$(median "$work/b.wall")
  printf '| %s | %s | %s | %s | %s |\n' "$what" "$(milliseconds "$a")" "$(milliseconds "$b")" "$(ratio "$a" "$b")" \
    "$(ratio "$(median "$work/a.cpu")" "$(median "$work/b.cpu")")"
}

go build -trimpath -ldflags '-s -w' -o "$work/ismslint" ./cmd/ismslint
go test ./internal/synthetic -count=1 -run '^TestWrite$' -dir "$work/isms" -documents "$documents" -risks "$risks" >/dev/null
mkdir "$work/tiny"
printf '# Notes\n\nNothing yet.\n' >"$work/tiny/notes.md"
"$work/ismslint" inspect --as-of "$as_of" "$work/isms" >"$work/isms.json"
go test ./internal/synthetic -count=1 -run '^TestPlain$' -full "$work/isms.json" -plain "$work/plain.json" >/dev/null
rules=$("$work/ismslint" rules --format json | grep -c '"dir": ".') || true
write_rules "$rules"
find_conftest

echo "$(date -u +%F), $(nproc) cores, $(go version | cut -d' ' -f3), $documents documents, $risks risks, $rules rules, $(du -sh --apparent-size "$work/isms" | cut -f1) of files, $(($(wc -c <"$work/plain.json") / 1000)) kB of JSON for conftest ($(($(wc -c <"$work/isms.json") / 1000)) kB as inspect prints it), median of $pairs"
echo
echo "| whole process | ismslint ms | conftest ms | ratio | ratio of processor time |"
echo "|---|---|---|---|---|"
if [ -z "$conftest" ]; then
  echo "conftest ${CONFTEST:-$conftest_version} is not there: nothing is compared" >&2
  compare "check, $documents documents" "$work/ismslint check --as-of $as_of $work/isms" ""
  compare "check, one small file" "$work/ismslint check $work/tiny" ""
  compare "version" "$work/ismslint version" ""
  exit 0
fi
compare "check, $documents documents; conftest on plain data, already parsed" \
  "$work/ismslint check --as-of $as_of $work/isms" \
  "$conftest test --no-color --policy $work/rules $work/plain.json"
compare "check, $documents documents; conftest on all that inspect prints" \
  "$work/ismslint check --as-of $as_of $work/isms" \
  "$conftest test --no-color --policy $work/rules $work/isms.json"
echo '{}' >"$work/empty.json"
compare "check, one small file; conftest, {}" "$work/ismslint check $work/tiny" \
  "$conftest test --no-color --policy $work/rules $work/empty.json"
compare "version" "$work/ismslint version" "$conftest --version"
