# Writes reference.json: the paths of PyTorch's optimizers and the factors of its
# learning-rate schedulers, in float64.
#
#   python3 -m venv venv
#   venv/bin/pip install numpy==2.4.6 torch==2.15.0
#   venv/bin/python reference.py          (in this folder; Python 3.11)
#
# Each optimizer makes 20 steps on two problems:
#   network    the gradients are given: those of a 2-2-1 tanh network, all weights in one flat
#              vector, recorded while plain SGD trained it; weight 4 has none in steps 1 to 7;
#   quadratic  J = 1/2 theta' H theta - b' theta, the gradient is taken where the path is.
# alpha is PyTorch's lr, beta its momentum (SGD) or alpha (RMSprop), decay its weight_decay.
import json

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
STEPS = 20

H = torch.tensor([[2.0, 0.5, -0.25], [0.5, 1.0, 0.125], [-0.25, 0.125, 0.5]])
B = torch.tensor([1.0, -2.0, 0.5])
QUADRATIC_START = [3.0, -1.5, 0.75]


def network():
    """Returns the flat start and the flat gradients of 20 steps."""
    torch.manual_seed(7)
    net = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Tanh(), torch.nn.Linear(2, 1))
    flat = lambda vs: torch.cat([v.reshape(-1) for v in vs]).clone()
    x, y = torch.randn(16, 2), torch.randn(16, 1)
    start, grads = flat(p.detach() for p in net.parameters()), []
    sgd = torch.optim.SGD(net.parameters(), lr=0.5)
    for t in range(STEPS):
        sgd.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        g = flat(p.grad for p in net.parameters())
        if t < 7:
            g[4] = 0
        grads.append(g)
        sgd.step()
    return start, grads


def rules():
    opt = torch.optim
    sgd = lambda p, alpha, **k: opt.SGD([p], lr=alpha, **k)
    return [
        ("GD", [dict(alpha=0.1), dict(alpha=0.003)], sgd),
        ("Momentum", [dict(alpha=0.1, beta=0.9), dict(alpha=0.05, beta=0.5), dict(alpha=0.1, beta=0.0)],
         lambda p, alpha, beta: sgd(p, alpha, momentum=beta)),
        ("Nesterov", [dict(alpha=0.1, beta=0.9), dict(alpha=0.05, beta=0.5)],
         lambda p, alpha, beta: sgd(p, alpha, momentum=beta, nesterov=True)),
        ("AdaGrad", [dict(alpha=0.01), dict(alpha=0.5, epsilon=0.125)],
         lambda p, alpha, epsilon=None: opt.Adagrad([p], lr=alpha, **({} if epsilon is None else dict(eps=epsilon)))),
        ("RMSProp", [dict(alpha=0.01), dict(alpha=0.1, beta=0.9, epsilon=1e-3), dict(alpha=0.01, beta=0.0, epsilon=0.5)],
         lambda p, alpha, beta=0.99, epsilon=1e-8: opt.RMSprop([p], lr=alpha, alpha=beta, eps=epsilon)),
        ("Adam", [dict(alpha=0.001), dict(alpha=0.1), dict(alpha=0.1, beta1=0.0, beta2=0.5, epsilon=1e-2),
                  dict(alpha=0.05, beta1=0.8, beta2=0.0, epsilon=0.25)],
         lambda p, alpha, beta1=0.9, beta2=0.999, epsilon=1e-8: opt.Adam([p], lr=alpha, betas=(beta1, beta2), eps=epsilon)),
        ("AdamW", [dict(alpha=0.001), dict(alpha=0.1, decay=0.5), dict(alpha=0.1, decay=0.0),
                   dict(alpha=0.05, beta1=0.5, beta2=0.9, epsilon=1e-3, decay=0.1)],
         lambda p, alpha, beta1=0.9, beta2=0.999, epsilon=1e-8, decay=0.01: opt.AdamW([p], lr=alpha, betas=(beta1, beta2), eps=epsilon, weight_decay=decay)),
    ]


def schedules():
    s = torch.optim.lr_scheduler
    return {
        "step": lambda o: s.StepLR(o, 3, 0.5),
        "exponential": lambda o: s.ExponentialLR(o, 0.9),
        "cosine": lambda o: s.CosineAnnealingLR(o, STEPS),
        "warm-up": lambda o: s.LinearLR(o, start_factor=1 / 5, total_iters=4),
        "warm-up, cosine": lambda o: s.SequentialLR(o, [s.LinearLR(o, start_factor=1 / 5, total_iters=4), s.CosineAnnealingLR(o, 16)], [5]),
    }


def walk(make, settings, problem, start, grads, schedule=None):
    """Returns theta after each step, and the learning rate of each."""
    p = torch.nn.Parameter(torch.tensor(start))
    o = make(p, **settings)
    sched = schedule(o) if schedule else None
    path, alphas = [], []
    for t in range(STEPS):
        with torch.no_grad():
            p.grad = grads[t].clone() if problem == "network" else H @ p - B
        alphas.append(o.param_groups[0]["lr"])
        o.step()
        if sched:
            sched.step()
        path.append(p.detach().tolist())
    return path, alphas


def main():
    start, grads = network()
    starts = dict(network=start.tolist(), quadratic=QUADRATIC_START)
    paths, factors = [], []
    for rule, variants, make in rules():
        for settings in variants:
            for problem in ("network", "quadratic"):
                path, _ = walk(make, settings, problem, starts[problem], grads)
                paths.append(dict(rule=rule, settings=settings, problem=problem, schedule="", path=path))
        for name, schedule in schedules().items():
            if rule in ("Nesterov", "AdamW") and "warm-up" in name:
                path, alphas = walk(make, variants[0], "quadratic", starts["quadratic"], grads, schedule)
                paths.append(dict(rule=rule, settings=variants[0], problem="quadratic", schedule=name, path=path))
            elif rule == "GD":
                _, alphas = walk(make, dict(alpha=1.0), "quadratic", starts["quadratic"], grads, schedule)
                factors.append(dict(name=name, factors=alphas))
    out = dict(H=H.tolist(), b=B.tolist(), starts=starts, grads=[g.tolist() for g in grads], schedules=factors, paths=paths)
    text = json.dumps(out, indent=None)
    with open("reference.json", "w") as f:
        f.write(text.replace('{"rule"', '\n{"rule"').replace('{"name"', '\n{"name"') + "\n")


main()
