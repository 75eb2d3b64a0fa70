package regression

import (
	"errors"
	"math"
	"strings"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

var irisColumns = []string{"sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"}

// setosaOrNot are the irises in a unit of cm/perCm, and whether one is a setosa.
func setosaOrNot(perCm float64) (X *mat.Dense, labels []int) {
	iris := dataset.Iris()
	F := iris.Matrix(irisColumns...)
	F.Scale(perCm, F)
	for _, s := range iris.Text("species") {
		label := 0
		if strings.HasSuffix(strings.ToLower(s), "setosa") {
			label = 1
		}
		labels = append(labels, label)
	}
	return WithOnes(F), labels
}

// TestNearlyCertain: a small penalty lets the logits grow until the curvature of J is
// 1e-9 and less. The weights were computed with 40 digits.
func TestNearlyCertain(t *testing.T) {
	heaps, two := Design([]float64{20000, 30000, 50000, 60000}, Polynomial(1)), []int{0, 0, 1, 1}
	cm, setosa := setosaOrNot(1)
	um, _ := setosaOrNot(1e4)
	for _, c := range []struct {
		name   string
		X      *mat.Dense
		labels []int
		lambda float64
		want   []float64
	}{
		{"two heaps", heaps, two, 0.01, []float64{-77.4761137412467, 0.00193690284353117}},
		{"setosa in cm", cm, setosa, 1e-7, []float64{18.744834255329, -1.07526521431853, 5.02552620159327, -9.76090353951011, -5.29213198930498}},
		{"setosa in µm", um, setosa, 1e-3, []float64{33.8460444955502, -0.000208285493064885, 0.00091917805765974, -0.00177720892318964, -0.000965602089678554}},
	} {
		f, err := Logistic(c.X, c.labels, Config{Lambda: c.lambda, Minimize: optimizer.Config{Record: true}})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		near(t, c.name+": θ", f.Theta, c.want, 1e-10)
		if r := f.Descent; len(r.Path) != r.Steps+1 || len(r.History) != r.Steps+1 || !floats.Equal(r.Path[r.Steps], f.Theta) || r.Steps > 1000 {
			t.Errorf("%s: %d steps, %d points, the last %v", c.name, r.Steps, len(r.Path), r.Path[len(r.Path)-1])
		}
		s, err := Softmax(c.X, c.labels, 2, Config{Lambda: 2 * c.lambda})
		if err != nil {
			t.Fatalf("%s, Softmax: %v", c.name, err)
		}
		floats.Scale(0.5, c.want)
		near(t, c.name+", Softmax: θ", s.Theta.RawRowView(1), c.want, 1e-10)
	}
	iris := dataset.Iris()
	species, _ := dataset.Labels(iris.Text("species"))
	s, err := Softmax(cm, species, 3, Config{Lambda: 1e-7})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "three irises: Θ", s.Theta.RawMatrix().Data, []float64{
		31.0016957637529, -0.928116478783136, 6.12074618252264, -10.8122917238801, -6.68154336691496,
		5.79172360192647, 1.69658701585338, 0.275296320775514, 0.695518043077017, -5.79019167610309,
		-36.7934193656966, -0.768470537068033, -6.39604250329514, 10.1167736808022, 12.471735043017}, 1e-10)
}

// TestNotConvergedByLambda: who has a penalty is not told to use one.
func TestNotConvergedByLambda(t *testing.T) {
	X, labels := someClasses(60, 2, 2)
	for lambda, want := range map[float64]string{0: "use a penalty (λ > 0)", 0.1: "use a larger λ"} {
		var slow *NotConverged
		if _, err := Logistic(X, labels, Config{Lambda: lambda, Optimizer: optimizer.NewGD(1e-6)}); !errors.As(err, &slow) || !strings.Contains(err.Error(), want) {
			t.Errorf("λ = %g: %v, want %q", lambda, err, want)
		}
	}
}

// TestZeroColumn: the weight of a column of zeros is 0, not −0.
func TestZeroColumn(t *testing.T) {
	X, labels := someClasses(60, 3, 3)
	two := make([]int, len(labels))
	y := make([]float64, len(labels))
	for i := range labels {
		X.Set(i, 2, 0)
		two[i] = min(labels[i], 1)
		y[i] = float64(labels[i])
	}
	check := func(name string, theta []float64) {
		t.Helper()
		for _, v := range theta {
			if v == 0 && math.Signbit(v) {
				t.Errorf("%s: θ = %v", name, theta)
			}
		}
	}
	for _, lambda := range []float64{0.1, 1e-9} {
		f, err := Logistic(X, two, Config{Lambda: lambda, Minimize: optimizer.Config{Record: true}})
		if err != nil {
			t.Fatal(err)
		}
		check("Logistic", f.Theta)
		for _, theta := range f.Descent.Path {
			check("the path of Logistic", theta)
		}
		s, err := Softmax(X, labels, 3, Config{Lambda: lambda})
		if err != nil {
			t.Fatal(err)
		}
		check("Softmax", s.Theta.RawMatrix().Data)
	}
	for name, fit := range methods {
		if theta, err := fit(X, y); err == nil {
			check(name, theta)
		}
	}
}

// TestSeparableBesideAFarPoint: rounding of a far logit does not hide the others.
func TestSeparableBesideAFarPoint(t *testing.T) {
	var e *Separable
	for _, far := range []float64{10, 1e6, 1e10} {
		_, err := Logistic(Design([]float64{0, 1, 2, 3, far}, Polynomial(1)), []int{0, 0, 1, 1, 1}, Config{})
		if !errors.As(err, &e) {
			t.Errorf("a point at %g: %v", far, err)
		}
		_, err = Softmax(Design([]float64{0, 1, 2, 3, far}, Polynomial(1)), []int{0, 0, 1, 1, 1}, 2, Config{})
		if !errors.As(err, &e) {
			t.Errorf("Softmax, a point at %g: %v", far, err)
		}
	}
}

// TestSecondOrder compares H with differences of the gradient, and the gradient with
// that of J.
func TestSecondOrder(t *testing.T) {
	X, labels := someClasses(30, 3, 3)
	softmax, err := whiten(newLinear(X, dataset.OneHot(labels, 3), loss.CrossEntropy{}, 0.3), 1.0/2)
	if err != nil {
		t.Fatal(err)
	}
	for i := range labels {
		labels[i] = min(labels[i], 1)
	}
	logistic, err := whiten(newLinear(X, dataset.OneColumn(labels), loss.BinaryCrossEntropy{}, 0.3), 1.0/4)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []*linear{logistic, softmax} {
		N := len(l.theta.RawMatrix().Data)
		theta, g, up, down := make([]float64, N), make([]float64, N), make([]float64, N), make([]float64, N)
		for j := range theta {
			theta[j] = math.Sin(float64(j))
		}
		l.Gradient(g, theta)
		grad, H := l.secondOrder(theta)
		for j, want := range g {
			if !(math.Abs(grad.AtVec(j)-want) <= 1e-14) {
				t.Errorf("∂J/∂θ_%d is %g, want %g", j, grad.AtVec(j), want)
			}
		}
		// Directions that change p; of others H is not the second derivative.
		const h = 1e-5
		m, q := l.theta.Dims()
		for k := range q {
			d := make([]float64, N)
			d[k] = 1
			if m > 1 {
				d[q+k] = -1
			}
			at := append([]float64(nil), theta...)
			floats.AddScaled(at, h, d)
			l.Gradient(up, at)
			floats.AddScaled(at, -2*h, d)
			l.Gradient(down, at)
			floats.Sub(up, down)
			floats.Scale(1/(2*h), up)
			var Hd mat.VecDense
			Hd.MulVec(H, mat.NewVecDense(N, d))
			if off := floats.Distance(up, Hd.RawVector().Data, math.Inf(1)); !(off <= 1e-9) {
				t.Errorf("H·d for column %d is off by %g", k, off)
			}
		}
	}
}
