package cli

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// progress shows what a run does once it takes longer than one waits gladly: one
// line on a terminal, erased at the end.
type progress struct {
	w       io.Writer // nil where nobody watches
	mu      sync.Mutex
	text    string
	shown   int // length of the line on the screen
	stopped bool
	timer   *time.Timer
}

const patience = time.Second

func (c *Command) startProgress() *progress {
	p := &progress{}
	if !c.ErrIsTerminal {
		return p
	}
	p.w = c.Stderr
	p.timer = time.AfterFunc(patience, p.show)
	return p
}

// stage says what is done now.
func (p *progress) stage(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = text
	if p.shown > 0 {
		p.draw()
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.stopped {
		p.draw()
	}
}

func (p *progress) draw() {
	line := p.text + " …"
	fmt.Fprintf(p.w, "\r%s%s", line, strings.Repeat(" ", max(p.shown-len(line), 0)))
	p.shown = len(line)
}

func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.shown > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}
