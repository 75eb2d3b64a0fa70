package train

import (
	"context"
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
)

// Fit trains the network on d: every epoch divides the rows into mini-batches,
// and every batch of B rows makes one step against the gradient of
//
//	J = 1/B Σ_i J_i + Σ_l penalty(θ^(l)).
//
// It returns the history and leaves the network in evaluation mode, with the θ
// (and running statistics of batch normalisation) of the last epoch, or of the
// best one when c.Patience is set. The same network, data, configuration and
// seeds give the same bits.
//
// Errors come with the history of the epochs that were completed. Before the
// first step: *BadConfig, *optimizer.BadParameter, *RowsDiffer,
// *dataset.NotFinite, *dataset.BadLabel, and *loss.BadRange when the last layer
// does not give what the loss takes. *Diverged when the loss or θ blows up: the
// network is put back to the start of an epoch, the last whose first loss was no
// larger than at the start of training (or to the best epoch, when c.Patience is
// set), but the optimizer stays as it is (Reset it). *Stopped when c.OnEpoch
// returns an error. *Standstill, after the last epoch, when nothing was learned.
//
// Fit panics when the network, X, Y, the loss or the optimizer is nil, when X or Y
// have not the columns of the network's inputs or outputs, when c.Rand is nil and
// something is drawn from it, and when the network has Dropout and no source of
// randomness (SetRand).
//
// Slide: "Stochastic gradient descent".
func Fit(net *nn.Network, d Data, c Config) (*History, error) {
	return FitContext(context.Background(), net, d, c)
}

// FitContext is Fit that also ends when ctx does, with *Stopped. It panics when
// ctx is nil.
func FitContext(ctx context.Context, net *nn.Network, d Data, c Config) (*History, error) {
	if ctx == nil {
		panic("train: FitContext: ctx is nil; context.Background() is one")
	}
	h := &History{}
	if err := c.check(net, d); err != nil {
		return h, fmt.Errorf("train: Fit: %w", err)
	}
	r := newRun(net, d, c)
	err := r.train(ctx, h)
	if r.best != nil {
		net.CopyFrom(r.best)
	}
	net.SetTraining(false)
	if err != nil {
		return h, fmt.Errorf("train: %w", err)
	}
	return h, nil
}

// train does all epochs and records them in h.
func (r *run) train(ctx context.Context, h *History) error {
	for r.epoch = 1; r.epoch <= r.Epochs && !h.Early; r.epoch++ {
		r.saveStart()
		e, err := r.oneEpoch(ctx)
		if err != nil {
			return err
		}
		if err := r.measure(&e); err != nil {
			return err
		}
		h.Epochs = append(h.Epochs, e)
		isBest := h.Best == 0 || e.ValidationLoss < h.Epochs[h.Best-1].ValidationLoss
		if r.Validation != nil && isBest {
			h.Best = r.epoch
			if r.Patience > 0 {
				copyTo(&r.best, r.net)
			}
		}
		if r.OnEpoch != nil {
			if err := r.OnEpoch(e); err != nil {
				return &Stopped{Epoch: r.epoch, Step: r.step, Err: err}
			}
		}
		h.Early = r.Patience > 0 && r.epoch-h.Best >= r.Patience && r.epoch < r.Epochs
	}
	return r.standstill(h)
}

// oneEpoch makes a step with every batch, so that every row is used once.
func (r *run) oneEpoch(ctx context.Context) (Epoch, error) {
	r.net.SetTraining(true)
	n, _ := r.data.X.Dims()
	e := Epoch{Number: r.epoch}
	if r.GradientNorms {
		e.GradientNorm = make([]float64, r.net.L())
	}
	for r.step = 1; r.batches.Next(); r.step++ {
		if err := ctx.Err(); err != nil {
			return e, &Stopped{Epoch: r.epoch, Step: r.step - 1, Err: err}
		}
		J, penalty := r.stepOnce()
		if what, value := r.trouble(J, penalty); what != "" {
			return e, r.diagnose(what, value)
		}
		fraction := float64(len(r.batches.Rows)) / float64(n)
		e.Loss += fraction * J
		e.Penalty += fraction * penalty
		for l, norm := range r.norms {
			e.GradientNorm[l] += norm / float64(r.batches.Len())
		}
	}
	r.step--
	r.watch()
	return e, nil
}

// measure sets the losses and metrics of e that are measured after the epoch, in
// evaluation mode.
func (r *run) measure(e *Epoch) error {
	r.net.SetTraining(false)
	if where, value := r.net.NotFinite(); where != "" {
		return r.diagnose(where, value)
	}
	e.ValidationLoss, e.Metric, e.ValidationMetric = math.NaN(), math.NaN(), math.NaN()
	if r.Metric != nil {
		e.Metric = r.Metric(r.Loss, r.net.Predict(r.data.X), r.data.Y)
	}
	if v := r.Validation; v != nil {
		yhat := r.net.Predict(v.X)
		e.ValidationLoss = r.Loss.Value(nil, yhat, v.Y)
		if !dataset.Finite(e.ValidationLoss) {
			return r.diagnose("validation loss", e.ValidationLoss)
		}
		if r.Metric != nil {
			e.ValidationMetric = r.Metric(r.Loss, yhat, v.Y)
		}
	}
	return nil
}

// Evaluate returns J of d in evaluation mode: dropout off, batch normalisation
// with its running statistics, no penalty. It panics on what is nil or has not
// the columns of the network's inputs or outputs, and on data or a last layer that
// Fit would refuse.
func Evaluate(net *nn.Network, J loss.Func, d Data) float64 {
	if err := d.check("Evaluate", "", net, J); err != nil {
		panic("train: Evaluate: " + err.Error())
	}
	return J.Value(nil, net.Predict(d.X), d.Y)
}
