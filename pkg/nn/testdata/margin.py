# Writes margin.json: what chapter 05 says of the perceptron, from NumPy and SciPy alone.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6 scipy==1.17.1
#   venv/bin/python margin.py         (in this folder; Python 3.11)
#
# Of each set: the mistakes and passes of Rosenblatt's rule from theta = 0 in file order (at most 1000 passes), R,
# and the widest margin, all with x_0 = 1 among the coordinates. The margin is found by another way than the
# engine's: minimise |theta| so that y_i theta'x_i >= 1, which Lawson and Hanson (1974, chapter 23) solve by
# non-negative least squares; gamma = 1/|theta|, and 0 where there is no such theta.
import csv
import itertools
import json

import numpy as np
from scipy.optimize import nnls


def rosenblatt(X, y):
    theta, mistakes = np.zeros(X.shape[1]), 0
    for passes in range(1, 1001):
        before = mistakes
        for x, label in zip(X, y):
            if label * (theta @ x) <= 0:
                theta, mistakes = theta + label * x, mistakes + 1
        if mistakes == before:
            return mistakes, passes
    return None, None


def widest(X, y):
    R = np.linalg.norm(X, axis=1).max()
    G = y[:, None] * X / R
    E, f = np.vstack([G.T, np.ones(len(y))]), np.append(np.zeros(X.shape[1]), 1)
    u, left = nnls(E, f, maxiter=100000)
    r = E @ u - f
    return R, R / np.linalg.norm(r[:-1] / r[-1]) if left > 1e-9 else 0.0


def report(F, y):
    X = np.column_stack([np.ones(len(F)), F])
    mistakes, passes = rosenblatt(X, y)
    R, gamma = widest(X, y)
    return {"Mistakes": mistakes or 0, "Passes": passes or 0, "R": R, "Gamma": gamma}


def penguins(plus, minus, names):
    with open("../../../data/penguins.csv", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["species"] in (plus, minus) and all(r[k] not in ("", "NA") for k in names)]
    y = np.array([1.0 if r["species"] == plus else -1.0 for r in rows])
    return np.array([[float(r[k]) for k in names] for r in rows]), y


def standardised(F):
    return (F - F.mean(axis=0)) / F.std(axis=0)


corners = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
bill = ["bill_length_mm", "bill_depth_mm"]
F, y = penguins("Adelie", "Gentoo", bill)
out = {
    "AND": report(corners, np.array([-1.0, -1, -1, 1])),
    "OR": report(corners, np.array([-1.0, 1, 1, 1])),
    "XOR": report(corners, np.array([-1.0, 1, 1, -1])),
    "Gentoo": report(F, y),
    "Gentoo standardised": report(standardised(F), y),
    "two near points": report(np.array([[0.5, 0.5], [0.5, 0.4]]), np.array([1.0, -1])),
}
for size in (2, 3, 4):
    for names in itertools.combinations(bill + ["flipper_length_mm", "body_mass_g"], size):
        F, y = penguins("Adelie", "Chinstrap", names)
        out["Chinstrap " + " ".join(names)] = report(standardised(F), y)
with open("margin.json", "w", encoding="utf-8") as file:
    json.dump(out, file, indent=1, sort_keys=True)
    file.write("\n")
