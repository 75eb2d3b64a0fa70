package product

// forwardSingle computes row i of Z, eight elements at a time, then four.
func (p *Product) forwardSingle(i int) {
	theta, stride := p.y.Data, p.y.Stride
	a, z := row(&p.x, i), row(&p.c, i)
	if len(z) < 4 {
		for j := range z {
			z[j], _ = dot(theta[j*stride:], a, a)
		}
		return
	}
	j := 0
	for ; j+8 <= len(z); j += 8 {
		at := j * stride
		t0, t1 := theta[at:][:len(a)], theta[at+stride:][:len(a)]
		t2, t3 := theta[at+2*stride:][:len(a)], theta[at+3*stride:][:len(a)]
		t4, t5 := theta[at+4*stride:][:len(a)], theta[at+5*stride:][:len(a)]
		t6, t7 := theta[at+6*stride:][:len(a)], theta[at+7*stride:][:len(a)]
		var s0, s1, s2, s3, s4, s5, s6, s7 float64
		for k, v := range a {
			s0 += v * t0[k]
			s1 += v * t1[k]
			s2 += v * t2[k]
			s3 += v * t3[k]
			s4 += v * t4[k]
			s5 += v * t5[k]
			s6 += v * t6[k]
			s7 += v * t7[k]
		}
		r := (*[8]float64)(z[j:])
		r[0], r[1], r[2], r[3] = s0, s1, s2, s3
		r[4], r[5], r[6], r[7] = s4, s5, s6, s7
	}
	for ; j < len(z); j += 4 {
		j = min(j, len(z)-4)
		at := j * stride
		t0, t1 := theta[at:][:len(a)], theta[at+stride:][:len(a)]
		t2, t3 := theta[at+2*stride:][:len(a)], theta[at+3*stride:][:len(a)]
		var s0, s1, s2, s3 float64
		for k, v := range a {
			s0 += v * t0[k]
			s1 += v * t1[k]
			s2 += v * t2[k]
			s3 += v * t3[k]
		}
		z[j], z[j+1], z[j+2], z[j+3] = s0, s1, s2, s3
	}
}

// sumSingle is sumPair for row i alone, of eight columns or more, eight at a
// time.
func (p *Product) sumSingle(i int, x []float64, stride int) {
	ci := row(&p.c, i)
	y, yStride, n := p.y.Data, p.y.Stride, p.y.Rows
	for c := 0; c < len(ci); c += 8 {
		c = min(c, len(ci)-8)
		var s0, s1, s2, s3, s4, s5, s6, s7 float64
		at, from := 0, c
		for range n {
			v := x[at]
			r := (*[8]float64)(y[from:])
			at += stride
			from += yStride
			s0 += v * r[0]
			s1 += v * r[1]
			s2 += v * r[2]
			s3 += v * r[3]
			s4 += v * r[4]
			s5 += v * r[5]
			s6 += v * r[6]
			s7 += v * r[7]
		}
		r := (*[8]float64)(ci[c:])
		r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7] = s0, s1, s2, s3, s4, s5, s6, s7
	}
}

// outer is Gradient for a single example, G_jc = δ_j a_c, sixteen at a time:
// in WebAssembly a turn of a loop costs more than what is done in it.
func (p *Product) outer() {
	a, g, stride := row(&p.y, 0), p.c.Data, p.c.Stride
	for j, v := range row(&p.x, 0) {
		gj := g[j*stride:][:len(a)]
		c := 0
		for ; c+16 <= len(a); c += 16 {
			u, w := (*[16]float64)(a[c:]), (*[16]float64)(gj[c:])
			w[0], w[1], w[2], w[3] = v*u[0], v*u[1], v*u[2], v*u[3]
			w[4], w[5], w[6], w[7] = v*u[4], v*u[5], v*u[6], v*u[7]
			w[8], w[9], w[10], w[11] = v*u[8], v*u[9], v*u[10], v*u[11]
			w[12], w[13], w[14], w[15] = v*u[12], v*u[13], v*u[14], v*u[15]
		}
		for ; c < len(a); c++ {
			gj[c] = v * a[c]
		}
	}
}
