package eval_test

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

//lint:file-ignore SA4006,SA4011,SA4025,S1023 these are odd on purpose

// Functions that TestSnippets runs compiled and from the source of this file:
// what is easily done otherwise than the compiler does it.

func snippetWholeNumbers() []float64 {
	n, k := 7, 2
	return []float64{float64(n / k), float64(n % k), float64(-n / k), 1 / 2 * 3.0, 1 / 2., float64(n) / 2, float64(n ^ k), float64(7 &^ 2), float64(1 << 3)}
}

func snippetShadow() []float64 {
	x := 1.0
	for i := range 3 {
		x := x + float64(i)
		x *= 2
		_ = x
	}
	if x := 5.0; x > 4 {
		x++
	}
	y := x
	{
		y := 3.0
		_ = y
	}
	return []float64{x, y}
}

func snippetShare() []float64 {
	a := []float64{1, 2, 3}
	b := a
	c := append(a[:1:1], 9)
	d := append(a[:1], 8)
	b[2] = 7
	e := slices.Clone(a)
	e[0] = -1
	return append(append(append(a, b...), c...), d...)
}

func snippetArrays() []float64 {
	a := [3]float64{1, 2, 3}
	b := a
	b[0] = 9
	sum := 0.0
	for i, v := range a {
		a[2] = 100
		sum += v * float64(i)
	}
	return []float64{a[0], a[2], b[0], sum, float64(len(a))}
}

func snippetTuples() []float64 {
	a, b := 1.0, 2.0
	a, b = b, a+b
	s := []float64{1, 2, 3}
	i := 0
	i, s[i] = 2, 5
	s[0], s[2] = s[2], s[0]
	v, w := []float64{1}, []float64{2}
	v, w = w, v
	p, q := mat.NewDense(1, 1, []float64{3}), mat.NewDense(1, 1, []float64{4})
	p, q = q, p
	return []float64{a, b, float64(i), s[0], s[2], v[0], w[0], p.At(0, 0), q.At(0, 0)}
}

func two(x float64) (double, triple float64) {
	double = 2 * x
	triple = 3 * x
	return
}

func swapped(x float64) (a, b float64) {
	a, b = two(x)
	return b, a
}

func snippetResults() []float64 {
	a, b := two(2)
	c, d := swapped(2)
	_, e := two(5)
	return []float64{a, b, c, d, e}
}

func factorial(n int) int {
	if n <= 1 {
		return 1
	}
	return n * factorial(n-1)
}

func snippetRecursion() []float64 { return []float64{float64(factorial(6))} }

func snippetClosures() []float64 {
	count := 0.0
	more := func(by float64) float64 {
		count += by
		return count
	}
	more(2)
	more(3)
	apply := func(f func(float64) float64, x float64) float64 { return f(f(x)) }
	before := count
	twice := apply(more, 1)
	return []float64{before, count, apply(math.Sqrt, 16), twice, apply(half, 8)}
}

func half(x float64) float64 { return x / 2 }

func snippetFlow() []float64 {
	var out []float64
	for i := 0; i < 10; i++ {
		switch {
		case i == 2:
			continue
		case i > 5:
			out = append(out, -1)
			break
		default:
			out = append(out, float64(i))
		}
		if i == 7 {
			break
		}
	}
	for i := range 3 {
		switch i {
		case 0, 2:
			out = append(out, 100)
		default:
			out = append(out, 200)
		}
	}
	k := 0
	for k < 4 && !(k == 3) {
		k += 2
	}
	return append(out, float64(k))
}

func snippetRange() []float64 {
	x := []float64{1, 2, 3}
	sum := 0.0
	for i := range x {
		x = append(x, 1)
		sum += x[i]
	}
	for i, v := range x[:2] {
		x[1] = 50
		sum += v * float64(i+1)
	}
	for range 4 {
		sum++
	}
	table := [][]float64{{1, 2}, {3}}
	for _, row := range table {
		for _, v := range row {
			sum += v
		}
	}
	return []float64{sum, float64(len(x)), float64(len(table[1]))}
}

func snippetFloats() []float64 {
	zero := 0.0
	huge := math.MaxFloat64
	return []float64{1 / zero, -1 / zero, huge * 10, math.Pow(2, 0.5), min(1, 2.5), max(3.0, 1, 2), math.Inf(-1), float64(int(zero - 2.7)), math.Trunc(-2.7), -zero, 1e3, 0x10}
}

func snippetNil() []float64 {
	var s []float64
	var m [][]float64
	out := []float64{float64(len(s)), float64(len(m))}
	if s == nil {
		out = append(out, 1)
	}
	s = append(s, 4)
	m = append(m, s, []float64{5, 6})
	m[1][0] = 7
	s[0] = 8
	return append(out, m[0][0], m[1][0], float64(cap(m[1])))
}

func snippetMatrices() []float64 {
	A := mat.NewDense(2, 3, []float64{1, 2, 3, 4, 5, 6})
	var B, C mat.Dense
	B.Mul(A, A.T())
	C.Scale(2, &B)
	D := mat.DenseCopyOf(A.Slice(0, 2, 1, 3))
	D.Set(0, 0, -1)
	var v mat.VecDense
	v.MulVec(A, mat.NewVecDense(3, []float64{1, 0, -1}))
	rows, columns := A.Dims()
	r, _ := A.T().Dims()
	raw := A.RawRowView(1)
	raw[0] = 40
	C.Apply(func(i, j int, x float64) float64 { return x + float64(10*i+j) }, &C)
	return append(append([]float64{B.At(0, 1), D.At(0, 0), A.At(0, 1), A.At(1, 0), v.AtVec(1), float64(rows), float64(columns), float64(r), mat.Sum(&C), mat.Norm(A, 2)}, mat.Col(nil, 1, A)...), v.RawVector().Data...)
}

func snippetPointers() []float64 {
	A := &mat.Dense{}
	A.CloneFrom(mat.NewDense(1, 2, []float64{3, 4}))
	B := *A
	B.Set(0, 0, 9)
	var C mat.Matrix = A
	p := new(mat.VecDense)
	p.CloneFromVec(mat.NewVecDense(2, []float64{5, 6}))
	return []float64{A.At(0, 0), C.At(0, 1), p.AtVec(1)}
}

func snippetPackages() []float64 {
	x := []float64{3, 1, 2}
	y := slices.Clone(x)
	slices.Sort(y)
	floats.Scale(2, x)
	fmt.Println("thrown away", x)
	return append(append(y, x...), floats.Dot(x, y), slices.Max(x), floats.Sum(y), float64(len(fmt.Sprintf("%d-%s", 12, "ab"))))
}

const scale = 3

func snippetConstants() []float64 {
	const n = 5
	const f = n / 2
	const g = n / 2.0
	var k int = scale
	return []float64{f, g, float64(k * n), scale * 0.5, float64(len("abc"))}
}

func snippetIncDec() []float64 {
	i, x := 3, 1.5
	i--
	x++
	s := []float64{1}
	s[0]++
	s[0] *= 4
	s[0] /= 3
	s[0] -= 1
	ints := []int{1, 2}
	ints[1] += 5
	ints[0]++
	return []float64{float64(i), x, s[0], float64(ints[0]), float64(ints[1])}
}
