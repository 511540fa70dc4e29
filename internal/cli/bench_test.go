package cli

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/ismslint/ismslint/internal/synthetic"
)

// synthetic300 is the tree of docs/performance.md.
func synthetic300(tb testing.TB) string {
	dir := tb.TempDir()
	if err := synthetic.Write(dir, synthetic.Options{Documents: 300, Risks: 300}); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func silent(string) {}

func benchmarkCheck(b *testing.B, dir string) {
	r := request{path: dir, asOf: synthetic.AsOf}
	for b.Loop() {
		if _, err := newPipeline().check(context.Background(), r, silent); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck300(b *testing.B) { benchmarkCheck(b, synthetic300(b)) }

// BenchmarkEmpty is what every run costs, however little there is to read. What
// is built once in a process is not in it: scripts/bench.sh measures that.
func BenchmarkEmpty(b *testing.B) {
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "README.md"), []byte("# Notes\n\nNothing yet.\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	benchmarkCheck(b, dir)
}

// BenchmarkRecognise300 reads, parses and recognises, without a rule.
func BenchmarkRecognise300(b *testing.B) {
	r := request{path: synthetic300(b), asOf: synthetic.AsOf}
	for b.Loop() {
		run, err := openOne(r, silent)
		if err != nil {
			b.Fatal(err)
		}
		if err := run.recognise(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
