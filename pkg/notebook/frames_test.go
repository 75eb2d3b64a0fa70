package notebook

import (
	"bytes"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"ann/pkg/figure"

	"gonum.org/v1/plot/vg/draw"
)

// valley is two views of a loss and of a way through it.
func valley(steps int) *figure.Panels {
	box := figure.Box{{-2, 2}, {-1, 3}}
	J := func(x, y float64) float64 { return (1-x)*(1-x) + 100*(y-x*x)*(y-x*x) }
	var path [][]float64
	var history []float64
	for k := range steps {
		x := -1.8 + 2.8*float64(k)/20
		path = append(path, []float64{x, x * x})
		history = append(history, J(x, x*x)+math.Exp(-x))
	}
	contours := figure.New("The way", "θ₀", "θ₁")
	contours.Contours("J", J, box)
	contours.Path("gradient descent", path)
	contours.Limits(box)
	curve := figure.New("J after each step", "step", "J")
	curve.Curve("J", history)
	curve.Limits(figure.Box{{0, 20}, {0, 20}})
	return figure.Grid("", 2, contours, curve)
}

func valleys(n int) (s Series) {
	for k := range n {
		s.Add(k, valley(2*k+2))
	}
	return s
}

// Frames that are drawn at the same time have the bytes of frames drawn one after the other, also where they
// share a figure.
func TestFramesAtTheSameTime(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	s := valleys(3)
	diagram := figure.NewNetwork("shared", 2, 1)
	shared := plain(2)
	s.Add("a", figure.Grid("", 2, shared, diagram))
	s.Add("b", figure.Grid("", 2, shared, diagram))
	got, err := paintAll(s)
	if err != nil {
		t.Fatal(err)
	}
	for k, f := range s {
		want, err := paint(f.Drawing)
		if err != nil || !bytes.Equal(got[k].png, want.png) {
			t.Errorf("frame %s differs (error %v)", f.Label, err)
		}
	}
}

// late fails after all others.
type late struct{ broken }

func (late) Draw(draw.Canvas) error {
	for range 100 {
		runtime.Gosched()
	}
	return errors.New("the first")
}

// Of several errors the one of the first frame is returned.
func TestFirstErrorOfFrames(t *testing.T) {
	var s Series
	s.Add("a", plain(1))
	s.Add("b", late{})
	s.Add("c", broken{})
	if _, err := paintAll(s); err == nil || !strings.HasPrefix(err.Error(), `frame "b": the first`) {
		t.Errorf("error %v", err)
	}
}

// A screen reader hears what a frame's titles have of their own, and no more.
func TestAnnouncements(t *testing.T) {
	var s Series
	for k, j := range []string{"J = 36.2", "J = 9.4", "J = 9.4"} {
		s.Add(k, figure.Grid("One point, one line", 2, figure.New("the weights", "", ""), figure.New(j, "", "")))
	}
	want := []string{"steps t = 0; J = 36.2", "steps t = 1; J = 9.4", "steps t = 2; J = 9.4"}
	if got := announcements("steps t", s); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	s.Add(3, figure.NewNetwork("J = 9.4", 1, 1)) // and none of the titles of the others
	want = []string{"t = 0; One point, one line; the weights; J = 36.2", "t = 3; J = 9.4"}
	if got := announcements("t", s); got[0] != want[0] || got[3] != want[1] {
		t.Errorf("got %q", got)
	}
}

// BenchmarkFrames measures a slider of nine frames with two panels.
func BenchmarkFrames(b *testing.B) {
	s := valleys(9)
	for b.Loop() {
		if _, err := framesMessage("a way", "step", s); err != nil {
			b.Fatal(err)
		}
	}
}
