"""One workload of the benchmark in another library: bench_peer.py torch|jax|sklearn WORKLOAD FOLDER THREADS. FOLDER is what
`bench -write` made; the answer is one line of JSON, like that of `bench -run`. Run by bench.py."""
import json
import os
import pathlib
import statistics
import sys
import time
import warnings

library, workload, folder, threads = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])
# The libraries read these when they are loaded. PJRT_NPROC is JAX's: the flag xla_cpu_multi_thread_eigen leaves it more threads.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "PJRT_NPROC"):
    os.environ[variable] = str(threads)
os.environ["JAX_PLATFORMS"] = "cpu"
import numpy as np  # noqa: E402

REGRESSIONS = {"qr", "normal", "lasso"}
folder /= "regression" if workload in REGRESSIONS else workload
about = json.loads((folder / "about.json").read_text())


def numbers(name, columns=None):
    values = np.fromfile(folder / name, "<f8")
    return values if columns is None else values.reshape(-1, columns)


def thetas():
    """The first θ of every layer, out×(in+1), the bias in column 0."""
    rest, sizes, found = numbers("theta"), about["sizes"], []
    for inputs, out in zip(sizes, sizes[1:]):
        count = out * (inputs + 1)
        found.append(rest[:count].reshape(out, inputs + 1).copy())
        rest = rest[count:]
    return found


def timed(n, f):
    """Seconds of n calls, and what the last one returned. A setting for the number of threads may be without effect, so the
    processor time of all threads is compared with the time that passed. A tenth more is allowed, because Python's own thread
    works a little while the library's computes."""
    seconds, busy = [], time.process_time()
    for _ in range(n):
        start = time.perf_counter()
        last = f()
        seconds.append(time.perf_counter() - start)
    busy = (time.process_time() - busy) / sum(seconds)
    if busy > 1.1 * threads:
        sys.exit(f"{library} kept {busy:.2f} processors busy, {threads} thread(s) allowed")
    return seconds, last


def cross_entropy(X, Y, layers):
    """J over all rows, of layers (θ̄ᵀ, bias)."""
    a = X
    for l, (weights, bias) in enumerate(layers):
        a = a @ weights + bias
        if l < len(layers) - 1:
            a = np.tanh(a) if about["g"] == "tanh" else np.maximum(a, 0)
    a = a - a.max(1, keepdims=True)
    return float(np.mean(np.log(np.exp(a).sum(1)) - (a * Y).sum(1)))


def torch_training(X, Y):
    import torch
    torch.set_num_threads(threads)
    layers = []
    for theta in thetas():
        linear = torch.nn.Linear(theta.shape[1] - 1, theta.shape[0], dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(theta[:, 1:]))
            linear.bias.copy_(torch.from_numpy(theta[:, 0]))
        layers += [linear, torch.nn.Tanh() if about["g"] == "tanh" else torch.nn.ReLU()]
    net = torch.nn.Sequential(*layers[:-1])
    optimizer = (torch.optim.Adam if about["adam"] else torch.optim.SGD)(net.parameters(), lr=about["alpha"])
    J = torch.nn.CrossEntropyLoss()
    x, y, size = torch.from_numpy(X), torch.from_numpy(Y.argmax(1)), about["batch"]

    def epoch():
        for i in range(0, len(x), size):
            optimizer.zero_grad()
            J(net(x[i:i + size]), y[i:i + size]).backward()
            optimizer.step()
    seconds, _ = timed(about["epochs"], epoch)
    return seconds, [(m.weight.detach().numpy().T, m.bias.detach().numpy()) for m in net if isinstance(m, torch.nn.Linear)]


def jax_training(X, Y):
    """An epoch is one compiled program, a scan over the batches; compiling is not timed."""
    import jax
    import jax.numpy as jnp
    jax.config.update("jax_enable_x64", True)
    each, alpha, g = jax.tree.map, about["alpha"], jnp.tanh if about["g"] == "tanh" else jax.nn.relu

    def J(layers, x, y):
        *hidden, (weights, bias) = layers
        a = x
        for theta, theta0 in hidden:
            a = g(a @ theta + theta0)
        z = a @ weights + bias
        return jnp.mean(jax.nn.logsumexp(z, axis=1) - jnp.sum(z * y, axis=1))

    def descend(layers, batch):
        return each(lambda p, d: p - alpha * d, layers, jax.grad(J)(layers, *batch)), None

    def adam(state, batch):
        layers, m, v, t = state
        gradient, t = jax.grad(J)(layers, *batch), t + 1
        m = each(lambda m, d: 0.9 * m + (1 - 0.9) * d, m, gradient)
        v = each(lambda v, d: 0.999 * v + (1 - 0.999) * d * d, v, gradient)
        c1, c2 = 1 - 0.9**t, 1 - 0.999**t
        return (each(lambda p, m, v: p - alpha * (m / c1) / (jnp.sqrt(v / c2) + 1e-8), layers, m, v), m, v, t), None

    batches = tuple(jnp.array(a.reshape(-1, about["batch"], a.shape[1])) for a in (X, Y))
    layers = [(jnp.array(theta[:, 1:].T), jnp.array(theta[:, 0])) for theta in thetas()]
    state, step = layers, descend
    if about["adam"]:
        state, step = (layers, each(jnp.zeros_like, layers), each(jnp.zeros_like, layers), jnp.zeros(())), adam
    scan = jax.jit(lambda state, batches: jax.lax.scan(step, state, batches)[0], donate_argnums=0)
    compiled = scan.lower(state, batches).compile()

    def epoch():
        nonlocal state
        state = jax.block_until_ready(compiled(state, batches))
    seconds, _ = timed(about["epochs"], epoch)
    return seconds, [tuple(map(np.asarray, layer)) for layer in (state[0] if about["adam"] else state)]


def sklearn_training(X, Y):
    from sklearn.neural_network import MLPClassifier, _multilayer_perceptron

    class Adam(_multilayer_perceptron.AdamOptimizer):
        """scikit-learn adds ε to √v, PyTorch and the engine to √v̂ = √(v/(1 − β2^t)). With an ε that is √(1 − β2^t) times as
        large in step t it takes the same step."""
        def _get_updates(self, grads):
            self.epsilon = 1e-8 * (1 - self.beta_2**(self.t + 1))**0.5
            return super()._get_updates(grads)
    _multilayer_perceptron.AdamOptimizer = Adam
    warnings.filterwarnings("ignore")
    net = MLPClassifier(about["sizes"][1:-1], activation=about["g"].lower(), solver="adam" if about["adam"] else "sgd", alpha=0,
                        batch_size=about["batch"], learning_rate_init=about["alpha"], momentum=0, nesterovs_momentum=False,
                        shuffle=False, max_iter=1, tol=0, n_iter_no_change=10**9, warm_start=True)
    labels, one = Y.argmax(1), Y.shape[1] == 2  # two classes: it has one logistic output
    net.fit(X, labels)  # one epoch, to make the arrays
    for l, theta in enumerate(thetas()):
        if one and l == len(net.coefs_) - 1:
            theta = theta[1:] - theta[:1]
        net.coefs_[l][:], net.intercepts_[l][:] = theta[:, 1:].T, theta[:, 0]
    net.max_iter = about["epochs"]
    seconds, _ = timed(1, lambda: net.fit(X, labels))
    layers = list(zip(net.coefs_, net.intercepts_))
    if one:
        weights, bias = layers[-1]
        layers[-1] = np.hstack([np.zeros_like(weights), weights]), np.hstack([np.zeros_like(bias), bias])
    return [seconds[0] / about["epochs"]], layers


def regression(X, y):
    """Seconds of 7 fits, and θ with the bias first."""
    if library == "torch":
        import torch
        torch.set_num_threads(threads)
        x, t = torch.from_numpy(X), torch.from_numpy(y)[:, None]
        solve = {"qr": lambda: torch.linalg.lstsq(x, t, driver="gels").solution,
                 "normal": lambda: torch.cholesky_solve(x.T @ t, torch.linalg.cholesky(x.T @ x))}[workload]
        seconds, theta = timed(7, solve)
        return seconds, theta[:, 0].numpy()
    from sklearn.linear_model import Lasso, LinearRegression
    features = np.ascontiguousarray(X[:, 1:])
    model = Lasso(alpha=about["lambda"], tol=1e-8) if workload == "lasso" else LinearRegression()
    seconds, fit = timed(7, lambda: model.fit(features, y))
    return seconds, np.r_[fit.intercept_, fit.coef_]


if workload in REGRESSIONS:
    X, y = numbers("X", about["p"]), numbers("y")
    seconds, theta = regression(X, y)
    loss = float(np.sum((y - X @ theta)**2)) / (2 * len(y))
    if workload == "lasso":
        loss += about["lambda"] * float(np.abs(theta[1:]).sum())
else:
    X, Y = numbers("X", about["sizes"][0]), numbers("Y", about["sizes"][-1])
    seconds, layers = {"torch": torch_training, "jax": jax_training, "sklearn": sklearn_training}[library](X, Y)
    loss = cross_entropy(X, Y, layers)
print(json.dumps({"Name": workload, "Seconds": statistics.median(seconds), "Loss": loss}))
