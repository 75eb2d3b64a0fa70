//go:build !(goexperiment.simd && amd64 && !go1.27)

package product

import "testing"

func eachWay(t *testing.T, test func(t *testing.T)) { test(t) }
