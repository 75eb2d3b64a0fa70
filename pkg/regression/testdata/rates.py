# Writes rates.json: what chapter 04 says of the learning rate, from NumPy alone.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6
#   venv/bin/python rates.py          (in this folder; Python 3.11)
#
# J = 1/(2n) |y - X theta|^2, theta starts at 0. Of each design: the eigenvalues of X'X/n, the parts of J
# along its eigenvectors at the start, the limit 2/lambda_max and where a bisection finds it (J rises in the
# last of 2000 steps by more than a part in 1e12; J ends above its start), and where the test
# "J changes by less than 1e-3" stops, with J over its minimum.
import csv
import json

import numpy as np

SIX = ["cylinders", "displacement_cu_in", "horsepower", "weight_lb", "acceleration_s", "model_year"]


def walk(X, y, alpha, steps):
    """Returns J at the start and after each step, shorter if it blows up."""
    theta, n = np.zeros(X.shape[1]), len(y)
    r = X @ theta - y
    J = [r @ r / (2 * n)]
    for _ in range(steps):
        theta = theta - alpha * (X.T @ r) / n
        r = X @ theta - y
        J.append(r @ r / (2 * n))
        if not J[-1] < 1e30:
            break
    return J


def edge(X, y, limit, breaks):
    low, high = limit / 3, limit * 3
    for _ in range(48):
        alpha = (low + high) / 2
        J = walk(X, y, alpha, 2000)
        if len(J) < 2001 or breaks(J):
            high = alpha
        else:
            low = alpha
    return high


def stop(X, y, alpha, lowest):
    J = walk(X, y, alpha, 70_000)
    t = next(t for t in range(1, len(J)) if abs(J[t] - J[t - 1]) < 1e-3)
    return dict(alpha=alpha, steps=t, ratio=J[t] / lowest)


def design(name, X, y, alphas):
    n = len(y)
    _, s, Vt = np.linalg.svd(X, full_matrices=False)
    lam, V = s[::-1] ** 2 / n, Vt[::-1].T
    theta = np.linalg.lstsq(X, y, rcond=None)[0]
    lowest = ((X @ theta - y) ** 2).sum() / (2 * n)
    limit, best = 2 / lam[-1], 2 / (lam[0] + lam[-1])
    stops = [stop(X, y, a, lowest) for a in [1 / lam[-1], best] + alphas]
    return dict(name=name, eigenvalues=lam.tolist(), parts=(0.5 * lam * (V.T @ theta) ** 2).tolist(), lowest=lowest, best=best, limit=limit,
                rises=edge(X, y, limit, lambda J: J[-1] > J[-2] * (1 + 1e-12)), above=edge(X, y, limit, lambda J: J[-1] > J[0]), stops=stops)


def standard(F):
    return (F - F.mean(axis=0)) / F.std(axis=0)


def ones(F):
    return np.column_stack([np.ones(len(F)), F])


rows = list(csv.DictReader(open("../../../data/auto-mpg.csv")))
complete = [r for r in rows if r["horsepower"] not in ("", "NA")]
w, y = (np.array([float(r[c]) for r in rows]) for c in ("weight_lb", "mpg"))
six, y6 = np.array([[float(r[c]) for c in SIX] for r in complete]), np.array([float(r["mpg"]) for r in complete])
json.dump([
    design("pounds", ones(w), y, []),
    design("thousands", ones((w - 2000) / 1000), y, [1e-6, 1e-5, 0.1, 0.3]),
    design("standardised", ones(standard(w)), y, []),
    design("six", ones(standard(six)), y6, []),
], open("rates.json", "w"), indent=1)
