package notebook_test

import (
	"math"

	"ann/pkg/figure"
	"ann/pkg/notebook"
)

// In a notebook the figure appears below the cell. Outside, as here, its text is printed.
func ExampleShow() {
	f := figure.New("One wave", "x", "sin x")
	f.Function("", math.Sin, 0, 2*math.Pi)
	notebook.Show("The sine rises to 1, falls to −1 and comes back to 0.", f)
	// Output: [figure: The sine rises to 1, falls to −1 and comes back to 0.]
}

// A slider through the powers of x. All frames have the same axes.
func ExampleFrames() {
	var frames notebook.Series
	for p := 1; p <= 3; p++ {
		f := figure.New("Powers of x", "x", "xᵖ")
		f.Function("", func(x float64) float64 { return math.Pow(x, float64(p)) }, -1, 1)
		f.Limits(figure.Box{{-1.05, 1.05}, {-1.1, 1.1}})
		frames.Add(p, f)
	}
	frames.OpenOn(2)
	notebook.Frames("The curve of xᵖ, flatter at 0 as p grows.", "degree p", frames)
	// Output: [figure: The curve of xᵖ, flatter at 0 as p grows. degree p = 2, one of 3 pictures: 1 … 3]
}

func ExampleMarkdown() {
	notebook.Markdown("The slope is **−0.0076**.")
	// Output: The slope is **−0.0076**.
}
