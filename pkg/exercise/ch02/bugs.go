package ch02

// bug holds what a colleague has written. Each has one wrong line.
type bug struct{}

// step returns θ0 and θ1 after one step of gradient descent.
func (bug) step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		d0 += (theta0 + theta1*x[i] - y[i]) / n
	}
	theta0 -= alpha * d0
	for i := range x {
		d1 += x[i] * (theta0 + theta1*x[i] - y[i]) / n
	}
	theta1 -= alpha * d1
	return theta0, theta1
}
