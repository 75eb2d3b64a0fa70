package nn_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// everything has every layer kind, activation function, kernel and Init.
func everything() *nn.Network {
	return nn.New(3, seeded(20),
		nn.Dense{Out: 4, G: activation.Sigmoid{}, Init: nn.He}, nn.Dense{Out: 4, G: activation.Tanh{}, Init: nn.Xavier},
		nn.Dense{Out: 4, G: activation.ReLU{}, Init: nn.LeCun}, nn.Dense{Out: 4, G: activation.GELU{}, Init: nn.Uniform},
		nn.BatchNorm{G: activation.Softplus{}}, nn.Dropout{P: 0.25},
		nn.Skip(0.5, nn.Dense{Out: 3, G: activation.SELU{}}, nn.Skip(1, nn.BatchNorm{G: activation.ELU{Alpha: 0.1}}, nn.Dense{Out: 3, G: activation.BinaryStep{}}), nn.Dense{Out: 4, G: activation.LeakyReLU{Slope: 0.01}}),
		nn.RBF{Out: 3, Kernel: activation.Gaussian{Width: 1. / 3}}, nn.RBF{Out: 2, Kernel: activation.Multiquadric{Width: 2}},
		nn.Dense{Out: 2})
}

func save(t testing.TB, net *nn.Network) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := net.Save(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// same wants equal layers, parameters and statistics to the last bit.
func same(t *testing.T, got, want *nn.Network) {
	t.Helper()
	if got.String() != want.String() {
		t.Fatalf("read\n%v\nwant\n%v", got, want)
	}
	bits := func(name string, a, b []float64) {
		t.Helper()
		for i := range b {
			if math.Float64bits(a[i]) != math.Float64bits(b[i]) {
				t.Errorf("%s %d is %g, want %g", name, i, a[i], b[i])
			}
		}
	}
	bits("parameter", got.Params(), want.Params())
	for l := range want.L() {
		if _, ok := want.Layer(l).(nn.BatchNorm); ok {
			m1, v1 := got.Running(l)
			m2, v2 := want.Running(l)
			bits("running mean", m1, m2)
			bits("running variance", v1, v2)
		}
		if d, ok := want.Layer(l).(nn.Dense); ok && got.Layer(l) != nn.Layer(d) {
			t.Errorf("layer %d is %#v, want %#v", l, got.Layer(l), d)
		}
	}
}

func TestSaveAndLoad(t *testing.T) {
	net := everything()
	X, Y := random(seeded(21), 20, 3), random(seeded(22), 20, 2)
	for range 5 {
		net.Gradients(loss.SquaredError{}, X, Y)
		floats.AddScaled(net.Params(), -1e-3, net.Grads())
	}
	copy(net.Params(), []float64{math.Copysign(0, -1), 5e-324, math.MaxFloat64, -math.MaxFloat64, 0.1, 1. / 3, math.Nextafter(1, 2)})
	b := save(t, net)
	back, err := nn.Load(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	same(t, back, net)
	if back.Training() {
		t.Error("a loaded network is in training mode")
	}
	if !bytes.Equal(save(t, back), b) {
		t.Error("saved again, the file is another")
	}
	copy(net.Params(), everything().Params())
	copy(back.Params(), net.Params())
	if !mat.Equal(back.Predict(X), net.Predict(X)) {
		t.Error("the loaded network predicts something else")
	}
	back.SetTraining(true)
	panics(t, "nn: Forward: Dropout has no source of randomness (Clone and Load give none); call SetRand or SetTraining(false)", func() { back.Forward(X) })
	back.SetRand(seeded(1))
	back.Forward(X)
}

// TestLoadVersion1 reads a file from the first days of the format.
func TestLoadVersion1(t *testing.T) {
	b, err := os.ReadFile("testdata/version1.json")
	if err != nil {
		t.Fatal(err)
	}
	net, err := nn.Load(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	same(t, net, everything())
}

func TestCannotSave(t *testing.T) {
	for name, c := range map[string]struct {
		layer  nn.Layer
		change func(*nn.Network)
	}{
		"NaN":         {nn.Dense{Out: 1}, func(net *nn.Network) { net.Params()[1] = math.NaN() }},
		"Inf":         {nn.Dense{Out: 1}, func(net *nn.Network) { net.Params()[0] = math.Inf(-1) }},
		"running NaN": {nn.BatchNorm{}, func(net *nn.Network) { _, v := net.Running(0); v[0] = math.NaN() }},
		"running Inf": {nn.BatchNorm{}, func(net *nn.Network) { m, _ := net.Running(0); m[1] = math.Inf(1) }},
		"g":           {nn.Dense{Out: 1, G: own{}}, nil},
		"g in skip":   {nn.Skip(1, nn.BatchNorm{G: &activation.Tanh{}}), nil},
		"α":           {nn.Dense{Out: 1, G: activation.ELU{Alpha: math.NaN()}}, nil},
		"slope":       {nn.BatchNorm{G: activation.LeakyReLU{Slope: math.Inf(1)}}, nil},
		"kernel":      {nn.RBF{Out: 1, Kernel: ownKernel{}}, nil},
	} {
		net := nn.New(2, seeded(1), c.layer)
		if c.change != nil {
			c.change(net)
		}
		var b bytes.Buffer
		var e *nn.CannotSave
		if err := net.Save(&b); !errors.As(err, &e) || b.Len() > 0 || e.What == "" || e.Try == "" {
			t.Errorf("%s: error %v, %d bytes written", name, err, b.Len())
		}
	}
	broken := errors.New("disk full")
	if err := everything().Save(failing{broken}); !errors.Is(err, broken) {
		t.Errorf("a failing writer gives %v", err)
	}
	if _, err := nn.Load(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("a failing reader gives %v", err)
	}
}

type own struct{ activation.Tanh }

type ownKernel struct{ activation.Gaussian }

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestCorruptFile(t *testing.T) {
	good := string(save(t, everything()))
	var corrupt *nn.CorruptFile
	for n := range len(good) - 1 {
		if _, err := nn.Load(strings.NewReader(good[:n])); !errors.As(err, &corrupt) {
			t.Fatalf("cut off after %d of %d bytes: %v", n, len(good), err)
		}
	}
	for _, c := range [][2]string{
		{`"version":1`, `"version":0`},
		{`"version":1`, `"version":"1"`},
		{`"format":"ann network"`, `"format":"other"`},
		{`"inputs":3`, `"inputs":4`},
		{`"inputs":3`, `"inputs":-3`},
		{`"inputs":3`, `"inputs":3,"more":1`},
		{`"out":3`, `"out":67108864`},
		{`"out":3`, `"out":0`},
		{`"out":3,`, ``},
		{`"kind":"dense"`, `"kind":"Dense"`},
		{`"g":"Tanh"`, `"g":"tan"`},
		{`"alpha":0.1`, `"slope":0.1`},
		{`"init":"He"`, `"init":"he"`},
		{`"p":0.25`, `"p":1`},
		{`"p":0.25`, `"p":null`},
		{`,"p":0.25`, ``},
		{`"strength":0.5,`, ``},
		{`"strength":0.5`, `"strength":1e999`},
		{`"kernel":"Gaussian"`, `"kernel":"gaussian"`},
		{`"width":2`, `"width":0`},
		{`"width":2`, `"width":-2`},
		{`,"width":2`, ``},
		{`"params":[`, `"params":[1,`},
		{`"params":[`, `"params":[NaN,`},
		{`"params":[`, `"params":[null,`},
		{`"params":[`, `"params":[1e999,`},
		{`"params":[`, `"params":["1",`},
		{`"mean":[0,`, `"mean":[`},
		{`"mean":[0,`, `"mean":[null,`},
		{`"variance":[1,`, `"variance":[-1,`},
		{`"variance":[1,`, `"variance":[`},
		{`"running":[`, `"running":[{"mean":[],"variance":[]},`},
		{`"running":[`, `"ran":[`},
		{`"inputs":3`, `"inputs":3,"inputs":3`},
		{`"inputs":3`, `"Inputs":3 , "inputs" :3`},
		{`"inputs":3`, `"inputs":3,"\u0069nputs":3`},
		{`"p":0.25`, `"p":0.5,"p":0.25`},
		{`"mean":[`, `"mean":[0],"mean":[`},
		{"}\n", "}}"},
		{"}\n", "} {}"},
	} {
		bad := strings.Replace(good, c[0], c[1], 1)
		if bad == good {
			t.Fatalf("%s is not in the file\n%s", c[0], good)
		}
		if net, err := nn.Load(strings.NewReader(bad)); !errors.As(err, &corrupt) || net != nil {
			t.Errorf("%s for %s: %v", c[1], c[0], err)
		}
	}
	for _, s := range []string{"", "null", "[]", "{}", "1", "\x00", `{"format":"ann network","version":1}`} {
		if _, err := nn.Load(strings.NewReader(s)); !errors.As(err, &corrupt) {
			t.Errorf("%q: %v", s, err)
		}
	}
	if _, err := nn.Load(strings.NewReader(good[:9])); !errors.As(err, &corrupt) || corrupt.Unwrap() == nil {
		t.Errorf("the cause is lost: %v", err)
	}
	// A newer version may have fields that nobody knows yet.
	newer := strings.Replace(good, `"version":1`, `"version":2,"more":{"x":null}`, 1)
	var e *nn.NewerVersion
	if net, err := nn.Load(strings.NewReader(newer)); !errors.As(err, &e) || e.Version != 2 || e.Known != 1 || net != nil {
		t.Errorf("a newer version gives %v", err)
	} else if s := fmt.Sprint(err); !strings.Contains(s, "version 2") {
		t.Errorf("the message is %q", s)
	}
}

// FuzzLoad feeds Load anything. It must not panic; an error has a type; a
// network works and survives being saved and loaded again.
func FuzzLoad(f *testing.F) {
	f.Add(save(f, everything()))
	f.Add(save(f, nn.New(1, seeded(1), nn.Dropout{P: 0})))
	f.Add(save(f, nn.New(2, seeded(1), nn.Skip(-1, nn.BatchNorm{}))))
	f.Add([]byte(`{"format":"ann network","version":1,"inputs":1,"layers":[{"kind":"dense","out":1,"g":"Identity","init":"He"}],"params":[1e308,-0]}`))
	f.Add([]byte(`{"format":"ann network","version":1e3}`))
	f.Add([]byte(`{"format":"ann network","version":1,"inputs":67108864,"layers":[{"kind":"dropout","p":0.5}],"params":[]}`))
	f.Fuzz(func(t *testing.T, input []byte) {
		net, err := nn.Load(bytes.NewReader(input))
		if err != nil {
			var corrupt *nn.CorruptFile
			var newer *nn.NewerVersion
			if net != nil || !errors.As(err, &corrupt) && !errors.As(err, &newer) {
				t.Fatalf("network %v, error %#v", net, err)
			}
			return
		}
		if net.Inputs() < 1000 && len(net.Params()) < 10000 {
			net.Predict(mat.NewDense(2, net.Inputs(), nil))
			net.Backward(mat.NewDense(2, net.Outputs(), nil))
		}
		var b bytes.Buffer
		if err := net.Save(&b); err != nil {
			t.Fatal(err)
		}
		again, err := nn.Load(&b)
		if err != nil {
			t.Fatal(err)
		}
		same(t, again, net)
		if n, err := io.Copy(io.Discard, &b); n > 0 || err != nil {
			t.Fatalf("%d bytes left, %v", n, err)
		}
	})
}
