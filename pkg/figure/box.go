package figure

import "fmt"

// Box is a rectangle of a plane, the range of x and then the range of y:
//
//	figure.Box{{20, 70}, {-15, 0}} // 20 ≤ x ≤ 70, −15 ≤ y ≤ 0
//
// A [2][2]float64, such as the Box of an optimizer.Surface, needs no conversion.
type Box [2][2]float64

// fault says what is wrong with a box, or returns "": all numbers must be finite and both
// ranges must grow.
func (b Box) fault() string {
	for axis, ends := range b {
		for k, v := range ends {
			if why := undrawable(v); why != "" {
				return fmt.Sprintf("box[%d][%d] is %s", axis, k, why)
			}
		}
	}
	if b[0][1]-b[0][0] < infinitesimal || b[1][1]-b[1][0] < infinitesimal {
		return fmt.Sprintf("x from %g to %g, y from %g to %g: both must grow; a Box is {{xmin, xmax}, {ymin, ymax}}", b[0][0], b[0][1], b[1][0], b[1][1])
	}
	return ""
}

// extent is the box in the form of a layer's extent.
func (b Box) extent() (xmin, xmax, ymin, ymax float64) { return b[0][0], b[0][1], b[1][0], b[1][1] }
