package figure

// Boundary draws the curve in the box on which h(x1, x2) is 0, such as the line on which two classes
// are equally likely: there a logit is 0, and a probability minus ½. There may be several pieces, or none.
//
// h is evaluated at once, Samples² times. It is an error if a value is not finite (*BadHeight).
func (f *Figure) Boundary(name string, h func(x1, x2 float64) float64, box Box) {
	f.checkName(name)
	if f.err != nil {
		return
	}
	n := f.samples()
	s, err := sample(called("Boundary", name), h, box, n)
	if err != nil {
		f.err = err
		return
	}
	l := f.looks.nextLine(name)
	f.legendKey(l.entry, thumbWidth, lineThumb(l.line))
	for _, curve := range join(levelLine(s.z, n, 0)) {
		var x, y []float64
		for _, p := range curve {
			x = append(x, box[0][0]+(box[0][1]-box[0][0])*p[0]/float64(n-1))
			y = append(y, box[1][0]+(box[1][1]-box[1][0])*p[1]/float64(n-1))
		}
		f.add(&line{x: x, y: y, look: l, f: f})
	}
}
