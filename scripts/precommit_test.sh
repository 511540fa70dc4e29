#!/usr/bin/env bash
# Debian's pre-commit installs the golang hook from a local clone of this repository and stops a bad commit.
# Needs git, go and pre-commit. The clone holds the working tree, committed or not.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in git go pre-commit; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed: the pre-commit hooks were NOT tested" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# Modules and compiled packages that are there already are used again.
GOMODCACHE=$(go env GOMODCACHE) GOCACHE=$(go env GOCACHE)
export GOMODCACHE GOCACHE GOFLAGS="-trimpath -buildvcs=false" GOTOOLCHAIN=local CGO_ENABLED=0
export PRE_COMMIT_HOME=$work/cache GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1
cat >"$work/gitconfig" <<'CONFIG'
[user]
	name = Tester
	email = tester@example.com
[init]
	defaultBranch = main
CONFIG

fail() { echo "pre-commit: $1" >&2; [ $# -lt 2 ] || cat "$2" >&2; exit 1; }

git ls-files -z --cached --others --exclude-standard |
  while IFS= read -rd '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done >"$work/files"
mkdir "$work/hooks" "$work/isms"
tar --null --files-from "$work/files" -cf - | tar -C "$work/hooks" -xf -
git -C "$work/hooks" init -q
git -C "$work/hooks" add -A
git -C "$work/hooks" commit -qm "the hooks"
pre-commit validate-manifest .pre-commit-hooks.yaml

cp -r testdata/readme/. "$work/isms"
cd "$work/isms"
git init -q
sed -e "s|^  - repo: .*|  - repo: $work/hooks|" -e "s|^    rev: .*|    rev: $(git -C "$work/hooks" rev-parse HEAD)|" \
  -e 's|--fail-on=error|--as-of=2026-11-24|' "$OLDPWD/examples/pre-commit-config.yaml" >.pre-commit-config.yaml
pre-commit validate-config
git add .pre-commit-config.yaml
git commit -qm "no ISMS yet"
pre-commit install >/dev/null

echo "== a commit without files of an ISMS is not looked at"
echo notes >notes.txt
git add notes.txt
git commit -qm notes 2>"$work/out" || fail "a commit without files of an ISMS is stopped" "$work/out"
grep -q "no files to check" "$work/out" || fail "the hook ran for notes.txt" "$work/out"

echo "== a bad register is stopped"
git add -A
if git commit -qm "a bad register" >"$work/out" 2>&1; then fail "a bad commit is not stopped" "$work/out"; fi
grep -q "registers/risks.yaml:8:12  error" "$work/out" || fail "the finding is not shown" "$work/out"
[ "$(git log --format=%s -1)" = notes ] || fail "the bad commit is there"

echo "== the register put right is let through"
cat >registers/risks.yaml <<'RISKS'
register: risks
entries:
  - id: RSK-001
    title: Ransomware encrypts the customer database
    owner: Head of IT
    likelihood: rare
    consequence: minor
    level: low
    status: assessed
RISKS
git add -A
git commit -qm "a good register" >"$work/out" 2>&1 || fail "a good commit is stopped" "$work/out"
[ "$(git log --format=%s -1)" = "a good register" ] || fail "the good commit is not there"
