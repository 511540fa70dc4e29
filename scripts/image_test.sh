#!/usr/bin/env bash
# Builds the image of the Dockerfile and runs it as GitHub's runner and as pre-commit do: scripts/image_test.sh [--always]
# Needs root, buildah, debootstrap, git and go; no container engine and no registry. The base images are made here: one
# of Debian by debootstrap, and one of it with the Go that is installed. Without --always it is done once for each state
# of the files that the outcome depends on.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin:/sbin
if [ "$(id -u)" != 0 ]; then
  exec sudo --preserve-env=XDG_CACHE_HOME,GOFLAGS,GOPROXY env "PATH=$PATH" "HOME=$HOME" "$0" "$@"
fi
for tool in buildah debootstrap git go; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed: the image was NOT tested" >&2; exit 1; }
done
cache=${XDG_CACHE_HOME:-$HOME/.cache}/ismslint-image
mkdir -p "$cache"
state=$(cat Dockerfile .dockerignore action.yml scripts/image_test.sh internal/cli/action.go internal/git/run.go internal/report/github.go go.mod \
  cmd/ismslint/main.go | sha256sum | cut -d' ' -f1)-$(go version | sha256sum | cut -c1-8)
if [ "${1:-}" != --always ] && [ -e "$cache/passed-$state" ]; then
  echo "the image was built and run on this machine with the same Dockerfile, action.yml and entry point: not again"
  exit 0
fi
work=$(mktemp -d)
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot CONTAINERS_STORAGE_CONF=$work/storage.conf REGISTRY_AUTH_FILE=$work/auth.json
printf '[storage]\ndriver = "vfs"\ngraphroot = "%s"\nrunroot = "%s"\n' "$work/graph" "$work/run" >"$CONTAINERS_STORAGE_CONF"
echo '{}' >"$REGISTRY_AUTH_FILE"
trap 'buildah rm --all >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
fail() { echo "image: $1" >&2; shift; [ $# -eq 0 ] || cat "$@" >&2; exit 1; }

echo "== base images"
if [ ! -e "$cache/debian.tar" ]; then
  debootstrap --variant=minbase bookworm "$work/debian" http://deb.debian.org/debian >"$work/debootstrap.log" ||
    fail "debootstrap failed" "$work/debootstrap.log"
  tar -C "$work/debian" --exclude=./var/cache/apt/archives/*.deb --exclude=./dev/* -cf "$cache/debian.tar.new" .
  mv "$cache/debian.tar.new" "$cache/debian.tar"
  rm -rf "$work/debian"
fi
base=$(buildah from scratch)
buildah add --quiet "$base" "$cache/debian.tar" / >/dev/null
buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --cmd bash "$base"
buildah commit --quiet "$base" localhost/debian >/dev/null
buildah copy --quiet "$base" "$(go env GOROOT)" /usr/local/go >/dev/null
buildah config --env PATH=/usr/local/go/bin:/usr/bin:/bin --env GOTOOLCHAIN=local --env GOMODCACHE=/gomod --env GOCACHE=/gocache "$base"
buildah commit --quiet --rm "$base" localhost/golang >/dev/null

echo "== build"
# What is downloaded and compiled already is used; Go checks both.
go mod download
buildah build --quiet --network host --volume "$(go env GOMODCACHE):/gomod" --volume "$(go env GOCACHE):/gocache" \
  --build-arg GO_IMAGE=localhost/golang --build-arg RUNTIME_IMAGE=localhost/debian --build-arg VERSION=v0.0.0-image \
  --tag localhost/ismslint . >"$work/build.log" 2>&1 || fail "the image does not build" "$work/build.log"
buildah rmi localhost/golang >/dev/null
image=$(buildah from localhost/ismslint)
entry=$(buildah inspect --format '{{range .OCIv1.Config.Entrypoint}}{{.}}{{"\n"}}{{end}}' "$image")
user=$(buildah inspect --format '{{.OCIv1.Config.User}}' "$image")
[ -z "$user" ] || fail "GitHub needs an image without USER, not $user"
args=$(sed -n 's/^  args: \[\(.*\)\]$/\1/p' action.yml)
[ "$entry $args" = "ismslint action" ] || fail "the entry point is $entry $args"
action=("$entry" "$args")

# A checkout as actions/checkout leaves it: of another user, with the whole history.
mkdir -p "$work/ws" "$work/files" "$work/home"
cp -r testdata/readme/. "$work/ws"
git -C "$work/ws" init -q
git -C "$work/ws" add -A
git -C "$work/ws" -c user.name=Tester -c user.email=tester@example.com commit -qm "an ISMS"
chown -R 1001:1001 "$work/ws"
touch "$work/files/summary" "$work/files/output"

inside() { # inside USER [--env NAME=VALUE ...] -- COMMAND: in a container over the checkout, into $work/out and $work/err
  local user=$1
  shift
  status=0
  buildah run --user "$user" --volume "$work/ws:/github/workspace" --volume "$work/files:/github/file_commands" \
    --volume "$work/home:/github/home" --workingdir /github/workspace "$@" >"$work/out" 2>"$work/err" || status=$?
}
runner=(--env HOME=/github/home --env GITHUB_ACTIONS=true --env CI=true --env GITHUB_WORKSPACE=/github/workspace
  --env GITHUB_STEP_SUMMARY=/github/file_commands/summary --env GITHUB_OUTPUT=/github/file_commands/output
  --env GITHUB_SERVER_URL=https://github.example --env GITHUB_REPOSITORY=example/isms --env GITHUB_SHA=0123abcd
  --env GITHUB_EVENT_NAME=pull_request --env INPUT_WORKING-DIRECTORY=. --env INPUT_PATH=. --env INPUT_FAIL-ON=error
  --env INPUT_ANNOTATIONS=true --env INPUT_AS-OF=2026-11-24 --env INPUT_CLAUSE=6.1.2)
has() { grep -qE -- "$2" "$1" || fail "no line $2 in" "$1" "$work/err"; }

echo "== as an action"
inside 0:0 "${runner[@]}" --env INPUT_FORMATS=sarif=ismslint.sarif "$image" -- "${action[@]}"
[ "$status" = 1 ] || fail "exit status $status" "$work/out" "$work/err"
has "$work/out" '^::error .*file=registers/risks\.yaml,line=8,.*::registers/risks\.yaml:8:12: RSK-001'
has "$work/out" 'Exit status 1'
has "$work/files/summary" 'https://github\.example/example/isms/blob/0123abcd/registers/risks\.yaml#L8'
[ "$(sed -n '/^errors<</{n;p}' "$work/files/output")" = 3 ] || fail "the output errors" "$work/files/output"
[ "$(sed -n '/^isms-recognised<</{n;p}' "$work/files/output")" = true ] || fail "the output isms-recognised" "$work/files/output"
[ "$(stat -c %a "$work/ws/ismslint.sarif")" = 644 ] || fail "ismslint.sarif cannot be read by the steps after it"
has "$work/ws/ismslint.sarif" '"version": "0\.0\.0-image"'
rm "$work/ws/ismslint.sarif"

echo "== with hostile inputs"
: >"$work/files/summary"
# shellcheck disable=SC2016
inside 0:0 "${runner[@]}" --env 'INPUT_PATH=; touch /github/workspace/owned' --env 'INPUT_EDITION=$(touch owned)' "$image" -- "${action[@]}"
[ "$status" = 2 ] || fail "exit status $status" "$work/out"
[ ! -e "$work/ws/owned" ] || fail "an input was run"
has "$work/out" '^::error::ismslint: --edition is 2013, 2022 or 2022\+amd1'

echo "== as pre-commit runs it: any user, no home, the checkout of somebody else"
inside 4242:4242 --env HOME=/nonexistent "$image" -- "$entry" check --as-of 2026-11-24 --fail-on never
[ "$status" = 0 ] || fail "exit status $status" "$work/out" "$work/err"
[ ! -s "$work/err" ] || fail "it says" "$work/err"
inside 4242:4242 --env HOME=/nonexistent "$image" -- "$entry" inspect --as-of 2026-11-24
has "$work/out" '"changed_by": *"Tester"|Tester'

touch "$cache/passed-$state"
echo "the image builds and runs"
