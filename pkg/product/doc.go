// Package product holds the loops in which nearly all the time of training
// goes. They are the three products of a layer with the weights θ, for a batch
// of n examples, k inputs (the bias unit is one of them) and o neurons,
//
//	Forward   Z = A θᵀ   n×o   from A n×k, θ o×k
//	Gradient  G = Δᵀ A   o×k   from Δ n×o, A n×k
//	Backward  D = Δ θ̄    n×k   from Δ n×o, θ̄ o×k
//
// and around them g over the rows of Z, Adam's step, sums of squares.
// reference.go has the three products as textbooks write them: read it first.
// The tests compare everything else with it.
//
// # Five ways, one result
//
// All other ways of a product do the same sums, and only faster. Each has the
// file of its name:
//
//	way      when                          what is done, and why it is faster
//	rows     amd64, by default             Each row (or column) of the result is one product of a matrix and a vector
//	                                       by gonum, whose assembly takes four rows at a time.
//	lists    amd64, A is mostly zeros      Only the nonzeros of A are multiplied, from lists that are made once a step:
//	                                       four fifths of the pixels of a picture are zeros.
//	vectors  Go's vectors and AVX2         Sixteen sums at once, from lists of the nonzeros of A or Δ; half of Δ is
//	                                       zeros behind a ReLU.
//	tiles    no assembly (wasm, arm64)     Two rows by four columns of the result at once: eight sums stay in registers,
//	                                       and every number read from memory is used two or four times.
//	single   no assembly, one example      One row by eight columns at once; G is δ aᵀ, sixteen elements a turn of the
//	                                       loop, because a turn costs more than what is done in it.
//
// Which way is taken changes no bit. Every element of a result is summed up by
// one processor, term by term in the order of the reference, and on amd64
// without fused multiply-adds; terms left out are 0. There is one exception:
// gonum sums a Forward with fewer than eight examples, or fewer than four
// neurons, in an order of its own, but always in the same one.
//
// Large products are shared among processors, see Crew.
package product
