package nn

import (
	"errors"
	"fmt"
	"math"

	"ann/pkg/activation"
)

// layerFile is the JSON of a layer. Which fields stand in it depends on Kind;
// the numbers are pointers so that a missing one is not taken for 0.
type layerFile struct {
	Kind     string      `json:"kind"` // dense, dropout, batchnorm, skip, rbf
	Out      *int        `json:"out,omitempty"`
	G        string      `json:"g,omitempty"`
	Alpha    *float64    `json:"alpha,omitempty"` // of ELU
	Slope    *float64    `json:"slope,omitempty"` // of LeakyReLU
	Init     string      `json:"init,omitempty"`
	P        *float64    `json:"p,omitempty"`
	Strength *float64    `json:"strength,omitempty"`
	Layers   []layerFile `json:"layers,omitempty"`
	Kernel   string      `json:"kernel,omitempty"`
	Width    *float64    `json:"width,omitempty"`
}

// plain are the activation functions without a parameter, by name.
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

func toFile(l Layer) (layerFile, error) {
	switch l := l.(type) {
	case Dense:
		f := layerFile{Kind: "dense", Out: &l.Out, Init: l.Init.String()}
		err := f.setG(l.G)
		return f, err
	case BatchNorm:
		f := layerFile{Kind: "batchnorm"}
		err := f.setG(l.G)
		return f, err
	case Dropout:
		return layerFile{Kind: "dropout", P: &l.P}, nil
	case RBF:
		f := layerFile{Kind: "rbf", Out: &l.Out}
		err := f.setKernel(l.Kernel)
		return f, err
	case skip:
		f := layerFile{Kind: "skip", Strength: &l.strength}
		for i, inner := range l.layers {
			lf, err := toFile(inner)
			if err != nil {
				return f, fmt.Errorf("layer %d: %w", i, err)
			}
			f.Layers = append(f.Layers, lf)
		}
		return f, nil
	}
	panic(fmt.Sprintf("nn: Save: a %T", l)) // New takes no other
}

func (f *layerFile) setG(g activation.Func) error {
	switch g := orIdentity(g).(type) {
	case activation.ELU:
		f.G, f.Alpha = "ELU", &g.Alpha
		return finite(g, g.Alpha)
	case activation.LeakyReLU:
		f.G, f.Slope = "LeakyReLU", &g.Slope
		return finite(g, g.Slope)
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

func (f *layerFile) setKernel(kernel activation.Radial) error {
	w, ok := width(kernel)
	if !ok {
		return &CannotSave{fmt.Sprintf("%v is not a kernel of this course", kernel), "save Params yourself"}
	}
	f.Kernel, f.Width = "Gaussian", &w
	if _, ok := kernel.(activation.Multiquadric); ok {
		f.Kernel = "Multiquadric"
	}
	return nil
}

func finite(g activation.Func, v float64) error {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return &CannotSave{fmt.Sprintf("%v has a parameter that is not a finite number", g), "give it another"}
	}
	return nil
}

func (f *layerFile) layer() (Layer, error) {
	switch f.Kind {
	case "dense":
		g, err := f.activation()
		if f.Out == nil {
			err = errors.Join(err, errors.New("out is missing"))
		}
		if err != nil {
			return nil, err
		}
		for i := ByActivation; i <= Uniform; i++ {
			if i.String() == f.Init {
				return Dense{Out: *f.Out, G: g, Init: i}, nil
			}
		}
		return nil, fmt.Errorf("init is %q", f.Init)
	case "batchnorm":
		g, err := f.activation()
		return BatchNorm{G: g}, err
	case "dropout":
		if f.P == nil {
			return nil, errors.New("p is missing")
		}
		return Dropout{P: *f.P}, nil
	case "rbf":
		if f.Out == nil || f.Width == nil {
			return nil, errors.New("out or width is missing")
		}
		switch f.Kernel {
		case "Gaussian":
			return RBF{Out: *f.Out, Kernel: activation.Gaussian{Width: *f.Width}}, nil
		case "Multiquadric":
			return RBF{Out: *f.Out, Kernel: activation.Multiquadric{Width: *f.Width}}, nil
		}
		return nil, fmt.Errorf("kernel is %q", f.Kernel)
	case "skip":
		if f.Strength == nil {
			return nil, errors.New("strength is missing")
		}
		var layers []Layer
		for i := range f.Layers {
			l, err := f.Layers[i].layer()
			if err != nil {
				return nil, fmt.Errorf("layer %d: %w", i, err)
			}
			layers = append(layers, l)
		}
		return Skip(*f.Strength, layers...), nil
	}
	return nil, fmt.Errorf("kind is %q", f.Kind)
}

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
