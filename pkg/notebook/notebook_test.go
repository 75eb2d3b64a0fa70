package notebook

import (
	"bytes"
	"image/png"
	"math"
	"strings"
	"testing"

	"ann/pkg/figure"
)

func line(slope float64) *figure.Figure {
	f := figure.New("A line", "x", "y")
	f.Line("line", []float64{0, 1}, []float64{0, slope})
	f.Limits(0, 1, 0, 3)
	return f
}

func TestShowMessage(t *testing.T) {
	m, err := showMessage(`a line with "θ" < 1 & more words`, line(1))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<figure>", `alt="a line with &#34;θ&#34; &lt; 1 &amp; more words"`, "src=\"data:image/png;base64,", "width="} {
		if !strings.Contains(m.html, want) {
			t.Errorf("the HTML lacks %s: %.200s", want, m.html)
		}
	}
	if _, err := png.Decode(bytes.NewReader(m.png)); err != nil {
		t.Errorf("the picture: %v", err)
	}
	if data := m.data().Data; len(data) != 3 {
		t.Errorf("%d forms in one message, want HTML, PNG and text", len(data))
	}
}

func TestShowRefuses(t *testing.T) {
	if _, err := showMessage(" ", line(1)); err == nil {
		t.Error("an empty alternative text passes")
	}
	if _, err := showMessage("a line that has no end", line(math.NaN())); err == nil || !strings.Contains(err.Error(), "NaN") {
		t.Errorf("a figure with NaN gives %v", err)
	}
}

func TestFramesMessage(t *testing.T) {
	m, err := framesMessage("a line that turns", "slope", []Frame{{Label: "1", Drawing: line(1)}, {Label: "2", Drawing: line(2), Still: true}})
	if err != nil {
		t.Fatal(err)
	}
	still, page, _ := strings.Cut(m.html, "<iframe")
	if n := strings.Count(still, "data:image/png"); n != 1 || !strings.Contains(still, "slope = 2") {
		t.Errorf("%d stills, or not the one that is marked: %.120s", n, still)
	}
	if n := strings.Count(page, "data:image/png"); n != 2 || !strings.Contains(page, `sandbox="allow-scripts"`) {
		t.Errorf("%d pictures behind the slider, want 2, in a sandbox", n)
	}
	for _, outside := range []string{"http:", "https:", "src=\"//"} {
		if strings.Contains(m.html, outside) {
			t.Errorf("the page names an outside address (%s)", outside)
		}
	}
}

func TestFramesRefuses(t *testing.T) {
	a, b := Frame{Label: "1", Drawing: line(1)}, Frame{Label: "2", Drawing: line(2)}
	wide := line(1)
	wide.Width *= 1.5
	for name, c := range map[string]struct {
		alt, parameter string
		frames         []Frame
	}{
		"no alternative text": {"", "slope", []Frame{a, b}},
		"no parameter":        {"a line that turns", "", []Frame{a, b}},
		"one frame":           {"a line that turns", "slope", []Frame{a}},
		"no label":            {"a line that turns", "slope", []Frame{a, {Drawing: line(1)}}},
		"two stills":          {"a line that turns", "slope", []Frame{{"1", line(1), true}, {"2", line(2), true}}},
		"two sizes":           {"a line that turns", "slope", []Frame{a, {Label: "2", Drawing: wide}}},
		"NaN":                 {"a line that turns", "slope", []Frame{a, {Label: "2", Drawing: line(math.NaN())}}},
	} {
		if _, err := framesMessage(c.alt, c.parameter, c.frames); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func ExampleShow() {
	f := figure.New("A parabola", "x", "y")
	f.Function("y = x²", func(x float64) float64 { return x * x }, -1, 1)
	Show("A parabola with its lowest point at the origin.", f) // outside a notebook the text is printed
	// Output: [figure: A parabola with its lowest point at the origin.]
}
