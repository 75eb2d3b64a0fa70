# Writes reference.json: what PyTorch computes for the same networks.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6 torch==2.15.0
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# The layers are written as nn.Save writes them. Conventions of the course: rows are examples, theta is
# out x (in+1) with the bias in column 0; batch normalisation has [beta gamma]; a radial layer its centres;
# J is the mean over the rows: squared error 1/(2n) sum |yhat - y|^2, (binary) cross-entropy from logits.
# z and delta = dJ/dz are listed for l = 1 ... L, each layer inside a skip and the sum at its end counting.
import json
import math

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

ACTIVATIONS = {
    "Identity": lambda z, s: z,
    "BinaryStep": lambda z, s: (z >= 0).double() + 0 * z,  # 0*z: a derivative that exists and is 0
    "Sigmoid": lambda z, s: torch.sigmoid(z),
    "Tanh": lambda z, s: torch.tanh(z),
    "ReLU": lambda z, s: torch.relu(z),
    "GELU": lambda z, s: F.gelu(z),
    "Softplus": lambda z, s: F.softplus(z, threshold=1e3),
    "SELU": lambda z, s: F.selu(z),
    "ELU": lambda z, s: F.elu(z, alpha=s["alpha"]),
    "LeakyReLU": lambda z, s: F.leaky_relu(z, s["slope"]),
}


def dense(out, g, **more):
    return dict(kind="dense", out=out, g=g, init="Xavier", **more)


def norm(g):
    return dict(kind="batchnorm", g=g)


def drop(p):
    return dict(kind="dropout", p=p)


def rbf(out, kernel, width):
    return dict(kind="rbf", out=out, kernel=kernel, width=width)


def skip(strength, *layers):
    return dict(kind="skip", strength=strength, layers=list(layers))


class Run:
    """One pass through a network, drawing what it needs as it goes."""

    def __init__(self, rng, training):
        self.rng, self.training = rng, training
        self.theta, self.z, self.masks, self.running = [], [], [], []

    def draw(self, *shape, scale=1.0, shift=0.0):
        t = torch.tensor(shift + scale * self.rng.standard_normal(shape), requires_grad=True)
        self.theta.append(t)
        return t

    def keep(self, z):
        z.retain_grad()
        self.z.append(z)
        return z

    def layer(self, s, a):
        n, width = a.shape
        if s["kind"] == "dense":
            t = self.draw(s["out"], width + 1, scale=1 / math.sqrt(width + 1))
            return ACTIVATIONS[s["g"]](self.keep(F.linear(a, t[:, 1:], t[:, 0])), s)
        if s["kind"] == "dropout":
            if not self.training:
                return self.keep(a * 1)
            mask = self.rng.random((n, width)) >= s["p"]
            self.masks += mask.astype(int).ravel().tolist()
            return self.keep(a * torch.tensor(mask / (1 - s["p"])))
        if s["kind"] == "batchnorm":
            t = self.draw(width, 2, scale=0.5, shift=np.array([0.0, 1.0]))
            mean, var = torch.tensor(self.rng.standard_normal(width)), torch.tensor(self.rng.uniform(0.5, 2, width))
            before = dict(mean=mean.tolist(), variance=var.tolist())
            # PyTorch's own momentum and eps. The columns are made contiguous: torch 2.15 on a CPU goes forward with a
            # strided weight as it should, and backward with other numbers.
            gamma, beta = t[:, 1].contiguous(), t[:, 0].contiguous()
            z = F.batch_norm(a, mean, var, gamma, beta, self.training)
            self.running.append(dict(before=before, after=dict(mean=mean.tolist(), variance=var.tolist())))
            return ACTIVATIONS[s["g"]](self.keep(z), s)
        if s["kind"] == "rbf":
            c = self.draw(s["out"], width)
            z = self.keep(((a[:, None, :] - c[None, :, :]) ** 2).sum(dim=2))
            if s["kernel"] == "Gaussian":
                return torch.exp(-z / (2 * s["width"] ** 2))
            return torch.sqrt(z + s["width"] ** 2)
        assert s["kind"] == "skip", s
        f = a
        for inner in s["layers"]:
            f = self.layer(inner, f)
        return self.keep(f + s["strength"] * a)


def loss(name, yhat, y):
    if name == "squared error":
        return ((yhat - y) ** 2).sum() / (2 * len(y))
    if name == "cross-entropy":
        return F.cross_entropy(yhat, y)  # y holds probabilities
    return F.binary_cross_entropy_with_logits(yhat, y)  # one output: its mean is over the rows


def case(number, name, inputs, n, lossname, layers, training=True):
    rng = np.random.default_rng(number)
    run = Run(rng, training)
    x = torch.tensor(rng.standard_normal((n, inputs)), requires_grad=True)
    a = x * 1
    for s in layers:
        a = run.layer(s, a)
    m = a.shape[1]
    if lossname == "squared error":
        y = rng.standard_normal((n, m))
    elif lossname == "cross-entropy":
        y = np.eye(m)[rng.integers(0, m, n)]
    else:
        assert m == 1
        y = rng.integers(0, 2, (n, 1)).astype(float)
    j = loss(lossname, a, torch.tensor(y))
    j.backward()
    flat = lambda ts: [v for t in ts for v in t.reshape(-1).tolist()]
    return dict(name=name, inputs=inputs, training=training, layers=layers, loss=lossname, x=x.tolist(), y=y.tolist(), masks=run.masks, running=run.running,
                params=flat(run.theta), yhat=a.tolist(), j=j.item(), grads=flat([t.grad for t in run.theta]),
                z=[z.tolist() for z in run.z], delta=[z.grad.tolist() for z in run.z], dx=x.grad.tolist())


SE, CE, BCE = "squared error", "cross-entropy", "binary cross-entropy"
CASES = [
    ("dense", 3, 5, SE, [dense(2, "Tanh")]),
    ("dense, one row", 3, 1, SE, [dense(3, "Sigmoid"), dense(2, "Identity")]),
    ("batch normalisation", 3, 6, SE, [norm("Sigmoid")]),
    ("batch normalisation, evaluation", 3, 6, SE, [dense(4, "Identity"), norm("Tanh"), dense(2, "Identity")], False),
    ("dropout", 4, 6, SE, [drop(0.5)]),
    ("skip", 3, 5, SE, [skip(1, dense(3, "Tanh"))]),
    ("gaussian", 2, 6, SE, [rbf(3, "Gaussian", 1.3)]),
    ("multiquadric", 2, 6, SE, [rbf(3, "Multiquadric", 0.7)]),

    ("classifier", 4, 7, CE, [dense(6, "Tanh"), dense(5, "GELU"), dense(3, "Identity")]),
    ("normalised", 3, 8, SE, [dense(5, "Identity"), norm("ReLU"), dense(4, "Sigmoid"), norm("Identity"), dense(2, "Identity")]),
    ("nested skips", 3, 6, SE, [dense(4, "Tanh"), skip(1, dense(4, "SELU"), skip(0.5, skip(-2, dense(4, "ELU", alpha=0.7)), dense(4, "Softplus"))), dense(2, "Identity")]),
    ("dropped", 5, 6, CE, [drop(0.2), dense(8, "SELU"), drop(0.5), dense(6, "ReLU"), drop(0.4), dense(4, "Identity")]),
    ("radial curve", 1, 9, SE, [rbf(6, "Gaussian", 0.8), dense(1, "Identity")]),
    ("radial inside", 3, 6, BCE, [dense(4, "Tanh"), rbf(5, "Multiquadric", 1.1), dense(1, "Identity")]),
    ("skips at the input", 3, 7, BCE, [skip(1, skip(0.7, dense(5, "GELU"), dense(3, "Tanh")), dense(3, "Sigmoid")), dense(1, "Identity")]),
    ("every activation", 4, 6, CE, [dense(5, "Identity"), dense(5, "Sigmoid"), dense(5, "Tanh"), dense(5, "ReLU"), dense(5, "GELU"), dense(5, "Softplus"), dense(5, "SELU"),
                                   dense(5, "ELU", alpha=1.5), dense(5, "LeakyReLU", slope=0.01), skip(1, dense(5, "BinaryStep")), dense(3, "Identity")]),
    ("everything", 4, 10, CE, [dense(6, "Identity"), norm("GELU"), drop(0.3), skip(1, dense(5, "LeakyReLU", slope=0.2), drop(0.5), norm("Tanh"), dense(6, "ELU", alpha=1)),
                               rbf(4, "Gaussian", 2), skip(0.25, norm("Softplus"), dense(4, "Sigmoid")), dense(3, "Identity")]),
    ("skip at the end", 2, 8, SE, [dense(4, "ReLU"), skip(1, dense(3, "SELU"), norm("Identity"), dense(4, "Tanh"))]),
]
assert len(CASES) == 18

if __name__ == "__main__":
    with open("reference.json", "w") as f:
        json.dump([case(i, *c) for i, c in enumerate(CASES)], f, separators=(",", ":"))
        f.write("\n")
