package landscape

import "gonum.org/v1/gonum/mat"

// Minima returns the local minima of a Plane: the row and column of every
// value that is below all eight around it. The rim is left out, since what
// lies beyond is not known, and so is a level bottom of several equal values.
func Minima(plane *mat.Dense) [][2]int {
	if plane == nil {
		panic("landscape: Minima: the plane is nil")
	}
	rows, columns := plane.Dims()
	var found [][2]int
	for i := 1; i < rows-1; i++ {
		for j := 1; j < columns-1; j++ {
			if lowest(plane, i, j) {
				found = append(found, [2]int{i, j})
			}
		}
	}
	return found
}

func lowest(plane *mat.Dense, i, j int) bool {
	v := plane.At(i, j)
	for k := i - 1; k <= i+1; k++ {
		for l := j - 1; l <= j+1; l++ {
			if (k != i || l != j) && !(v < plane.At(k, l)) {
				return false
			}
		}
	}
	return true
}
