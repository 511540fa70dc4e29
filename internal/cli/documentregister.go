package cli

import (
	"context"
	"strings"

	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

// documentRegister is the register of documents, with the listing of what is in
// doubt: a register that leaves something out must say so.
type documentRegister struct {
	verdict.DocumentRegister
	listing listing
}

func (p rooms) register(ctx context.Context, r request, stage func(string)) (documentRegister, error) {
	run, err := p.recogniseOne(ctx, r, stage, "a register of documents")
	if err != nil {
		return documentRegister{}, err
	}
	return documentRegister{verdict.Documents(run.model, standard()), list(run.model, run.settings.Dir())}, nil
}

func (c *Command) documentRegister(ctx context.Context, req request, format string) error {
	progress := c.startProgress()
	r, err := c.pipeline.register(ctx, req, progress.stage)
	progress.stop()
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return report.DocumentsJSON(c.Stdout, r.DocumentRegister)
	case "csv":
		return report.DocumentsCSV(c.Stdout, r.DocumentRegister)
	case "markdown":
		return report.DocumentsMarkdown(c.Stdout, r.DocumentRegister, report.NewLinks(c.Getenv))
	}
	var tail strings.Builder
	doubtful.list(&tail, r.listing)
	return report.DocumentsText(c.Stdout, r.DocumentRegister, tail.String())
}
