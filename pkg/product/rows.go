package product

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/blas/gonum"
)

// gonum0 is gonum's own implementation, in Go and, on amd64, in assembly. It
// is called directly, because blas64.Use may have set another one for blas64.
var gonum0 gonum.Implementation

// times sets c := M x, or Mᵀ x with blas.Trans. The vector x is every
// xStride-th element of its slice, c every cStride-th.
func times(trans blas.Transpose, m *blas64.General, x []float64, xStride int, c []float64, cStride int) {
	gonum0.Dgemv(trans, m.Rows, m.Cols, 1, m.Data, m.Stride, x, xStride, 0, c, cStride)
}

// forwardRows computes rows of Z: z_i = θ a_i.
func (p *Product) forwardRows(from, to int) {
	for i := from; i < to; i++ {
		times(blas.NoTrans, &p.y, row(&p.x, i), 1, row(&p.c, i), 1)
	}
}

// forwardColumns computes columns of Z: column j is A θ_j.
func (p *Product) forwardColumns(from, to int) {
	for j := from; j < to; j++ {
		times(blas.NoTrans, &p.x, row(&p.y, j), 1, p.c.Data[j:], p.c.Stride)
	}
}

// multiplyRows computes rows of C = X Y, which is Z = A θᵀ with Y = θᵀ, or D.
func (p *Product) multiplyRows(from, to int) {
	for i := from; i < to; i++ {
		times(blas.Trans, &p.y, row(&p.x, i), 1, row(&p.c, i), 1)
	}
}

// gradientRows computes rows of G: row j is Aᵀ times column j of Δ.
func (p *Product) gradientRows(from, to int) {
	for j := from; j < to; j++ {
		times(blas.Trans, &p.y, p.x.Data[j:], p.x.Stride, row(&p.c, j), 1)
	}
}

// gradientColumns computes columns of G: column c is Δᵀ times column c of A.
func (p *Product) gradientColumns(from, to int) {
	for c := from; c < to; c++ {
		times(blas.Trans, &p.x, p.y.Data[c:], p.y.Stride, p.c.Data[c:], p.c.Stride)
	}
}

func (p *Product) reserveTransposed(rows, cols int) {
	if p.transposed.Rows != rows || p.transposed.Cols != cols {
		p.transposed = blas64.General{Rows: rows, Cols: cols, Stride: cols, Data: make([]float64, rows*cols)}
	}
}

// transpose copies columns of θ to rows of θᵀ, four elements at a time.
func (p *Product) transpose(from, to int) {
	for j := 0; j < p.y.Rows; j += 4 {
		j = min(j, p.y.Rows-4) // the last four may overlap the ones before
		t0, t1, t2, t3 := fourRows(&p.y, j)
		for c := from; c < to; c++ {
			r := (*[4]float64)(p.transposed.Data[c*p.transposed.Stride+j:])
			r[0], r[1], r[2], r[3] = t0[c], t1[c], t2[c], t3[c]
		}
	}
}

// fourRows returns rows j to j+3 of m. The last row stands for those that
// would come behind it.
func fourRows(m *blas64.General, j int) (r0, r1, r2, r3 []float64) {
	last := m.Rows - 1
	r0, r1, r2, r3 = row(m, j), row(m, min(j+1, last)), row(m, min(j+2, last)), row(m, min(j+3, last))
	return r0, r1[:len(r0)], r2[:len(r0)], r3[:len(r0)]
}
