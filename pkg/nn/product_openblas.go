//go:build openblas

package nn

// void cblas_dgemm(int order, int transA, int transB, int m, int n, int k, double alpha, const double *a, int lda,
//	const double *b, int ldb, double beta, double *c, int ldc);
// #cgo LDFLAGS: -lopenblas
import "C"

import "gonum.org/v1/gonum/blas/blas64"

// With the tag openblas the products of batches go to OpenBLAS, a library in
// assembly for each kind of processor. The bits then depend on the processor
// and on how many OpenBLAS uses (OPENBLAS_NUM_THREADS).
const openblas = true

// gemm sets C = A B, each of A and B transposed if its flag says so.
func gemm(c, a, b blas64.General, transA, transB bool) {
	flagA, flagB, k := C.int(111), C.int(111), a.Cols
	if transA {
		flagA, k = 112, a.Rows
	}
	if transB {
		flagB = 112
	}
	C.cblas_dgemm(101, flagA, flagB, C.int(c.Rows), C.int(c.Cols), C.int(k),
		1, (*C.double)(&a.Data[0]), C.int(a.Stride), (*C.double)(&b.Data[0]), C.int(b.Stride),
		0, (*C.double)(&c.Data[0]), C.int(c.Stride))
}
