package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/report"
)

func (c *Command) documentsVerb() *cobra.Command {
	var f runFlags
	var format string
	var all, register bool
	cmd := &cobra.Command{
		Use: "documents [PATH]", Short: "List what was recognised, why, and what to declare where in doubt",
		Example: "  ismslint documents\n  ismslint documents --register --format csv > documents.csv",
		Long: "Lists every document, section and register with its type, what showed it and whether it counts.\n" +
			"Below each doubtful one stands the line for documents: in isms.yaml that settles it; keep the one that is right.\n" +
			"With --register it is the document register that clause 7.5 calls for: by clause, what the standard names,\n" +
			"what isms.yaml says that the organisation determined, and what is here, with version, approval and review.",
		Args: atMostOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := listings[format]
			if !ok {
				return badInput("", "--format is text, json, csv or markdown, not %q", format)
			}
			req, err := f.request(c, args)
			if err != nil {
				return err
			}
			if register {
				return c.documentRegister(cmd.Context(), req, format)
			}
			progress := c.startProgress()
			list, err := c.pipeline.documents(cmd.Context(), req, progress.stage)
			progress.stop()
			if err != nil {
				return err
			}
			if !all {
				list.Items = slices.DeleteFunc(list.Items, func(i listed) bool { return i.Type == "" && i.Why == "" && i.Declare == "" })
			}
			return write(c.Stdout, list)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json, csv or markdown")
	cmd.Flags().BoolVar(&register, "register", false, "the document register: by clause, with version, approval and review date")
	cmd.Flags().BoolVar(&all, "all", false, "also what was read and is of no type")
	f.add(cmd.Flags())
	return cmd
}

// listings write a listing in the formats of the verb.
var listings = map[string]func(io.Writer, listing) error{
	"text": listText, "json": listJSON, "csv": listCSV, "markdown": listMarkdown,
}

// listText writes a line for each item, those of one state together.
func listText(w io.Writer, l listing) error {
	var b strings.Builder
	if l.Why != "" {
		fmt.Fprintf(&b, "No ISMS was recognised: %s.\n\n", report.Clean(l.Why))
	}
	if len(l.ISMS) > 0 {
		fmt.Fprintf(&b, "%d ISMS in one tree: %s.\n\n", len(l.ISMS), report.Clean(strings.Join(l.ISMS, ", ")))
	}
	for _, group := range groups {
		group.list(&b, l)
	}
	if len(l.Items) == 0 {
		b.WriteString("Nothing was recognised.\n")
	}
	_, err := io.WriteString(w, strings.TrimSuffix(b.String(), "\n\n")+"\n")
	return err
}

// group is a part of the listing for people.
type group struct {
	title string
	holds func(listed) bool
}

// list writes the items of the group, a line for each.
func (g group) list(b *strings.Builder, l listing) {
	width := 0
	var items []listed
	for _, i := range l.Items {
		if g.holds(i) {
			items = append(items, i)
			width = max(width, len(i.Type))
		}
	}
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(b, "%s (%d)\n", g.title, len(items))
	for _, i := range items {
		fmt.Fprintf(b, "  %-*s  %s  %s\n", width, i.Type, report.Clean(i.place()), report.Clean(i.reason()))
		if i.Declare != "" {
			fmt.Fprintf(b, "  %-*s  isms.yaml, documents:  %s\n", width, "", report.Clean(i.Declare))
		}
	}
	b.WriteByte('\n')
}

// doubtful is the part of what a line of isms.yaml would settle.
var doubtful = group{"In doubt", func(i listed) bool { return !i.Counts && i.Declare != "" && i.Type == "" || i.Is == isPossible }}

// groups are the parts in their order.
var groups = []group{
	{"Documents and sections that count", func(i listed) bool { return i.Is != isRegister && i.Counts }},
	{"Registers", func(i listed) bool { return i.Is == isRegister && i.Counts }},
	doubtful,
	{"Recognised, and not counted", func(i listed) bool { return !i.Counts && i.Is != isPossible && i.Type != "" }},
	{"Not part of the ISMS", func(i listed) bool { return !i.Counts && i.Type == "" && i.Declare == "" }},
}

// place is where the item is, as people write it.
func (i listed) place() string {
	if i.Section != "" {
		return i.Path + "#" + i.Section
	}
	if i.Line > 1 {
		return i.Path + ":" + strconv.Itoa(i.Line)
	}
	return i.Path
}

// reason says what showed it, or why it does not count.
func (i listed) reason() string {
	var parts []string
	switch i.Signal {
	case "":
	case string(isms.SignalDeclared):
		parts = append(parts, "declared")
	default:
		parts = append(parts, "by "+i.Signal)
	}
	switch i.Entries {
	case 0:
	case 1:
		parts = append(parts, "1 entry")
	default:
		parts = append(parts, strconv.Itoa(i.Entries)+" entries")
	}
	if i.Why != "" {
		parts = append(parts, i.Why)
	}
	return strings.Join(parts, "; ")
}

func listJSON(w io.Writer, l listing) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(l)
}

// columns are those of the listing as CSV.
var columns = []string{"path", "section", "line", "is", "type", "title", "signal", "certainty", "counts", "entries", "why", "declare"}

func listCSV(w io.Writer, l listing) error {
	out := csv.NewWriter(w)
	rows := [][]string{columns}
	for _, i := range l.Items {
		rows = append(rows, []string{i.Path, i.Section, strconv.Itoa(i.Line), i.Is, i.Type, i.Title, i.Signal, i.Certainty,
			strconv.FormatBool(i.Counts), strconv.Itoa(i.Entries), i.Why, i.Declare})
	}
	for _, row := range rows {
		for k := range row {
			row[k] = report.SpreadsheetCell(row[k])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func listMarkdown(w io.Writer, l listing) error {
	var b strings.Builder
	if l.Why != "" {
		fmt.Fprintf(&b, "No ISMS was recognised: %s.\n\n", cellText(l.Why))
	}
	if len(l.ISMS) > 0 {
		fmt.Fprintf(&b, "%d ISMS in one tree: %s.\n\n", len(l.ISMS), cellText(strings.Join(l.ISMS, ", ")))
	}
	b.WriteString("| what | type | counts | why | declare |\n|---|---|---|---|---|\n")
	for _, i := range l.Items {
		counts := "no"
		if i.Counts {
			counts = "yes"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", cellText(i.place()), cellText(i.Type), counts, cellText(i.reason()), cellText(i.Declare))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// cellText is a text of a document in a cell of a markdown table: no markup of
// its own.
func cellText(s string) string {
	var b strings.Builder
	for _, r := range report.Clean(s) {
		if strings.ContainsRune("\\`*_{}[]<>#|!~@", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
