# Writes reference.json: what PyTorch and mpmath say about the same functions.
#
#   python3 -m venv venv
#   venv/bin/pip install torch==2.15.0 mpmath==1.3.0
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# torch:  g and, by automatic differentiation, g' in float64, kinks included.
# exact:  g with 60 digits, rounded to float64, where a plain formula would
#         cancel, overflow or underflow.
# radial: kernels of r^2 and their derivatives with respect to r^2.
import json

import mpmath
import torch
from torch.nn import functional as F

mpmath.mp.dps = 60
M = mpmath.mpf

Z = [-30.0, -8.0, -5.5, -3.0, -2.0, -1.25, -0.75, -0.5, -0.1, -1e-3, -1e-9, -0.0, 0.0, 1e-9, 1e-3, 0.1, 0.3, 0.5, 1.0, 1.75, 2.0, 3.5, 6.0, 9.0, 25.0]

TORCH = {
    "identity": lambda z: z * 1,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "ReLU": F.relu,
    "leaky ReLU(slope = 0.01)": lambda z: F.leaky_relu(z, 0.01),
    "leaky ReLU(slope = 0.3)": lambda z: F.leaky_relu(z, 0.3),
    "GELU": F.gelu,
    "softplus": lambda z: F.softplus(z, threshold=1000),  # not cut off at 20
    "ELU(α = 1)": F.elu,
    "ELU(α = 0.5)": lambda z: F.elu(z, 0.5),
    "SELU": F.selu,
}

FAR = [s * v for v in (1e-300, 1e-20, 1e-12, 3e-8, 1e-4, 0.003, 0.0054, 0.0055, 0.011, 0.02, 0.1, 0.34, 0.35, 0.5, 0.69, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 12.0,
                       17.0, 19.0, 22.0, 30.0, 36.0, 37.0, 100.0, 500.0, 700.0, 1000.0, 1e6, 1e100, 1e308) for s in (-1, 1)]

SELU_LAMBDA, SELU_ALPHA = M("1.0507009873554804934193349852946"), M("1.6732632423543772848170429916717")


def elu(z, lam=1, alpha=1):
    return lam * (z if z > 0 else alpha * mpmath.expm1(z))


EXACT = {
    "sigmoid": lambda z: 1 / (1 + mpmath.exp(-z)),
    "tanh": mpmath.tanh,
    "GELU": lambda z: z * mpmath.erfc(-z / mpmath.sqrt(2)) / 2 if abs(z) < 1e9 else max(z, M(0)),
    "softplus": lambda z: mpmath.log1p(mpmath.exp(z)) if z < 1e4 else z,
    "ELU(α = 1)": elu,
    "SELU": lambda z: elu(z, SELU_LAMBDA, SELU_ALPHA),
}


def from_torch(g, at):
    z = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    a = g(z)
    a.sum().backward()
    return dict(z=at, value=a.tolist(), slope=z.grad.tolist())


def exact(g):
    z, value = [], []
    for v in FAR:
        a = float(g(M(v)))
        if a == 0 or abs(a) > 2.3e-308:  # not the numbers of few digits just above 0
            z.append(v)
            value.append(a)
    return dict(z=z, value=value)


# The two numbers of SELU from their definition: mean 0 and variance 1 are kept.
def moments(lam, alpha):
    density = lambda z: mpmath.npdf(z)
    left = lambda k: mpmath.quad(lambda z: (lam * alpha * mpmath.expm1(z)) ** k * density(z), [-20, -5, 0])
    right = lambda k: mpmath.quad(lambda z: (lam * z) ** k * density(z), [0, 5, 20])
    return left(1) + right(1), left(2) + right(2) - 1


with mpmath.workdps(25):
    solved = mpmath.findroot(moments, (1.05, 1.67))
    assert abs(solved[0] - SELU_LAMBDA) < 1e-18 and abs(solved[1] - SELU_ALPHA) < 1e-18

R2 = [0.0, 1e-6, 0.3, 1.0, 4.0, 50.0]
RADIAL = {f"Gaussian(width = {w})": (lambda r2, w=w: torch.exp(-r2 / (2 * w**2))) for w in (1, 0.3)}
RADIAL |= {f"multiquadric(width = {w})": (lambda r2, w=w: torch.sqrt(r2 + w**2)) for w in (1, 0.3)}

with open("reference.json", "w") as f:
    json.dump(dict(torch={k: from_torch(g, Z) for k, g in TORCH.items()}, exact={k: exact(g) for k, g in EXACT.items()},
                   radial={k: from_torch(g, R2) for k, g in RADIAL.items()}), f, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    f.write("\n")
