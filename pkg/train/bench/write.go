package main

import (
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"

	"gonum.org/v1/gonum/mat"
)

// write puts X, Y and the first θ^(l), row by row as little-endian float64,
// and a description into folder/name.
func (w training) write(folder string) error {
	folder = filepath.Join(folder, w.name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	n, _ := w.X.Dims()
	about := map[string]any{"n": n, "sizes": w.sizes, "g": w.g.String(), "batch": w.batch, "epochs": w.epochs, "alpha": w.alpha, "adam": w.adam}
	if err := writeJSON(filepath.Join(folder, "about.json"), about); err != nil {
		return err
	}
	if err := writeMatrix(filepath.Join(folder, "X"), w.X); err != nil {
		return err
	}
	if err := writeMatrix(filepath.Join(folder, "Y"), w.Y); err != nil {
		return err
	}
	net := w.network()
	return writeNumbers(filepath.Join(folder, "theta"), net.Params())
}

func writeRegression(folder string) error {
	folder = filepath.Join(folder, "regression")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	X, y := correlated(100_000, 50)
	n, p := X.Dims()
	if err := writeJSON(filepath.Join(folder, "about.json"), map[string]any{"n": n, "p": p, "lambda": lassoLambda}); err != nil {
		return err
	}
	if err := writeMatrix(filepath.Join(folder, "X"), X); err != nil {
		return err
	}
	return writeNumbers(filepath.Join(folder, "y"), y)
}

func writeMatrix(name string, m *mat.Dense) error {
	return writeNumbers(name, mat.DenseCopyOf(m).RawMatrix().Data)
}

func writeNumbers(name string, v []float64) error {
	data, err := binary.Append(nil, binary.LittleEndian, v)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

func writeJSON(name string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
