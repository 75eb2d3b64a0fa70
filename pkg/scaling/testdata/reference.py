# Writes reference.json: the numbers of the slide "Feature scaling" on Auto MPG, by other
# people's scalers and NumPy's linear algebra.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# J = 1/(2n) |y - X theta|^2 with the ones column in X; kappa is that of J, the square of the
# condition number of X; best = 2/(lambda_min + lambda_max). Steps are those of gradient descent from
# theta = 0 at the best rate until J's excess over its minimum has fallen to 1e-6 of the start: walked
# step by step where they are few, else by the formula (kappa/4) ln 1e6.
import csv
import json

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import MinMaxScaler, PolynomialFeatures, StandardScaler

SIX = ["cylinders", "displacement_cu_in", "horsepower", "weight_lb", "acceleration_s", "model_year"]
with open("../../../data/auto-mpg.csv") as file:
    CARS = list(csv.DictReader(file))
COMPLETE = [car for car in CARS if car["horsepower"]]


def columns(cars, *names):
    return np.array([[float(car[name]) for name in names] for car in cars])


def ones(F):
    return np.column_stack([np.ones(len(F)), F])


def report(F, y):
    X, n = ones(F), len(F)
    eigenvalues = np.linalg.svd(X, compute_uv=False) ** 2 / n
    low, high = eigenvalues.min(), eigenvalues.max()
    kappa, best = high / low, 2 / (low + high)
    steps = kappa / 4 * np.log(1e6)
    if steps < 1e5:
        J = lambda theta: np.sum((X @ theta - y) ** 2) / (2 * n)
        theta, lowest, steps = np.zeros(X.shape[1]), J(np.linalg.lstsq(X, y, rcond=None)[0]), 0
        start = J(theta)
        while J(theta) - lowest > 1e-6 * (start - lowest):
            theta, steps = theta - best * (X.T @ (X @ theta - y)) / n, steps + 1
    return dict(kappa=kappa, best=best, steps=steps)


def rmse(yhat, y):
    return np.sqrt(np.mean((yhat - y) ** 2))


def drift():
    """Root mean squared errors on the cars from 1980 on, for a scaler of the older cars, of all, of the new ones."""
    weight, y = columns(COMPLETE, "weight_lb"), columns(COMPLETE, "mpg")[:, 0]
    new = columns(COMPLETE, "model_year")[:, 0] >= 80
    errors = {}
    for name, rows in dict(train=~new, all=new | ~new, test=new).items():
        train = StandardScaler().fit(weight[~new] if name == "test" else weight[rows])
        model = LinearRegression().fit(train.transform(weight[~new]), y[~new])
        errors[name] = rmse(model.predict(StandardScaler().fit(weight[rows]).transform(weight[new])), y[new])
    return errors


weight, y = columns(CARS, "weight_lb"), columns(CARS, "mpg")[:, 0]
six, y6 = columns(COMPLETE, *SIX), columns(COMPLETE, "mpg")[:, 0]
scalers = {"[0, 1]": MinMaxScaler(), "[-1, 1]": MinMaxScaler((-1, 1)), "standardised": StandardScaler()}
cube = lambda F: PolynomialFeatures(3, include_bias=False).fit_transform(F)
standard = lambda F: StandardScaler().fit_transform(F)
pair = standard(columns(COMPLETE, "weight_lb", "displacement_cu_in"))
typo = columns(COMPLETE, "weight_lb")
typo[-1] *= 1000  # the last row is the test row
seen = StandardScaler().fit(typo).transform(typo[:-1])  # so are the others, with a scaler of all

reference = {
    "weight": {"pounds": report(weight, y), "1000 lb": report(weight / 1000, y), "tonnes": report(weight * 0.45359237e-3, y)}
    | {name: report(s.fit_transform(weight), y) for name, s in scalers.items()},
    "six": {"raw": report(six, y6)} | {name: report(s.fit_transform(six), y6) for name, s in scalers.items()},
    "cubic": {"raw": report(cube(weight), y), "after": report(standard(cube(weight)), y),
              "before": report(cube(standard(weight)), y), "both": report(standard(cube(standard(weight))), y)},
    "pair": report(pair, y6) | {"correlation": np.corrcoef(pair.T)[0, 1]},
    "drift": drift(),
    "typo": report(seen, y6[:-1]) | {"sigma": seen.std()},
    "theta": dict(zip(["scaled", "physical"], [[m.intercept_, *m.coef_] for m in
                  [LinearRegression().fit(standard(six), y6), LinearRegression(tol=1e-15).fit(six, y6)]])),
}
with open("reference.json", "w") as file:
    json.dump(reference, file, indent=1)
    file.write("\n")
