package main

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
)

func TestTrainings(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // several now and then take memory for a goroutine
	for _, w := range trainings() {
		n, p := w.X.Dims()
		rows, m := w.Y.Dims()
		if n%w.batch != 0 || rows != n || p != w.sizes[0] || m != w.sizes[len(w.sizes)-1] {
			t.Errorf("%s: X is %d×%d, Y %d×%d, batch %d, units %v", w.name, n, p, rows, m, w.batch, w.sizes)
		}
		if _, adam := w.optimizer().(*optimizer.Adam); adam != strings.HasPrefix(w.name, "adam-") {
			t.Errorf("%s: trained by %v", w.name, w.optimizer())
		}
		w.epochs = 1
		if r := w.measure(); r.Name != w.name || !(r.Seconds > 0) || !(r.Loss < math.Log(float64(m))+0.1) {
			t.Errorf("%s: %+v after an epoch", w.name, r)
		}
		if a := w.allocations(); a != 0 {
			t.Errorf("%s: %g allocations in a step", w.name, a)
		}
	}
}

func TestPictures(t *testing.T) {
	X, Y := pictures(640)
	zeros := floats.Count(func(v float64) bool { return v == 0 }, X.RawMatrix().Data)
	if share := float64(zeros) / (640 * 784); math.Abs(share-0.8) > 0.01 {
		t.Errorf("%.3f of the pixels are 0, want 0.8", share)
	}
	for c := range 10 {
		sum := 0.0
		for i := range 640 {
			sum += Y.At(i, c)
		}
		if sum < 20 {
			t.Errorf("class %d has %g pictures of 640", c, sum)
		}
	}
}

func TestWrite(t *testing.T) {
	folder, all := t.TempDir(), trainings()
	w := all[slices.IndexFunc(all, func(w training) bool { return w.name == "adam-digits" })]
	if err := w.write(folder); err != nil {
		t.Fatal(err)
	}
	net := w.network()
	for name, want := range map[string][]float64{"X": w.X.RawMatrix().Data, "theta": net.Params()} {
		data, err := os.ReadFile(filepath.Join(folder, w.name, name))
		if err != nil {
			t.Fatal(err)
		}
		got := make([]float64, len(data)/8)
		if _, err := binary.Decode(data, binary.LittleEndian, got); err != nil || !floats.Equal(got, want) {
			t.Errorf("%s came back different (%v)", name, err)
		}
	}
	data, err := os.ReadFile(filepath.Join(folder, w.name, "about.json"))
	if err != nil {
		t.Fatal(err)
	}
	var about struct{ Adam bool }
	if err := json.Unmarshal(data, &about); err != nil || !about.Adam {
		t.Errorf("about.json does not name Adam: %s (%v)", data, err)
	}
}
