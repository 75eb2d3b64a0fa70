# Writes reference.json: the numbers of chapter 07 without any backpropagation. Every derivative is a complex
# step, dJ/dtheta = Im J(theta + ih)/h with h = 1e-30, which is exact to the last digits and knows no chain rule.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6
#   venv/bin/python reference.py          (in this folder; Python 3.11)
import json

import numpy as np

theta = np.array([0.1, 0.4, -0.2, 0.6, -0.3, 0.2, 0.5, -0.4, 0.2, -0.1, 0.3, 0.8,
                  0.5, 0.7, -0.6, 0.2, -0.4, 0.3, 0.9, -0.5])
X = np.array([[2, -1, 0.5], [0.5, 1, -1], [-2, 1.5, 1], [1, 2, -0.5]])
Y = np.array([[0.0, 1], [1, 0], [0, 0], [1, 1]])


def forward(theta, X):
    ones = np.ones((len(X), 1))
    theta0, theta1 = theta[:12].reshape(3, 4), theta[12:].reshape(2, 4)
    z1 = np.hstack([ones, X]) @ theta0.T
    z2 = np.hstack([ones, np.tanh(z1)]) @ theta1.T
    return z1, z2, 1 / (1 + np.exp(-z2))


def J(theta, X, Y):
    return ((forward(theta, X)[2] - Y) ** 2).sum() / (2 * len(X))


def gradient(X, Y):
    grad = []
    for j in range(20):
        t = theta.astype(complex)
        t[j] += 1e-30j
        grad.append(J(t, X, Y).imag / 1e-30)
    return grad


out = {}
for name, n in [("one", 1), ("batch", 4)]:
    z1, z2, yhat = forward(theta, X[:n])
    out[name] = dict(x=X[:n].ravel().tolist(), y=Y[:n].ravel().tolist(), J=float(J(theta, X[:n], Y[:n])),
                     z1=z1.ravel().tolist(), z2=z2.ravel().tolist(), yhat=yhat.ravel().tolist(), gradient=gradient(X[:n], Y[:n]))
step = theta - 1.0 * np.array(out["one"]["gradient"])
out["one"]["J after a step, alpha 1"] = float(J(step, X[:1], Y[:1]))
with open("reference.json", "w") as f:
    json.dump(out, f, indent=1)
    f.write("\n")
for name in out:
    print(name, out[name]["J"], np.round(out[name]["gradient"], 4))
print(out["one"]["J after a step, alpha 1"])
