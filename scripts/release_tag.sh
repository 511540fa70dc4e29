#!/usr/bin/env bash
# Tags the commit that is checked out: scripts/release_tag.sh VERSION IMAGE@DIGEST
# The tag stands on a commit of its own, whose action.yml names the image; the branch does not move.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?which version} image=${2:?which image}
remote=${REMOTE:-origin}
[[ $version =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || { echo "no version: $version" >&2; exit 2; }
[[ $image =~ ^[a-z0-9./:_-]+@sha256:[0-9a-f]{64}$ ]] || { echo "an image is named by its digest, not $image" >&2; exit 2; }

export GIT_AUTHOR_NAME="github-actions[bot]" GIT_AUTHOR_EMAIL="41898282+github-actions[bot]@users.noreply.github.com"
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
index=$(mktemp -d)
trap 'rm -rf "$index"' EXIT
export GIT_INDEX_FILE=$index/index

git show HEAD:action.yml | sed "s|^  image: Dockerfile\$|  image: docker://$image|" >"$index/action.yml"
grep -qx "  image: docker://$image" "$index/action.yml" || { echo "action.yml has no line for the image" >&2; exit 1; }
git read-tree HEAD
git update-index --cacheinfo "100644,$(git hash-object -w --no-filters "$index/action.yml"),action.yml"
commit=$(git commit-tree -p HEAD -m "Release $version" "$(git write-tree)")

# A version that is there already is refused by the remote.
git push --quiet "$remote" "$commit:refs/tags/$version"
case $version in
  *-*) ;; # a version for trials moves nothing
  *) git push --quiet --force "$remote" "$commit:refs/tags/${version%%.*}" ;;
esac
echo "$version is $commit"
