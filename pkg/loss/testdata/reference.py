# Writes reference.json: what PyTorch, scikit-learn and mpmath say about the
# same losses.
#
#   python3 -m venv venv
#   venv/bin/pip install torch==2.15.0 scikit-learn==1.9.1 mpmath==1.3.0
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# Conventions of the course: a sum over the m outputs, a mean over the n rows;
# squared error with a half. PyTorch's own means, over n m, are not used.
import json

import mpmath
import torch
from sklearn import metrics
from torch.distributions import Normal, StudentT
from torch.nn import functional as F

mpmath.mp.dps = 60
torch.set_default_dtype(torch.float64)
torch.manual_seed(2022)
S = dict(reduction="sum")

LOSSES = {
    "squared error": lambda h, y: F.mse_loss(h, y, **S) / 2,
    "absolute error": lambda h, y: F.l1_loss(h, y, **S),
    "Huber(δ = 1)": lambda h, y: F.huber_loss(h, y, delta=1.0, **S),
    "Huber(δ = 0.3)": lambda h, y: F.huber_loss(h, y, delta=0.3, **S),
    "normal(σ = 1)": lambda h, y: -Normal(h, 1.0).log_prob(y).sum(),
    "normal(σ = 0.2)": lambda h, y: -Normal(h, 0.2).log_prob(y).sum(),
    "Student-t(ν = 4, s = 1)": lambda h, y: -StudentT(4.0, h, 1.0).log_prob(y).sum(),
    "Student-t(ν = 1.5, s = 0.2)": lambda h, y: -StudentT(1.5, h, 0.2).log_prob(y).sum(),
    "hinge": lambda h, y: torch.relu(1 - h * y).sum(),
    "binary cross-entropy": lambda h, y: F.binary_cross_entropy_with_logits(h, y, **S),
    "Bernoulli": lambda h, y: F.binary_cross_entropy(h, y, **S),
    "cross-entropy": lambda h, y: F.cross_entropy(h, y, **S),
    "categorical": lambda h, y: -(y * torch.log(h)).sum(),
}


def case(name, h, y):
    h = h.clone().requires_grad_()
    J = LOSSES[name](h, y) / len(h)
    J.backward()
    return dict(loss=name, yhat=h.tolist(), y=y.tolist(), J=J.item(), grad=h.grad.tolist())


def one_hot(n, m):
    return F.one_hot(torch.randint(m, (n,)), m).double()


def cases():
    out = []
    for n, m in (7, 1), (5, 3), (9, 4):
        h, y = 2 * torch.randn(n, m), torch.randn(n, m)
        y[0, 0] = h[0, 0]  # a residual of exactly 0
        for name in list(LOSSES)[:8]:
            out.append(case(name, h, y))
        y = 2.0 * torch.randint(2, (n, m)) - 1
        h[1, 0] = y[1, 0]  # exactly on the margin
        out.append(case("hinge", h, y))
        for y in torch.randint(2, (n, m)).double(), torch.rand(n, m):
            out.append(case("binary cross-entropy", 5 * h, y))
            out.append(case("Bernoulli", torch.sigmoid(h), y))
        if m > 1:
            for y in one_hot(n, m), torch.softmax(torch.randn(n, m), 1):
                out.append(case("cross-entropy", 5 * h, y))
                out.append(case("categorical", torch.softmax(h, 1), y))
    return out


# One row each of logits, with 60 digits, where a plain formula would overflow or
# lose its digits.
def extremes():
    out = []
    for z in [0.0, -1e-20, 36.0, 37.0, 40.0, -40.0, 700.0, -700.0, 1e4, -1e4, 1e308, -1e308]:
        for y in 0.0, 1.0, 0.25:
            e = mpmath.mpf(z)
            lp, lq = (-mpmath.log1p(mpmath.exp(-e)), -e - mpmath.log1p(mpmath.exp(-e))) if z >= 0 else (e - mpmath.log1p(mpmath.exp(e)), -mpmath.log1p(mpmath.exp(e)))
            out.append(dict(loss="binary cross-entropy", yhat=[[z]], y=[[y]], J=float(-(y * lp + (1 - y) * lq)), grad=[[float(mpmath.exp(lp) - y)]]))
    for z in [[0.0, 0.0, 0.0], [1.0, 2.0, 3.0], [50.0, 0.0, 3.0], [1e4, -1e4, 9999.0], [800.0, 801.0, -800.0], [1e308, 0.0, -5.0], [-1e308, 0.0, 3.0]]:
        for y in [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.2, 0.3, 0.5]:
            e, peak = [mpmath.mpf(v) for v in z], mpmath.mpf(max(z))
            ln_sum = peak + mpmath.log1p(sum(mpmath.exp(v - peak) for v in e) - 1)
            J = sum(mpmath.mpf(t) * (ln_sum - v) for t, v in zip(y, e))
            out.append(dict(loss="cross-entropy", yhat=[z], y=[y], J=float(J), grad=[[float(mpmath.exp(v - ln_sum) - t) for t, v in zip(y, e)]]))
    return out


def classes():
    h, y = torch.randn(40, 4), one_hot(40, 4)
    a, b = y.argmax(1), (h + y).argmax(1)
    return dict(yhat=(h + y).tolist(), y=y.tolist(), accuracy=metrics.accuracy_score(a, b), confusion=metrics.confusion_matrix(a, b).tolist())


SOFTMAX = [[0.0], [1.0, 2.0, 3.0], [-1000.0, -1001.0, -999.0], [700.0, 710.0, 0.0, 709.0], [1e308, 1e308, -1e308]]

with open("reference.json", "w") as f:
    json.dump(dict(torch=cases(), exact=extremes(), classes=classes(), softmax=[dict(z=z, p=torch.softmax(torch.tensor(z), 0).tolist()) for z in SOFTMAX]),
              f, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    f.write("\n")
