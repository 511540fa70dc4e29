#!/usr/bin/env bash
# Builds what a release consists of into a folder: scripts/release_build.sh VERSION FOLDER
# A binary for each system and processor, the SBOM, and the checksums of both. The same commit gives the same binaries.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?which version} into=${2:?into which folder}
[[ $version =~ ^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$ ]] ||
  { echo "a version is such as v1.2.3 or v1.2.3-rc.1, not $version" >&2; exit 2; }
sbom=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.9.0
targets=${TARGETS:-linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64}

rm -rf "$into"
mkdir -p "$into"
into=$(cd "$into" && pwd)
export CGO_ENABLED=0
for target in $targets; do
  os=${target%/*} arch=${target#*/} suffix=
  [ "$os" != windows ] || suffix=.exe
  GOOS=$os GOARCH=$arch go build -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X main.version=$version" \
    -o "$into/ismslint_${os}_$arch$suffix" ./cmd/ismslint
done
# Without its serial number; the time in it is all that differs from run to run.
go run "$sbom" app -json -noserial -output-version 1.6 -main cmd/ismslint -output "$into/ismslint.cdx.json" .
(cd "$into" && sha256sum -- * >"$into.sums" && mv "$into.sums" SHA256SUMS)
