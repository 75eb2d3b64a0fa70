package train

// Epoch is what one pass through the rows came to.
type Epoch struct {
	Number int // 1, 2, …
	// Loss is the mean of J over the rows, each measured in the step it took
	// part in: with dropout, noise and batch statistics as in training, and
	// while θ moves. Evaluate measures all rows with the θ of now.
	Loss float64
	// Penalty is the mean of the penalty over the same steps, so that
	// Loss + Penalty is what was minimised. 0 without a penalty.
	Penalty float64
	// ValidationLoss is J of the validation rows after the epoch, without the
	// penalty; NaN without them.
	ValidationLoss float64
	// Metric and ValidationMetric are the metric of the training and of the
	// validation rows after the epoch, NaN when not asked for.
	Metric, ValidationMetric float64
	// GradientNorm is |∂J/∂θ^(l)| for every layer l, the penalty included: the
	// mean over the steps, 0 for a layer without θ. nil unless
	// Config.GradientNorms is set.
	GradientNorm []float64
}

// History is the course of a training.
type History struct {
	Epochs []Epoch
	// Best is the number of the epoch with the lowest validation loss, 0
	// without validation.
	Best int
	// Early is true when patience ended training.
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
