package nn

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

const (
	format  = "ann network"
	version = 1
)

// file is the JSON of a network, layerFile that of a layer.
type file struct {
	Format  string      `json:"format"`
	Version int         `json:"version"`
	Inputs  int         `json:"inputs"`
	Layers  []layerFile `json:"layers"`
	Params  []float64   `json:"params"`
	Running []running   `json:"running,omitempty"` // Running holds the running statistics of the BatchNorms, in their order
}

type running struct {
	Mean     []float64 `json:"mean"`
	Variance []float64 `json:"variance"`
}

// Save writes the network as JSON: its layers, parameters and BatchNorm's
// running statistics, every number to its last bit. Not saved are the source
// of randomness, the mode, z, a and δ.
//
// NaN, Inf, an activation function or a kernel of your own cannot be saved:
// *CannotSave, and nothing is written. Errors of w are wrapped.
func (net *Network) Save(w io.Writer) error {
	f := file{Format: format, Version: version, Inputs: net.inputs, Params: net.params}
	var err error
	if f.Layers, err = saveAll(net.given); err != nil {
		return fmt.Errorf("nn: Save: %w", err)
	}
	if where, v := net.NotFinite(); where != "" {
		return fmt.Errorf("nn: Save: %w", &CannotSave{fmt.Sprintf("%s holds %g", where, v), "training has diverged: begin again with a smaller learning rate"})
	}
	for _, layer := range net.layers {
		if layer.keeps > 0 {
			f.Running = append(f.Running, running{layer.kept[runningMean], layer.kept[runningVariance]})
		}
	}
	b, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("nn: Save: %w", err)
	}
	if _, err := w.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("nn: Save: %w", err)
	}
	return nil
}

// Load reads a network that Save wrote. It is in evaluation mode and has no
// source of randomness: to go on training, call SetTraining(true), and SetRand
// if it has Dropout.
//
// A file that is damaged, cut off, or not a network's is a *CorruptFile, one
// of a later version of the format a *NewerVersion; errors of r are wrapped.
// With an error there is no network.
func Load(r io.Reader) (*Network, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("nn: Load: %w", err)
	}
	net, err := decode(b)
	if err != nil {
		return nil, fmt.Errorf("nn: Load: %w", err)
	}
	return net, nil
}

func decode(b []byte) (*Network, error) {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		return nil, &CorruptFile{"no JSON: " + err.Error(), err}
	}
	if head.Format != format || head.Version < 1 {
		return nil, &CorruptFile{What: fmt.Sprintf("format %q, version %d, want %q, version 1 to %d", head.Format, head.Version, format, version)}
	}
	if head.Version > version {
		return nil, &NewerVersion{head.Version, version}
	}
	if bytes.Contains(b, []byte("null")) { // other programs write null for NaN, and Go would read it as 0
		return nil, &CorruptFile{What: "something is null"}
	}
	var f file
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, &CorruptFile{err.Error(), err}
	}
	if key := repeatedKey(b); key != "" {
		return nil, &CorruptFile{What: fmt.Sprintf("the key %q stands twice", key)}
	}
	layers, err := loadAll(f.Layers)
	if err != nil {
		return nil, &CorruptFile{What: err.Error()}
	}
	net, err := plan(f.Inputs, layers)
	if err != nil {
		return nil, &CorruptFile{What: err.Error()}
	}
	if len(f.Params) != net.count {
		return nil, &CorruptFile{What: fmt.Sprintf("%d parameters, the layers want %d", len(f.Params), net.count)}
	}
	if err := f.checkRunning(net); err != nil {
		return nil, &CorruptFile{What: err.Error()}
	}
	net.allocate()
	copy(net.params, f.Params)
	for _, layer := range net.layers {
		if layer.keeps > 0 {
			copy(layer.kept[runningMean], f.Running[0].Mean)
			copy(layer.kept[runningVariance], f.Running[0].Variance)
			f.Running = f.Running[1:]
		}
	}
	return net, nil
}

// checkRunning compares the running statistics with the BatchNorms of net.
func (f *file) checkRunning(net *Network) error {
	found := 0
	for _, layer := range net.layers {
		if layer.keeps == 0 {
			continue
		}
		if found == len(f.Running) {
			return errors.New("running statistics are missing")
		}
		r, units := f.Running[found], layer.out
		if len(r.Mean) != units || len(r.Variance) != units {
			return fmt.Errorf("running statistics %d have %d means and %d variances, want %d", found, len(r.Mean), len(r.Variance), units)
		}
		for _, v := range r.Variance {
			if v < 0 {
				return fmt.Errorf("running statistics %d have the variance %g", found, v)
			}
		}
		found++
	}
	if found != len(f.Running) {
		return fmt.Errorf("%d running statistics for %d BatchNorms", len(f.Running), found)
	}
	return nil
}
