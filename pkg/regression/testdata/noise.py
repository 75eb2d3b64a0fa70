# Writes noise.json: what chapter 08 says of stochastic gradient descent, from NumPy and SciPy alone.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6 scipy==1.17.1
#   venv/bin/python noise.py          (in this folder; Python 3.11)
#
# J = 1/(2n) |y - X theta|^2 for the 398 cars, x the mass above 2000 lb in 1000 lb. Of it: the covariance C of the
# gradients of single cars at theta = (25, -5) and at the minimum; the ball that solves H S + S H = alpha C/B; the exact
# covariance of theta after many steps with replacement (a linear equation for the second moments); the largest factor on the
# second moments in a step, for six standardised features and alpha = 0.4 (above 1: it blows up). Of the digits: test
# accuracy after one epoch of softmax regression, B = 1, alpha = 0.05, theta = 0 at the start, rows sorted by digit or shuffled.
import csv
import json

import numpy as np
from scipy.linalg import solve_continuous_lyapunov

SIX = ["cylinders", "displacement_cu_in", "horsepower", "weight_lb", "acceleration_s", "model_year"]


def noise(X, y, theta):
    g = (X @ theta - y)[:, None] * X
    return np.cov(g.T, bias=True)


def moments(X, alpha, B):
    """Returns the matrix that takes the second moments of theta - theta* through one step."""
    n, q = X.shape
    H = X.T @ X / n
    A = np.eye(q) - alpha * H
    K = np.einsum("ia,ib,ic,id->acbd", X, X, X, X) / n - np.einsum("ab,cd->acbd", H, H)
    return (np.einsum("ab,cd->acbd", A, A) + alpha**2 / B * K).reshape(q * q, q * q)


def exact(X, C, alpha, B):
    q = len(C)
    return np.linalg.solve(np.eye(q * q) - moments(X, alpha, B), (alpha**2 * C / B).ravel()).reshape(q, q)


def largest(X, alpha, B):
    return float(np.abs(np.linalg.eigvals(moments(X, alpha, B))).max())


def epoch(X, digits, order):
    Theta = np.zeros((10, X.shape[1]))
    for i in order:
        z = Theta @ X[i]
        p = np.exp(z - z.max())
        p /= p.sum()
        p[digits[i]] -= 1
        Theta -= 0.05 * np.outer(p, X[i])
    return Theta


def images(name):
    rows = np.loadtxt(f"../../../data/{name}.csv", delimiter=",", skiprows=1)
    return np.c_[np.ones(len(rows)), rows[:, :64] / 16], rows[:, 64].astype(int)


cars = list(csv.DictReader(open("../../../data/auto-mpg.csv")))
x = np.array([float(c["weight_lb"]) for c in cars]) / 1000 - 2
y = np.array([float(c["mpg"]) for c in cars])
X = np.c_[np.ones(len(x)), x]
lowest = np.linalg.lstsq(X, y, rcond=None)[0]
C, H = noise(X, y, lowest), X.T @ X / len(x)
fixed = np.array([25.0, -5.0])
g = (X @ fixed - y)[:, None] * X
out = dict(fixed=noise(X, y, fixed).tolist(), against=float((g @ g.mean(0) < 0).mean()), lowest=C.tolist(), balls=[])
for B in (8, 16):
    for alpha in (0.01, 0.03, 0.1):
        ball = solve_continuous_lyapunov(H, alpha * C / B)
        out["balls"].append(dict(alpha=alpha, B=B, ball=ball.tolist(), exact=float(np.sqrt(np.trace(exact(X, C, alpha, B))))))

complete = [c for c in cars if all(c[k] not in ("", "NA") for k in SIX)]
F = np.array([[float(c[k]) for k in SIX] for c in complete])
X6 = np.c_[np.ones(len(F)), (F - F.mean(0)) / F.std(0)]
out["blowsUp"] = {str(B): largest(X6, 0.4, B) for B in (1, 4, 16)}

train, digits = images("digits-train")
test, truth = images("digits-test")
out["sorted"] = float((np.argmax(test @ epoch(train, digits, np.argsort(digits, kind="stable")).T, 1) == truth).mean())
out["shuffled"] = [float((np.argmax(test @ epoch(train, digits, np.random.default_rng(s).permutation(len(digits))).T, 1) == truth).mean()) for s in range(10)]
json.dump(out, open("noise.json", "w"), indent=1)
open("noise.json", "a").write("\n")
