package nn

import (
	"fmt"

	"ann/pkg/activation"
	"ann/pkg/dataset"
)

// layerFile is the JSON of a layer. Which fields stand in it depends on Kind;
// the numbers are pointers so that a missing one is not taken for 0.
type layerFile struct {
	Kind     string      `json:"kind"` // Kind is dense, dropout, batchnorm, skip or rbf
	Out      *int        `json:"out,omitempty"`
	G        string      `json:"g,omitempty"`
	Alpha    *float64    `json:"alpha,omitempty"` // Alpha is the α of ELU
	Slope    *float64    `json:"slope,omitempty"` // Slope is that of LeakyReLU
	Init     string      `json:"init,omitempty"`
	P        *float64    `json:"p,omitempty"`
	Strength *float64    `json:"strength,omitempty"`
	Layers   []layerFile `json:"layers,omitempty"`
	Kernel   string      `json:"kernel,omitempty"`
	Width    *float64    `json:"width,omitempty"`
}

// plain holds the activation functions without a parameter by their names.
var plain = map[string]activation.Func{
	"Identity":   activation.Identity{},
	"BinaryStep": activation.BinaryStep{},
	"Sigmoid":    activation.Sigmoid{},
	"Tanh":       activation.Tanh{},
	"ReLU":       activation.ReLU{},
	"GELU":       activation.GELU{},
	"Softplus":   activation.Softplus{},
	"SELU":       activation.SELU{},
}

func saveAll(layers []Layer) ([]layerFile, error) {
	files := make([]layerFile, len(layers))
	for i, l := range layers {
		files[i].Kind = l.kind()
		if err := l.save(&files[i]); err != nil {
			return nil, fmt.Errorf("layer %d: %w", i, err)
		}
	}
	return files, nil
}

func loadAll(files []layerFile) ([]Layer, error) {
	var layers []Layer
	for i := range files {
		l, err := files[i].layer()
		if err != nil {
			return nil, fmt.Errorf("layer %d: %w", i, err)
		}
		layers = append(layers, l)
	}
	return layers, nil
}

func (f *layerFile) layer() (Layer, error) {
	for _, l := range kinds {
		if l.kind() == f.Kind {
			return l.load(f)
		}
	}
	return nil, fmt.Errorf("kind is %q", f.Kind)
}

// setG writes g, with its parameter if it has one, to f.
func (f *layerFile) setG(g activation.Func) error {
	switch g := orIdentity(g).(type) {
	case activation.ELU:
		f.G, f.Alpha = "ELU", &g.Alpha
		return checkFinite(g, g.Alpha)
	case activation.LeakyReLU:
		f.G, f.Slope = "LeakyReLU", &g.Slope
		return checkFinite(g, g.Slope)
	default:
		for name, known := range plain {
			if g == known {
				f.G = name
				return nil
			}
		}
		return &CannotSave{fmt.Sprintf("%v is not an activation function of this course", g), "save Params yourself"}
	}
}

// checkFinite returns a *CannotSave if v, the parameter of g, is NaN or ±Inf:
// JSON has no word for them.
func checkFinite(g activation.Func, v float64) error {
	if !dataset.Finite(v) {
		return &CannotSave{fmt.Sprintf("%v has a parameter that is not a finite number", g), "give it another"}
	}
	return nil
}

// activation returns the g that setG wrote to f.
func (f *layerFile) activation() (activation.Func, error) {
	switch {
	case f.G == "ELU" && f.Alpha != nil:
		return activation.ELU{Alpha: *f.Alpha}, nil
	case f.G == "LeakyReLU" && f.Slope != nil:
		return activation.LeakyReLU{Slope: *f.Slope}, nil
	case plain[f.G] != nil:
		return plain[f.G], nil
	}
	return nil, fmt.Errorf("g is %q, or its parameter is missing", f.G)
}
