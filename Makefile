# The tasks of this repository. `make` alone lists them.
.DEFAULT_GOAL := help

.PHONY: help
help: ## list the tasks
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk 'BEGIN {FS = ":.*?## "} {printf "  %-12s %s\n", $$1, $$2}'

.PHONY: demo
demo: ## check the exemplary ISMS
	go run ./cmd/ismslint check testdata/complete --as-of 2026-11-24

.PHONY: build
build: ## build ./ismslint
	go build -trimpath -ldflags '-s -w' -o ismslint ./cmd/ismslint

.PHONY: test
test: ## run the tests
	go test ./...

.PHONY: update
update: ## make generated and golden files anew
	go test ./internal/catalogue -update
	go test ./internal/isms -update
	go test ./internal/policy -run 'TestFormatted|TestGenerated' -update
	go test ./internal/config ./internal/report ./internal/recognise -update
	go test ./policies -run 'TestBroken|TestMutation' -update
	go test ./internal/cli -run 'TestGolden|TestREADME|TestRulePages|TestTwin2013' -update

.PHONY: lint
lint: ## run golangci-lint
	golangci-lint run

.PHONY: fuzz
fuzz: ## fuzz every parser and the pipeline for FUZZTIME each (default 3m)
	scripts/fuzz.sh $${FUZZTIME:-3m}

.PHONY: bench
bench: ## time ismslint against conftest on a synthetic ISMS
	scripts/bench.sh

.PHONY: check
check: ## everything that the gate runs
	.ci/run
