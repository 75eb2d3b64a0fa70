package train

// Epoch is what was measured in and after one epoch.
type Epoch struct {
	Number int // Number counts from 1
	// Loss is the mean of J over the rows, each measured in its step: with
	// dropout, noise and batch statistics as in training, and while θ moves.
	// Evaluate measures all rows with one θ.
	Loss float64
	// Penalty is the mean of the penalty over the steps, weighted as in Loss, so
	// that Loss + Penalty is what was minimised. 0 without a penalty.
	Penalty float64
	// ValidationLoss is J of the validation rows after the epoch, without the
	// penalty; NaN without Config.Validation.
	ValidationLoss float64
	// Metric and ValidationMetric are the metric of the training and of the
	// validation rows after the epoch; NaN without Config.Metric, and
	// ValidationMetric without Config.Validation.
	Metric, ValidationMetric float64
	// GradientNorm is |∂J/∂θ^(l)| for every layer l, the penalty included: the
	// mean over the steps, 0 for a layer without θ. nil unless
	// Config.GradientNorms is set.
	GradientNorm []float64
}

// History is the record of a training.
type History struct {
	// Epochs are the epochs that were completed.
	Epochs []Epoch
	// Best is the number of the epoch with the lowest validation loss, 0
	// without validation.
	Best int
	// Early says whether Patience ended training before Config.Epochs.
	Early bool
}

// BestEpoch returns the epoch with the lowest validation loss. It panics when
// no epoch has one.
func (h *History) BestEpoch() Epoch {
	if h.Best == 0 {
		panic("train: BestEpoch: no epoch has a validation loss; set Config.Validation")
	}
	return h.Epochs[h.Best-1]
}

// Curve returns one number per epoch, for a figure:
//
//	h.Curve(func(e train.Epoch) float64 { return e.ValidationLoss })
func (h *History) Curve(f func(Epoch) float64) []float64 {
	c := make([]float64, len(h.Epochs))
	for i, e := range h.Epochs {
		c[i] = f(e)
	}
	return c
}
