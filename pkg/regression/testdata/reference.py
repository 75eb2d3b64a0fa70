# Writes reference.json and classes.json: what other people's code says about
# the same problems.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1 statsmodels==0.15.0
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# Conventions of the course, for n points and X with its ones column:
#   J = 1/(2n) |y - X theta|^2; ridge J + lambda/2 |theta'|^2 (alpha = n lambda in scikit-learn);
#   lasso J + lambda |theta'|_1 (alpha = lambda); weighted: rows times w_i (w_i^2 in statsmodels);
#   the bias is never penalised; classes: mean cross-entropy + lambda/2 |theta'|^2 (C = 1/(n lambda)).
import csv
import json
import warnings

import numpy as np
import scipy.optimize as opt
import scipy.special as special
import statsmodels.api as sm
from sklearn import metrics
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge

SIX = ["cylinders", "displacement_cu_in", "horsepower", "weight_lb", "acceleration_s", "model_year"]


def least_squares(X, F, y):
    n, q = X.shape
    # With its default tol=1e-6 scikit-learn drops directions that are small only
    # because of their units; 1e-15 keeps them.
    fit, sk = sm.OLS(y, X).fit(), LinearRegression(tol=1e-15).fit(F, y)
    theta = np.concatenate([[sk.intercept_], sk.coef_])
    assert np.allclose(theta, fit.params, rtol=1e-8, atol=0), (theta, fit.params)
    yhat = fit.fittedvalues
    return dict(theta=theta, stderr=fit.bse, sigma2=fit.scale, cond=np.linalg.cond(X), mse=metrics.mean_squared_error(y, yhat),
                rmse=metrics.root_mean_squared_error(y, yhat), mae=metrics.mean_absolute_error(y, yhat), r2=metrics.r2_score(y, yhat))


def weighted(X, y):
    w = 1.0 + np.arange(len(y)) % 3  # 1, 2, 3, 1, 2, 3, …
    fit = sm.WLS(y, X, weights=w**2).fit()
    return dict(theta=fit.params, stderr=fit.bse, sigma2=fit.scale)


def ridge(F, y, lam):
    fit = Ridge(alpha=len(y) * lam, solver="svd", tol=1e-15).fit(F, y)
    return dict(lam=lam, theta=np.concatenate([[fit.intercept_], fit.coef_]))


def lasso(F, y, lam):
    # Coordinate descent does not care about the units of the columns, but
    # centring them before it does: the intercept is put back by hand.
    # tol is asked of the last change of the weights and of the duality gap; at
    # 1e-15 the gap may be out of reach, which scikit-learn warns of.
    m = F.mean(axis=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        fit = Lasso(alpha=lam, tol=1e-15, max_iter=200_000, fit_intercept=False).fit(F - m, y - y.mean())
    return dict(lam=lam, theta=np.concatenate([[y.mean() - m @ fit.coef_], fit.coef_]))


def lasso_all(F, y):
    top = np.abs((F - F.mean(axis=0)).T @ (y - y.mean())).max() / len(y)
    return dict(lambda_max=top, fits=[lasso(F, y, top * f) for f in (0.5, 0.2, 0.05, 0.01, 0.001)])


def least_absolute(X, y):
    n, q = X.shape
    Q, R = np.linalg.qr(X)
    # y = Q beta + a - b, a and b >= 0, minimise sum(a + b)
    res = opt.linprog(np.concatenate([np.zeros(q), np.ones(2 * n)]), A_eq=np.hstack([Q, np.eye(n), -np.eye(n)]), b_eq=y,
                      bounds=[(None, None)] * q + [(0, None)] * (2 * n), method="highs-ds")
    assert res.status == 0
    return dict(loss=np.abs(y - Q @ res.x[:q]).sum(), theta=np.linalg.solve(R, res.x[:q]))


def student_t(X, y, nu, starts):
    n, q = X.shape
    Q, R = np.linalg.qr(X)
    const = special.gammaln((nu + 1) / 2) - special.gammaln(nu / 2) - np.log(np.pi * nu) / 2

    def minus_log_l(v):
        r, s = y - Q @ v[:q], np.exp(v[q])
        return -(n * (const - v[q]) - (nu + 1) / 2 * np.log1p(r**2 / (nu * s**2)).sum())

    def gradient(v):
        r, s = y - Q @ v[:q], np.exp(v[q])
        w = (nu + 1) / (nu + r**2 / s**2)
        return np.concatenate([-(Q.T @ (w * r)) / s**2, [n - (w * r**2).sum() / s**2]])

    best = None
    for theta in starts:
        v = np.concatenate([R @ theta, [np.log(np.abs(y - X @ theta).mean())]])
        v = opt.minimize(minus_log_l, v, jac=gradient, method="BFGS", options=dict(gtol=1e-9, maxiter=10000)).x
        v = opt.root(gradient, v, tol=1e-13).x
        assert np.abs(gradient(v)).max() < 1e-6
        if best is None or minus_log_l(v) < best[0]:
            best = (minus_log_l(v), v)
    return dict(nu=nu, log_likelihood=-best[0], theta=np.linalg.solve(R, best[1][:q]), scale=np.exp(best[1][q]))


def bayes(X, y, lam):
    n, q = X.shape
    D = np.eye(q)
    D[0, 0] = 0
    A = X.T @ X + n * lam * D
    inverse = np.linalg.inv(A)
    theta = inverse @ (X.T @ y)
    sigma2 = ((y - X @ theta) ** 2).sum() / (n - np.trace(X @ inverse @ X.T))
    cov = sigma2 * inverse
    sd = np.sqrt(np.einsum("ij,jk,ik->i", X[:5], cov, X[:5]))
    return dict(lam=lam, theta=theta, cov=cov, sigma2=sigma2, mean=X[:5] @ theta, sd_mean=sd, sd_new=np.sqrt(sigma2 + sd**2))


def case(name, F, y, lams, **recipe):
    n, p = F.shape
    X = np.hstack([np.ones((n, 1)), F])
    c = dict(name=name, **recipe)
    if n > p + 1:
        c["least_squares"], c["weighted"], c["least_absolute"] = least_squares(X, F, y), weighted(X, y), least_absolute(X, y)
        starts = [c["least_squares"]["theta"], c["least_absolute"]["theta"]]
        c["student_t"] = [student_t(X, y, nu, starts) for nu in (1.5, 4.0, 50.0)]
    c["ridge"] = [ridge(F, y, lam) for lam in lams]
    c["lasso"] = lasso_all(F, y)
    c["bayes"] = [bayes(X, y, lam) for lam in lams]
    return c


def auto_mpg():
    with open("../../../data/auto-mpg.csv") as f:
        rows = [r for r in csv.DictReader(f) if r["horsepower"]]
    col = lambda k: np.array([float(r[k]) for r in rows])
    y, raw = col("mpg"), np.stack([col(k) for k in SIX], axis=1)
    z = (raw - raw.mean(axis=0)) / raw.std(axis=0)
    w = z[:, [SIX.index("weight_lb")]]
    return [case("mpg on weight", raw[:, [3]], y, [0.1, 10.0], columns=["weight_lb"], standardise=False, degree=1),
            case("mpg on six features, raw", raw, y, [0.1, 10.0], columns=SIX, standardise=False, degree=1),
            case("mpg on six features, standardised", z, y, [0.01, 1.0], columns=SIX, standardise=True, degree=1),
            case("mpg on weight, degree 3, standardised", np.hstack([w, w**2, w**3]), y, [0.01, 1.0], columns=["weight_lb"], standardise=True, degree=3)]


def random_problems():
    rng = np.random.default_rng(2022)
    out = []

    def add(name, F, y, lams):
        F, y = np.vectorize(lambda v: float(f"{v:.6g}"))(F), np.vectorize(lambda v: float(f"{v:.6g}"))(y)
        out.append(case(name, F, y, lams) | dict(X=F, y=y))

    F = rng.normal(size=(30, 3))
    add("30 points, 3 features", F, 1 + F @ [2, -1, 0.5] + 0.3 * rng.normal(size=30), [0.01, 0.5])
    F = rng.normal(size=(50, 5)) * [1e-3, 1, 1e2, 1e4, 10] + [0, 5, -300, 1e4, 1]
    add("50 points, 5 features of very different units", F, F @ [900, 1, -0.02, 3e-4, 0] + rng.normal(size=50), [1e-4, 1.0])
    F = rng.uniform(-2, 2, size=(200, 8))
    add("200 points, 8 features, heavy tails", F, F @ np.arange(-3, 5) + rng.standard_t(1.5, size=200), [0.01, 0.5])
    F = rng.normal(size=(12, 20))
    add("12 points, 20 features", F, F[:, 0] * 3 - F[:, 1] + 0.1 * rng.normal(size=12), [0.05, 1.0])
    base = rng.normal(size=(60, 1))
    F = base + 0.1 * rng.normal(size=(60, 10))
    add("60 points, 10 features that say nearly the same", F, F @ [3, 0, 0, -2, 0, 0, 0, 0, 1, 0] + 0.2 * rng.normal(size=60), [0.001, 0.1])
    return out


def classify(F, y, lam):
    n, k = len(y), y.max() + 1
    fit = LogisticRegression(C=np.inf if lam == 0 else 1 / (n * lam), solver="newton-cholesky", tol=1e-14, max_iter=1000).fit(F, y)
    theta = np.hstack([fit.intercept_[:, None], fit.coef_])
    if k > 2:
        theta = theta - theta.mean(axis=0)  # a vector added to all rows changes no probability
    # The gradient in the units of the features: each entry against the sum of its terms' sizes.
    X = np.hstack([np.ones((n, 1)), F])
    z = X @ theta.T
    residual = special.expit(z) - y[:, None] if k == 2 else special.softmax(z, axis=1) - np.eye(k)[y]
    gradient = residual.T @ X / n + lam * theta * (np.arange(X.shape[1]) > 0)
    size = np.abs(residual).T @ np.abs(X) / n
    assert (np.abs(gradient) < 1e-10 * size).all(), np.abs(gradient / size).max()
    loss = metrics.log_loss(y, fit.predict_proba(F)) + lam / 2 * (theta[:, 1:] ** 2).sum()
    return dict(lam=lam, j=loss, theta=theta, probabilities=fit.predict_proba(F[:3]))


def read(name, columns):
    with open(f"../../../data/{name}.csv") as f:
        rows = [r for r in csv.DictReader(f) if all(r[k] not in ("", "NA") for k in columns)]
    return np.array([[float(r[k]) for k in columns] for r in rows]), np.array([r["species"] for r in rows])


def classes():
    rng = np.random.default_rng(2023)
    out = []

    def table(name, file, columns, species, lams):
        F, s = read(file, columns)
        use = np.isin(s, species)
        F, y = F[use], np.array([species.index(v) for v in s[use]])
        out.append(dict(name=name, table=file, columns=columns, species=species, fits=[classify(F, y, lam) for lam in lams]))

    def random(name, F, z, lams):
        # labels drawn from the probabilities that the logits z give
        F = np.vectorize(lambda v: float(f"{v:.6g}"))(F)
        y = (z + rng.gumbel(size=z.shape)).argmax(axis=1)
        out.append(dict(name=name, X=F, labels=y, fits=[classify(F, y, lam) for lam in lams]))

    bill, body = ["bill_length_mm", "bill_depth_mm"], ["flipper_length_mm", "body_mass_g"]
    table("Adelie, Chinstrap by the bill", "penguins", bill, ["Adelie", "Chinstrap"], [0, 1e-3, 0.1])
    table("Adelie, Chinstrap by the body", "penguins", body, ["Adelie", "Chinstrap"], [0, 0.1])
    table("Adelie, Gentoo by all, separable", "penguins", bill + body, ["Adelie", "Gentoo"], [1e-3, 0.1])
    table("penguins by the bill", "penguins", bill, ["Adelie", "Chinstrap", "Gentoo"], [0, 1e-3, 0.1])
    table("penguins by all", "penguins", bill + body, ["Adelie", "Chinstrap", "Gentoo"], [1e-3, 0.1])
    iris = ["sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"]
    table("versicolor, virginica", "iris", iris, ["versicolor", "virginica"], [0, 1e-3, 0.1])
    table("iris", "iris", iris, ["setosa", "versicolor", "virginica"], [1e-5, 1e-2, 1])
    F = rng.normal(size=(40, 3))
    random("40 points, 3 features, 2 classes", F, np.stack([0 * F[:, 0], 0.5 + F @ [1, -1, 0.5]], axis=1), [0, 0.05])
    F = rng.normal(size=(80, 4)) * [1e-3, 1, 1e2, 1e4] + [0, 5, -300, 1e4]
    random("80 points of very different units", F, np.stack([0 * F[:, 0], F @ [900, 1, -0.01, 1e-4] - 9], axis=1), [0, 1e-3])
    F = rng.normal(size=(120, 5))
    random("120 points, 5 features, 4 classes", F, F @ rng.normal(size=(5, 4)), [0, 0.01])
    F = rng.normal(size=(15, 20))
    random("15 points, 20 features", F, np.stack([F[:, 0], F[:, 1], F[:, 2]], axis=1), [0.01, 0.5])
    return out


def plain(v):
    if isinstance(v, dict):
        return {k: plain(w) for k, w in v.items()}
    if isinstance(v, (list, tuple)):
        return [plain(w) for w in v]
    return v.tolist() if isinstance(v, (np.ndarray, np.generic)) else v


for name, cases in ("reference.json", auto_mpg() + random_problems()), ("classes.json", classes()):
    with open(name, "w") as f:
        json.dump(plain(cases), f, separators=(",", ":"), allow_nan=False)
        f.write("\n")
