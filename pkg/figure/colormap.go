package figure

import (
	"image/color"
	"math"
)

// The colours of heights go from dark violet over blue and green to pale yellow. Their
// lightness grows evenly, so that heights keep their order in grey print and for every kind
// of colour vision. They are in Oklab (B. Ottosson, "A perceptual color space for image
// processing", 2020): lightness, and two opponent axes.
var (
	mapLightness = [2]float64{0.31, 0.94}
	mapOpponents = [][2]float64{{0.055, -0.105}, {-0.005, -0.105}, {-0.055, -0.050}, {-0.085, 0.010}, {-0.095, 0.075}, {-0.055, 0.130}, {-0.020, 0.125}}
)

// heightColor is the colour of a height u between 0 (lowest) and 1.
func heightColor(u float64) color.NRGBA {
	u = math.Max(0, math.Min(1, u))
	at := u * float64(len(mapOpponents)-1)
	k := min(int(at), len(mapOpponents)-2)
	w := at - float64(k)
	return oklab(
		mapLightness[0]*(1-u)+mapLightness[1]*u,
		mapOpponents[k][0]*(1-w)+mapOpponents[k+1][0]*w,
		mapOpponents[k][1]*(1-w)+mapOpponents[k+1][1]*w,
	)
}

// oklab converts from Oklab to sRGB.
func oklab(lightness, a, b float64) color.NRGBA {
	l := cube(lightness + 0.3963377774*a + 0.2158037573*b)
	m := cube(lightness - 0.1055613458*a - 0.0638541728*b)
	s := cube(lightness - 0.0894841775*a - 1.2914855480*b)
	return color.NRGBA{
		gamma(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		gamma(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		gamma(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
		0xff,
	}
}

func cube(v float64) float64 { return v * v * v }

// gamma is the transfer function of sRGB, as a byte.
func gamma(v float64) uint8 {
	v = math.Max(0, math.Min(1, v))
	if v <= 0.0031308 {
		v *= 12.92
	} else {
		v = 1.055*math.Pow(v, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * v))
}

// linear is the inverse of gamma.
func linear(c uint8) float64 {
	v := float64(c) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// luminance returns the luminance of a colour, 0 … 1 (Rec. 709).
func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// shine makes c lighter (factor > 1) or darker.
func shine(c color.NRGBA, factor float64) color.NRGBA {
	mix := func(v uint8) uint8 { return uint8(math.Min(255, math.Round(float64(v)*factor))) }
	return color.NRGBA{mix(c.R), mix(c.G), mix(c.B), c.A}
}
