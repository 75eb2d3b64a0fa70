package notebook

import (
	_ "embed"
	"errors"
	"fmt"
	"html"
	"runtime"
	"slices"
	"strings"
	"sync"

	"ann/pkg/figure"
)

// Frame is one figure of a series.
type Frame struct {
	// Label is the value of the parameter, "3".
	Label string
	// Drawing is the figure. All frames of a series should have the same axes (see
	// figure.Limits) and must have the same size.
	Drawing figure.Drawing
	// Still says whether the series begins with this frame, which is also the one that
	// is shown where there is no slider. If none is Still, it is the first.
	Still bool
}

// Series is the figures of a slider, in their order:
//
//	var frames notebook.Series
//	for p := 1; p <= 7; p++ {
//		frames.Add(p, …)
//	}
//	frames.OpenOn(3)
//	notebook.Frames("…", "degree p", frames)
type Series []Frame

// Add appends a figure. Its label is printed as fmt.Sprint does.
func (s *Series) Add(label any, d figure.Drawing) {
	*s = append(*s, Frame{Label: fmt.Sprint(label), Drawing: d})
}

// OpenOn makes the slider begin with the frame of this label, and not with the first. It
// panics if there is none.
func (s Series) OpenOn(label any) {
	for k := range s {
		if s[k].Label == fmt.Sprint(label) {
			s[k].Still = true
			return
		}
	}
	panic(fmt.Sprintf("notebook: OpenOn: no frame has the label %q", fmt.Sprint(label)))
}

// maxBytes is the largest size of a series in the saved notebook.
const maxBytes = 900_000

// Frames displays a series of figures with a slider, buttons to step and a button to play,
// as the output of the cell. The figures are drawn at the same time, on all processors.
// parameter says what changes from frame to frame, "degree p"; together with the label it is
// written beside the slider: "degree p = 3". alt says in words what the series shows. A screen
// reader announces each frame by its value and by what its titles have of their own.
//
// The slider needs no kernel and no network; it works in JupyterLab, in a saved and trusted notebook
// and in exported HTML. Where scripts do not run, the Still frame stands in its place with a
// sentence that says how to get the slider. Nothing moves before the reader asks for it.
//
// It panics if alt, parameter or a label is empty, with fewer than two frames, if two frames
// have different sizes or more than one is Still, if a drawing has an error, if the whole
// series has more than 900 kB, or if the kernel did not take the message.
func Frames(alt, parameter string, frames Series) {
	if isWithoutFigures() {
		return
	}
	m, err := framesMessage(alt, parameter, frames)
	if err != nil {
		panic("notebook: Frames: " + err.Error())
	}
	m.send("Frames")
}

//go:embed player.html
var player string

// ground is the colour of the paper of figures, on which the controls stand too.
const ground = "#dfded9"

// barHeight is the height of the controls, in CSS pixels. The caption of the still has at
// least this height too.
const barHeight = 76

// framesMessage builds the output of Frames: an HTML figure of the Still frame with a caption,
// and over it, with exactly the same size, an iframe with the slider. JupyterLab removes the
// iframe when the notebook is not trusted, and the figure is seen.
func framesMessage(alt, parameter string, frames []Frame) (message, error) {
	alt, err := checkAlt(alt)
	if err != nil {
		return message{}, err
	}
	still, err := checkFrames(parameter, frames)
	if err != nil {
		return message{}, err
	}
	pictures, err := paintAll(frames)
	if err != nil {
		return message{}, err
	}
	said := announcements(parameter, frames)
	var images strings.Builder
	for k, f := range frames {
		p, first := pictures[k], pictures[0]
		if p.width != first.width || p.height != first.height {
			return message{}, fmt.Errorf("frame %q is %d × %d pixels, frame %q is %d × %d: all must have the same size",
				f.Label, p.width, p.height, frames[0].Label, first.width, first.height)
		}
		state := fmt.Sprintf(` data-value="%s" data-said="%s"`, html.EscapeString(value(parameter, f)), html.EscapeString(said[k]))
		if k == still {
			state += ` class="on"`
		}
		images.WriteString(p.img(alt+" "+said[k], state) + "\n")
	}
	p, label := pictures[still], value(parameter, frames[still])
	page := strings.NewReplacer(
		"{{title}}", html.EscapeString(alt),
		"{{parameter}}", html.EscapeString(parameter),
		"{{label}}", html.EscapeString(label),
		"{{said}}", html.EscapeString(said[still]),
		"{{frames}}", images.String(),
		"{{still}}", fmt.Sprint(still),
		"{{count}}", fmt.Sprint(len(frames)),
		"{{last}}", fmt.Sprint(len(frames)-1),
		"{{bar}}", fmt.Sprint(barHeight),
		"{{ground}}", ground,
	).Replace(player)
	m := message{
		html: fmt.Sprintf(`<figure style="position:relative;margin:0;width:%dpx;max-width:100%%">`+
			`%s<figcaption style="min-height:%dpx"><b>%s</b> (one of %d pictures). Run this cell, or trust the notebook, to move the slider.</figcaption>`+
			`<iframe sandbox="allow-scripts" title="%s, with a slider for %s" style="position:absolute;left:0;top:0;width:100%%;height:100%%;border:0;background:%s" srcdoc="%s"></iframe></figure>`,
			p.width, p.img(alt+" "+said[still], ` style="display:block;max-width:100%;height:auto"`), barHeight, html.EscapeString(label), len(frames),
			html.EscapeString(alt), html.EscapeString(parameter), ground, html.EscapeString(page)),
		png:   p.png,
		plain: fmt.Sprintf("[figure: %s %s, one of %d pictures: %s … %s]", alt, label, len(frames), frames[0].Label, frames[len(frames)-1].Label),
	}
	if n := len(m.html); n > maxBytes {
		return message{}, fmt.Errorf("%d frames make %d kB, more than %d: use about %d frames, or simpler figures",
			len(frames), n/1000, maxBytes/1000, len(frames)*maxBytes/n*9/10)
	}
	return m, nil
}

// paintAll draws the frames, as many at a time as there are processors. It returns the error of the first frame
// that has one.
func paintAll(frames []Frame) ([]picture, error) {
	pictures, errs := make([]picture, len(frames)), make([]error, len(frames))
	free := make(chan bool, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for k, f := range frames {
		free <- true
		all.Go(func() {
			pictures[k], errs[k] = paint(f.Drawing)
			<-free
		})
	}
	all.Wait()
	for k, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("frame %q: %w", frames[k].Label, err)
		}
	}
	return pictures, nil
}

// value is what a frame shows: "degree p = 3".
func value(parameter string, f Frame) string { return parameter + " = " + f.Label }

// announcements are what a screen reader says when a frame comes: its value and those of its
// titles that other frames do not have, "degree p = 3; Polynomial of degree 3: R² = 0.688".
func announcements(parameter string, frames []Frame) []string {
	has := make(map[string]int) // has counts the frames with a title
	for _, f := range frames {
		titles := f.Drawing.Titles()
		slices.Sort(titles)
		for _, t := range slices.Compact(titles) {
			has[t]++
		}
	}
	said := make([]string, len(frames))
	for k, f := range frames {
		said[k] = value(parameter, f)
		for _, t := range f.Drawing.Titles() {
			if has[t] < len(frames) {
				said[k] += "; " + t
			}
		}
	}
	return said
}

// checkFrames checks the arguments of Frames and returns the index of the frame to begin
// with.
func checkFrames(parameter string, frames []Frame) (still int, err error) {
	if strings.TrimSpace(parameter) == "" {
		return 0, errors.New(`the parameter is empty: say what changes, "degree p"`)
	}
	if len(frames) < 2 {
		return 0, fmt.Errorf("%d frames: a slider needs at least 2", len(frames))
	}
	stills := 0
	for k, f := range frames {
		if strings.TrimSpace(f.Label) == "" {
			return 0, fmt.Errorf("frame %d has no label", k)
		}
		if f.Still {
			still = k
			stills++
		}
	}
	if stills > 1 {
		return 0, fmt.Errorf("%d frames are marked as the still: mark one", stills)
	}
	return still, nil
}
