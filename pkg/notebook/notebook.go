// Package notebook shows figures, sliders and text in the course's notebooks. It is the
// only package that talks to the kernel (GoNB).
//
// [Show] displays one figure, [Frames] a series of figures with a slider and a play
// button, [Markdown] a text. Each sends one message and returns when the kernel has taken
// it, so that outputs arrive, and arrive in the order of the calls. A message that cannot
// be built or does not arrive panics, so that the cell fails.
//
// [Must] returns the value of a call that may fail, or ends the cell, and [ShowPanic] shows
// what a mistake looks like.
//
// Every figure has an alternative text, which says in words what the figure shows, for
// readers who cannot see it.
//
// Outside a notebook (in a test, or when a cell's code is run as a program) the figures
// are drawn all the same, so that their errors show, and the texts are printed instead.
//
// With ANN_NO_FIGURES=1 in the environment [Show] and [Frames] return at once and draw nothing:
// a test that runs a chapter for its claims alone saves the time of drawing.
package notebook

import (
	"errors"
	"fmt"
	"os"
	"time"

	"ann/pkg/figure"

	"github.com/janpfeifer/gonb/gonbui"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// Show displays d as the output of the cell. alt says in words what the figure shows.
//
// It panics if alt is empty, if d has an error (see package figure), or if the kernel did
// not take the message.
func Show(alt string, d figure.Drawing) {
	if isWithoutFigures() {
		return
	}
	m, err := showMessage(alt, d)
	if err != nil {
		panic("notebook: Show: " + err.Error())
	}
	m.send("Show")
}

// isWithoutFigures reports whether the environment asks to draw nothing.
func isWithoutFigures() bool { return os.Getenv("ANN_NO_FIGURES") == "1" }

// Markdown displays text as formatted Markdown, with formulas between $ signs.
//
// It panics if the kernel did not take the message.
func Markdown(text string) {
	message{markdown: text, plain: text}.send("Markdown")
}

// message is what the notebook receives: the same content in one or more formats, of which
// the reader's program chooses one. Only plain, the text, is always there.
type message struct {
	html     string
	markdown string
	png      []byte
	plain    string
}

// data returns the message as the kernel wants it. It has no metadata: JupyterLab ignores
// an alternative text there, and a value of a type unknown to gob would lose the message.
func (m message) data() *protocol.DisplayData {
	d := map[protocol.MIMEType]any{protocol.MIMETextPlain: m.plain}
	if m.html != "" {
		d[protocol.MIMETextHTML] = m.html
	}
	if m.markdown != "" {
		d[protocol.MIMETextMarkdown] = m.markdown
	}
	if m.png != nil {
		d[protocol.MIMEImagePNG] = m.png
	}
	return &protocol.DisplayData{Data: d}
}

// patience is how long the kernel may take to answer.
var patience = 30 * time.Second

// send hands m to the kernel and waits until it has been taken. Outside a notebook it
// prints the plain text.
func (m message) send(caller string) {
	if !gonbui.IsNotebook {
		fmt.Fprintln(os.Stdout, m.plain)
		return
	}
	// Sync waits until the kernel has published all that was sent before. Without one on
	// either side, outputs are lost or change places.
	err := answered(gonbui.Open, flush)
	if err == nil {
		gonbui.SendData(m.data())
		if err = gonbui.Error(); err == nil {
			err = answered(flush)
		}
	}
	if err != nil {
		panic(fmt.Sprintf("notebook: %s: the output did not reach the notebook: %v; run the cell again, or restart the kernel", caller, err))
	}
}

func flush() error {
	gonbui.Sync()
	return gonbui.Error()
}

// answered makes the calls one after the other, and returns an error when they take longer
// than patience, because Sync would wait for ever for a kernel that is gone.
func answered(calls ...func() error) error {
	done := make(chan error, 1)
	go func() {
		for _, call := range calls {
			if err := call(); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return errors.New("the kernel does not answer")
	}
}
