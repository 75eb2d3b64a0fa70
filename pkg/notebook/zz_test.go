package notebook

import (
	"fmt"
	"math"
	"os"
	"testing"

	"ann/pkg/figure"
)

func TestZZ(t *testing.T) {
	var fs []Frame
	for p := 1; p <= 9; p++ {
		f := figure.New("Polynomials of growing degree", "x", "y")
		var x, y []float64
		for i := range 30 {
			a := float64(i) / 29
			x = append(x, a)
			y = append(y, math.Sin(6*a)+0.2*math.Sin(71*float64(i)))
		}
		f.Scatter("data", x, y)
		f.Function(fmt.Sprintf("degree %d", p), func(x float64) float64 { return math.Sin(6*x) * float64(p) / 9 }, 0, 1)
		f.Limits(-0.05, 1.05, -1.5, 1.5)
		fs = append(fs, Frame{Label: fmt.Sprint(p), Drawing: f})
	}
	m, err := framesMessage(`Fits & "quotes" <θ> to 30 points`, "degree p", fs)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(len(m.html))
	os.WriteFile("/tmp/figtools/frames.frag.html", []byte(m.html), 0o644)
	s, _ := showMessage("one", fs[3].Drawing)
	os.WriteFile("/tmp/figtools/show.frag.html", []byte(s.html), 0o644)
}
