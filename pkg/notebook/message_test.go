package notebook

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"ann/pkg/figure"

	"github.com/janpfeifer/gonb/gonbui/protocol"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// plain is a small drawing.
func plain(slope float64) *figure.Figure {
	f := figure.New("", "x", "y")
	f.Line("", []float64{0, 1}, []float64{0, slope})
	f.Limits(figure.Box{{0, 1}, {0, 10}})
	f.Width, f.Height = 150, 120
	return f
}

const awkward = "Fits of \"degree\" p < 3 & more:\n  θ₀ > 'a'"

func TestShowMessage(t *testing.T) {
	m, err := showMessage(awkward, plain(1))
	if err != nil {
		t.Fatal(err)
	}
	alt := regexp.MustCompile(`alt="([^"]*)"`).FindStringSubmatch(m.html)
	if alt == nil || strings.ContainsAny(alt[1], "<>\n'") || html.UnescapeString(alt[1]) != `Fits of "degree" p < 3 & more: θ₀ > 'a'` {
		t.Errorf("alt is %q", alt)
	}
	src := regexp.MustCompile(`src="data:image/png;base64,([^"]*)"`).FindStringSubmatch(m.html)
	if src == nil {
		t.Fatal("no picture")
	}
	if b, err := base64.StdEncoding.DecodeString(src[1]); err != nil || string(b) != string(m.png) {
		t.Errorf("the picture in the HTML is not the PNG: %v", err)
	}
	if !strings.HasPrefix(m.html, "<figure") || !strings.HasSuffix(m.html, "</figure>") || !strings.Contains(m.html, ` width="200"`) {
		t.Errorf("HTML %.200s", m.html)
	}
	d := m.data()
	if len(d.Data) != 3 || d.Metadata != nil || d.DisplayID != "" {
		t.Errorf("%d forms, metadata %v", len(d.Data), d.Metadata)
	}
	for _, kind := range []protocol.MIMEType{protocol.MIMETextHTML, protocol.MIMEImagePNG, protocol.MIMETextPlain} {
		if d.Data[kind] == nil {
			t.Errorf("no %s", kind)
		}
	}
	if !strings.Contains(m.plain, "θ₀ > 'a'") {
		t.Errorf("plain text %q", m.plain)
	}
}

func TestShowErrors(t *testing.T) {
	bad := figure.New("", "x", "y")
	bad.Line("fit", []float64{0}, []float64{math.NaN()})
	for _, c := range []struct {
		alt  string
		d    figure.Drawing
		want string
	}{
		{"", plain(1), "alternative text is empty"},
		{" \n\t", plain(1), "alternative text is empty"},
		{"a", nil, "the drawing is nil"},
		{"a", bad, `figure: Line "fit": y[0] is NaN`},
	} {
		if _, err := showMessage(c.alt, c.d); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
	defer func() {
		if got := fmt.Sprint(recover()); got != `notebook: Show: figure: Line "fit": y[0] is NaN` {
			t.Errorf("panic %q", got)
		}
	}()
	Show("a", bad)
}

// OpenOn finds a frame by its label, whatever its type was.
func TestOpenOn(t *testing.T) {
	var s Series
	s.Add(0.25, plain(1))
	s.Add("last", plain(2))
	s.OpenOn(0.25)
	if s[0].Label != "0.25" || !s[0].Still || s[1].Still {
		t.Errorf("%+v", s)
	}
	defer func() {
		if got := recover(); got != `notebook: OpenOn: no frame has the label "1"` {
			t.Errorf("panic %v", got)
		}
	}()
	s.OpenOn(1)
}

func frames(n int) (fs []Frame) {
	for k := range n {
		fs = append(fs, Frame{Label: fmt.Sprint(k + 1), Drawing: plain(float64(k))})
	}
	return fs
}

func TestFramesMessage(t *testing.T) {
	fs := frames(4)
	fs[2].Still = true
	m, err := framesMessage(awkward, "degree <p>", fs)
	if err != nil {
		t.Fatal(err)
	}
	outer, rest, found := strings.Cut(m.html, "<iframe")
	frame, after, _ := strings.Cut(rest, "></iframe>")
	if !found || after != "</figure>" {
		t.Fatalf("HTML ends with %q", after)
	}

	// What remains when the frame is removed: picture, label, sentence.
	still := base64.StdEncoding.EncodeToString(m.png)
	if strings.Count(outer, "<img") != 1 || !strings.Contains(outer, still) {
		t.Error("the still is not the marked frame")
	}
	for _, want := range []string{`θ₀ &gt; &#39;a&#39; degree &lt;p&gt; = 3"`, "<b>degree &lt;p&gt; = 3</b>", "Run this cell, or trust the notebook, to move the slider."} {
		if !strings.Contains(outer, want) {
			t.Errorf("outside the frame %q is missing", want)
		}
	}

	// The page in the frame.
	if !strings.HasPrefix(frame, ` sandbox="allow-scripts" `) {
		t.Errorf("frame %.80s", frame)
	}
	src := regexp.MustCompile(`srcdoc="([^"]*)"`).FindStringSubmatch(frame)
	if src == nil {
		t.Fatal("no page")
	}
	page := html.UnescapeString(src[1])
	if n := strings.Count(page, "<img"); n != 4 {
		t.Errorf("%d pictures in the page", n)
	}
	for k, f := range fs {
		p, _ := paint(f.Drawing)
		tag := regexp.MustCompile(`<img alt="([^"]*)" [^>]*data-value="degree &lt;p&gt; = ` + f.Label + `"([^>]*)>`).FindStringSubmatch(page)
		if tag == nil || !strings.Contains(tag[2], base64.StdEncoding.EncodeToString(p.png)) {
			t.Errorf("frame %d has not its picture", k)
		} else if !strings.HasSuffix(html.UnescapeString(tag[1]), "'a' degree <p> = "+f.Label) || strings.Contains(tag[2], `class="on"`) != f.Still {
			t.Errorf("frame %d: alt %q, shown %v", k, tag[1], strings.Contains(tag[2], `class="on"`))
		}
	}
	for _, want := range []string{`max="3"`, `value="2"`, `type="range"`, `aria-label="degree &lt;p&gt;"`, "aria-valuetext", "prefers-reduced-motion", `id="play"`, `default-src 'none'`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	// Screen readers announce the picture that is shown, which stands there from the beginning, and each button says what
	// it does: a step of one has not the signs for the first and the last.
	for _, want := range []string{
		`<output for="slider" aria-live="off" aria-hidden="true">degree &lt;p&gt; = 3</output>`,
		`<div id="said" role="status" aria-live="polite" aria-atomic="true">degree &lt;p&gt; = 3</div>`,
		`<button id="back" aria-label="one step back" title="one step back">`,
		`<button id="play" aria-label="play" title="play">`,
		`<button id="next" aria-label="one step on" title="one step on">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if bar := regexp.MustCompile(`<path d="M(3 2h2v12H3z|11 2h2v12h-2z)`).FindString(page); bar != "" {
		t.Errorf("a button has the sign of the first or the last picture: %s", bar)
	}
	if m := regexp.MustCompile(`https?:|//[a-z]+\.|{{|autoplay`).FindString(page); m != "" {
		t.Errorf("the page has %q", m)
	}
}

// The controls of a slider stand on the paper of its figures: nowhere is it white.
func TestGround(t *testing.T) {
	m, err := framesMessage("a", "p", frames(2))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(m.png))
	if err != nil {
		t.Fatal(err)
	}
	if c := color.NRGBAModel.Convert(img.At(0, 0)).(color.NRGBA); ground != fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) {
		t.Errorf("the paper is %v, the ground %s", c, ground)
	}
	if n := strings.Count(m.html, "background:"+ground) + strings.Count(m.html, "background: "+ground); n != 2 {
		t.Errorf("%d grounds are the paper, want 2", n)
	}
	if white := regexp.MustCompile(`#fff\b|#ffffff|white;`).FindString(m.html); white != "" {
		t.Errorf("something is %s", white)
	}
}

// noise is a drawing whose picture has about 30 kB.
type noise struct{ seed uint64 }

func (noise) Titles() []string { return nil }

func (noise) Size() (w, h vg.Length) { return 75, 75 }

func (n noise) Draw(c draw.Canvas) error {
	rng := rand.New(rand.NewPCG(n.seed, 1))
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	for i := range img.Pix {
		img.Pix[i] = uint8(rng.Uint32()) | [4]uint8{0x3f, 0x3f, 0x3f, 0xff}[i%4]
	}
	c.DrawImage(c.Rectangle, img)
	return nil
}

func TestFramesErrors(t *testing.T) {
	wide := plain(1)
	wide.Width = 200
	two := frames(3)
	two[0].Still, two[1].Still = true, true
	var many []Frame
	for k := range 30 {
		many = append(many, Frame{Label: fmt.Sprint(k), Drawing: noise{uint64(k)}})
	}
	for _, c := range []struct {
		alt, parameter string
		frames         []Frame
		want           string
	}{
		{"", "p", frames(2), "alternative text is empty"},
		{"a", " ", frames(2), "the parameter is empty"},
		{"a", "p", frames(1), "1 frames: a slider needs at least 2"},
		{"a", "p", []Frame{{Label: "1", Drawing: plain(1)}, {Drawing: plain(1)}}, "frame 1 has no label"},
		{"a", "p", []Frame{{Label: "1", Drawing: plain(1)}, {Label: "2"}}, `frame "2": the drawing is nil`},
		{"a", "p", []Frame{{Label: "1", Drawing: plain(1)}, {Label: "2", Drawing: wide}}, `frame "2" is 267 × 160 pixels, frame "1" is 200 × 160: all must have the same size`},
		{"a", "p", []Frame{{Label: "1", Drawing: plain(1)}, {Label: "2", Drawing: broken{}}}, `frame "2": out of ink`},
		{"a", "p", two, "2 frames are marked"},
		{"a", "p", many, "kB, more than 900: use about"},
	} {
		if _, err := framesMessage(c.alt, c.parameter, c.frames); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
	defer func() {
		if got := fmt.Sprint(recover()); !strings.HasPrefix(got, "notebook: Frames: 1 frames") {
			t.Errorf("panic %q", got)
		}
	}()
	Frames("a", "p", frames(1))
}

type broken struct{}

func (broken) Size() (w, h vg.Length)   { return 10, 10 }
func (broken) Draw(c draw.Canvas) error { return errors.New("out of ink") }
func (broken) Titles() []string         { return nil }
