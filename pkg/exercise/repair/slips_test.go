package repair

import (
	"strings"
	"testing"
)

func TestSlips(t *testing.T) {
	for _, test := range []struct {
		body string
		line int
		says string // empty: nothing may be said
	}{
		{"return x[0]", 0, ""},
		{"return 1", 1, "Its argument x is never looked at."},
		{"for _, v := range x {\n\treturn v\n}\nreturn 0", 3, "the return stands inside the loop of line 2"},
		{"for _, v := range x {\n\tif v > 0 {\n\t\treturn v\n\t}\n}\nreturn 0", 0, ""},
		{"for _, v := range x {\n\tif v < 0 {\n\t\tcontinue\n\t}\n\treturn v\n}\nreturn 0", 0, ""},
		{"return 1 / 2 * x[0]", 2, "1 / 2 is 0"},
		{"return 1.0 / 2 * x[0]", 0, ""},
		{"return 4 / 2 * x[0]", 0, ""},
		{"n := len(x)\nreturn float64(n / 2)", 3, "n / 2 divides whole numbers"},
		{"n := len(x)\nreturn float64(x[n/2])", 0, ""},
		{"return float64(len(x) ^ 2)", 2, "is no power"},
		{"s := 0.0\nfor _, v := range x {\n\ts := s + v\n\t_ = s\n}\nreturn s", 4, ":= makes a second s"},
		{"s := 0.0\nfor _, v := range x {\n\tr := v * v\n\ts += r\n}\nr := s\nreturn r", 0, ""},
		{"s := 0.0\nif len(x) > 3 {\n\ts := 2.0\n\treturn s\n}\ns = x[0]\nreturn s", 0, ""},
		{"y := make([]float64, len(x))\nfor _, v := range x {\n\ty = append(y, v)\n}\nreturn y[0]", 2, "make([]float64, len(x)) holds values already, and append puts more behind them"},
		{"y := make([]float64, 0, len(x))\nfor _, v := range x {\n\ty = append(y, v)\n}\nreturn y[0]", 0, ""},
		{"y := make([]float64, 1)\ny[0] = 1\nfor _, v := range x {\n\ty = append(y, v)\n}\nreturn y[0]", 0, ""},
		{"y := make([]float64, 0)\nfor _, v := range x {\n\ty = append(y, v)\n}\nreturn y[0]", 0, ""},
		{"for range x {\n}\nreturn x[0]", 2, "nothing stands in this loop"},
		{"s := 0.0\nfor _, v := range x {\n\t_ = v\n}\nreturn s", 1, "No line changes s: it stays 0.0."},
		{"s := 0.0\nfor _, v := range x {\n\ts += v\n}\nreturn s", 0, ""},
		{"s := 0.0\nfor _, v := range x {\n\ts += v\n}\nreturn x[0]", 1, "The function computes s, and then nothing uses it."},
		{"s, t := 0.0, 0.0\nfor _, v := range x {\n\ts = s + v\n\tt = s\n}\nreturn t", 0, ""},
		{"s := []float64{1}\ns[0] += x[0]\ny := s\ny[0] = 2\nreturn s[0]", 0, ""},
	} {
		f, err := Parse([]byte("package p\nfunc f(x []float64) float64 {\n"+test.body+"\n}"), "f")
		if err != nil {
			t.Fatal(err)
		}
		slips := f.Slips()
		if test.says == "" {
			if len(slips) > 0 {
				t.Errorf("%s: %v", test.body, slips)
			}
			continue
		}
		found := false
		for _, s := range slips {
			found = found || s.Line == test.line && strings.Contains(s.Says, test.says)
		}
		if !found {
			t.Errorf("%s: want line %d %q, got %v", test.body, test.line, test.says, slips)
		}
	}
}
