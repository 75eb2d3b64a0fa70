package activation

import "math"

// expm1 sets u_i = ±(e^y_i − 1) with y_i = c|z_i|, c > 0, and the sign of z_i.
// Tanh, Sigmoid, ELU and SELU all need it, because from it come, without
// cancellation near 0 and without overflow,
//
//	tanh(z) = u/(|u| + 2), y = 2|z|;   e^−y − 1 = −|u|/(|u| + 1);   e^−y = 1/(|u| + 1).
//
// Where e^y would overflow (y ≥ 709) u_i is ±math.MaxFloat64. The relative
// error is below 5e-16; a NaN stays one. u and z may be the same slice.
//
// y = k·ln2/64 + r with a whole k and |r| ≤ ln2/128, so with k = 64m + j
//
//	e^y − 1 = 2^m (t + (1 + t) p) + 2^m − 1,  t = 2^(j/64) − 1,  p = e^r − 1,
//
// t from a table, p from seven terms of its series. Nothing cancels, since all
// terms but p are ≥ 0. Source: P. T. P. Tang, "Table-driven implementation of
// the expm1 function", ACM Trans. Math. Softw. 18 (1992) 211.
func expm1(u, z []float64, c float64) {
	u = u[:len(z)]
	for i, v := range z {
		y := c * math.Abs(v)
		if !(y < 709) { // e^y would overflow, or v is NaN
			u[i] = math.Copysign(math.MaxFloat64, v)
			if math.IsNaN(v) {
				u[i] = v
			}
			continue
		}
		// One sum rounds and gives the bits of k: a float64 from 2^52 to 2^53 has no digits
		// after the point, so the sum is a whole number, and k stands in its lowest bits.
		whole := y*inverse + 0x1.8p52
		k := math.Float64bits(whole)
		whole -= 0x1.8p52
		r := y - whole*high - whole*low
		r2 := r * r
		p := r + r2*(1./2+r*(1./6)+r2*(1./24+r*(1./120)+r2*(1./720)))
		t := powers[k%64]
		s := math.Float64frombits((k/64 + 1023) << 52) // 2^m
		u[i] = math.Copysign(s*(t+(p+t*p))+(s-1), v)
	}
}

// ln2/64 is the sum of high and low. high is its first 31 bits, so that k·high
// is exact for k < 2^17.
const (
	inverse = 64 / math.Ln2 // inverse is 1/(ln2/64)
	high    = 0x1.62e42fecp-07
	low     = math.Ln2/64 - high
)

// powers[j] = 2^(j/64) − 1.
var powers = [64]float64{
	0.0, 0.01088928605170046, 0.02189714865411668, 0.03302487902122842,
	0.04427378242741384, 0.05564517836055716, 0.06714040067682361, 0.07876079775711979,
	0.09050773266525766, 0.10238258330784095, 0.11438674259589254, 0.1265216186082419,
	0.13878863475669165, 0.1511892299529827, 0.1637248587775775, 0.17639699165028128,
	0.18920711500272105, 0.20215673145270313, 0.21524735998046887, 0.22848053610687,
	0.24185781207348406, 0.2553807570246911, 0.2690509571917332, 0.28287001607877826,
	0.29683955465100964, 0.31096121152476436, 0.32523664315974127, 0.339667524053303,
	0.3542555469368927, 0.3690024229745906, 0.38390988196383197, 0.3989796725383111,
	0.41421356237309503, 0.42961333839197, 0.4451808069770466, 0.460917794180647,
	0.4768261459394993, 0.49290772829126484, 0.5091644275934227, 0.5255981507445383,
	0.5422108254079409, 0.5590044002378369, 0.5759808451078865, 0.5931421513422669,
	0.6104903319492543, 0.6280274218573477, 0.6457554781539648, 0.6636765803267365,
	0.6817928305074291, 0.7001063537185235, 0.7186192981224779, 0.7373338352737062,
	0.7562521603732995, 0.7753764925265213, 0.7947090750031072, 0.8142521755003987,
	0.8340080864093424, 0.8539791250833856, 0.8741676341102999, 0.8945759815869656,
	0.9152065613971473, 0.9360617934922945, 0.9571441241754003, 0.9784560263879509,
}
