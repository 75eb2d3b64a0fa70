# Writes reference.json: what PyTorch says about the same penalties.
#
#   python3 -m venv venv
#   venv/bin/pip install torch==2.15.0
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# Conventions of the course: theta is out x (in+1) with the bias in column 0,
# which is not penalised; L1 is lambda sum |theta|, L2 is lambda/2 sum theta^2.
import json

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(2022)

PENALTIES = {
    "L1(λ = 0.3)": lambda w: 0.3 * w.abs().sum(),
    "L2(λ = 0.7)": lambda w: 0.7 / 2 * (w**2).sum(),
    "elastic net(λ₁ = 0.3, λ₂ = 0.7)": lambda w: 0.3 * w.abs().sum() + 0.7 / 2 * (w**2).sum(),
}


def case(name, theta):
    theta = theta.clone().requires_grad_()
    R = PENALTIES[name](theta[:, 1:])
    R.backward()
    return dict(penalty=name, theta=theta.tolist(), value=R.item(), grad=theta.grad.tolist())


out = []
for n, m in (3, 4), (1, 2), (5, 9):
    theta = torch.randn(n, m)
    theta[0, 1] = 0  # the kink
    out += [case(name, theta) for name in PENALTIES]

with open("reference.json", "w") as f:
    json.dump(out, f, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    f.write("\n")
