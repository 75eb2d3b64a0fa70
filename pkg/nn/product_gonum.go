//go:build !openblas

package nn

import "gonum.org/v1/gonum/blas/blas64"

const openblas = false

func gemm(c, a, b blas64.General, transA, transB bool) { panic("nn: built without OpenBLAS") }
