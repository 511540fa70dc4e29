# syntax is plain on purpose: any builder of the last years, buildah among them, builds it without fetching a front end.
#   docker build --build-arg VERSION=v1.2.3 -t ismslint .
#   docker run --rm -v "$PWD:/src" -w /src ismslint check
ARG GO_IMAGE=docker.io/library/golang:1.26-bookworm
# Any image with apk or apt-get, or with git on it.
ARG RUNTIME_IMAGE=docker.io/library/alpine:3.22

# The compiler runs on the machine that builds, whatever it builds for.
FROM --platform=$BUILDPLATFORM ${GO_IMAGE} AS build
ARG VERSION=""
ARG TARGETOS
ARG TARGETARCH
ENV CGO_ENABLED=0 GOFLAGS=-buildvcs=false
WORKDIR /build
COPY go.mod go.sum ./
RUN go mod download
COPY cmd cmd
COPY internal internal
COPY policies policies
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags "-s -w -X main.version=$VERSION" -o /ismslint ./cmd/ismslint

FROM ${RUNTIME_IMAGE}
# Git lists the files and knows when they were changed. The certificates are for jobs of other CI services that run in
# this image and fetch the rest of a shallow clone.
RUN set -e; \
    if command -v apk >/dev/null; then apk add --no-cache git ca-certificates; \
    elif command -v apt-get >/dev/null; then \
      apt-get update; \
      apt-get install --yes --no-install-recommends git ca-certificates; \
      rm -rf /var/lib/apt/lists/*; \
    fi; \
    git --version
COPY --from=build /ismslint /usr/local/bin/ismslint
# No USER: GitHub's actions run as root, pre-commit and Jenkins as the user of the checkout, who has no home here. Neither
# matters to ismslint, which writes nothing but the reports it is asked for. No WORKDIR: GitHub sets it.
ENTRYPOINT ["ismslint"]
