"""`make bench-peers`: the engine beside PyTorch, JAX and scikit-learn, on the same data from the same first weights, one
process at a time in turns, and the medians. The libraries live in .venv-bench, about 6 GB, and nothing else of the course uses
them.

bench.py [--rounds N] [--only WORKLOADS] [--python P]: --python names a Python that has PyTorch, JAX and scikit-learn already."""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / ".venv-bench"
TRAININGS, REGRESSIONS = ["spiral", "digits", "pictures", "online", "adam-digits", "adam-wide"], ["qr", "normal", "lasso"]
WIDE = {"pictures", "adam-wide"}  # large enough for a second thread
OWN_LOSS = {("sklearn", "spiral"), ("sklearn", "online")}  # one logistic output for two classes: another step
PLAIN = "nosimd" if os.environ.get("GOEXPERIMENT") else ""  # docker/env.sh has chosen vectors, or there are none
NO_WASM = {*WIDE, *REGRESSIONS}


def environment():
    """The Python of .venv-bench, which is made if need be."""
    sys.path.insert(0, str(ROOT / "docker"))
    from setup import python_environment
    from steps import Failed, Steps
    BENCH.mkdir(exist_ok=True)
    try:
        python_environment(Steps(ROOT, BENCH, total=1), BENCH, ROOT / "docker/requirements-bench.txt", "PyTorch, JAX, scikit-learn")
    except Failed as problem:
        sys.exit(f"error: {problem}")
    return BENCH / "bin/python"


def build(folder, name, **env):
    """The Go program, and the command that runs it."""
    program = folder / name
    subprocess.run(["go", "build", "-o", program, "./pkg/train/bench"], cwd=ROOT, env={**os.environ, **env}, check=True)
    return [program]


def candidates(folder, python):
    """{name: (its command for a workload and a number of threads, its workloads)}"""
    def peer(library):
        return lambda workload, threads: [python, ROOT / ".ci/bench_peer.py", library, workload, folder, str(threads)]

    def go(command):
        return lambda workload, threads: [*command, "-run", workload, "-threads", str(threads)]
    all_of_them = TRAININGS + REGRESSIONS
    found = {"engine": (go(build(folder, "bench", GOEXPERIMENT=PLAIN)), all_of_them)}
    if os.environ.get("GOEXPERIMENT"):
        found["engine, vectors"] = go(build(folder, "bench-vectors")), TRAININGS
    node = shutil.which("node")
    if node:
        goroot = subprocess.run(["go", "env", "GOROOT"], capture_output=True, text=True, check=True).stdout.strip()
        runner = [node, "--stack-size=8192", f"{goroot}/lib/wasm/wasm_exec_node.js"]
        program = build(folder, "bench.wasm", GOOS="js", GOARCH="wasm")
        found["engine, wasm in Node"] = go(runner + program), [w for w in all_of_them if w not in NO_WASM]
    found["PyTorch"] = peer("torch"), [w for w in all_of_them if w != "lasso"]
    found["JAX"] = peer("jax"), TRAININGS
    found["scikit-learn"] = peer("sklearn"), [w for w in all_of_them if w != "normal"]
    return found


def measure(command, threads):
    """The answer of one run. Node's Go wants few and short variables of the environment."""
    env = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    env["OPENBLAS_NUM_THREADS"] = str(threads)
    done = subprocess.run(list(map(str, command)), env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout)


def compare(workload, threads, found, rounds):
    """Prints a table; returns whether all reached the same loss."""
    results = {name: [] for name, (_, workloads) in found.items() if workload in workloads}
    for _ in range(rounds):
        for name in results:
            results[name].append(measure(found[name][0](workload, threads), threads))
    reference = "PyTorch" if "PyTorch" in results else "scikit-learn"
    base = statistics.median(r["Seconds"] for r in results[reference])
    engine, same = results["engine"][0]["Loss"], True
    print(f"\n{workload}, {threads} thread(s): ms, ratio to {reference}, spread, final loss")
    for name, runs in sorted(results.items(), key=lambda item: statistics.median(r["Seconds"] for r in item[1])):
        seconds = sorted(r["Seconds"] for r in runs)
        median, loss = statistics.median(seconds), runs[0]["Loss"]
        other = abs(loss - engine) > 1e-6 * abs(engine)
        expected = ("sklearn" if name == "scikit-learn" else name, workload) in OWN_LOSS
        same &= not other or expected
        note = "" if not other else "  (its own: one logistic output)" if expected else "  ANOTHER LOSS"
        print(f"  {name:22}{1e3 * median:10.3f}{median / base:9.4f}{(seconds[-1] - seconds[0]) / median:7.0%}   {loss:.10g}{note}", flush=True)
    return same


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python")
    parser.add_argument("--only", default="", help="workloads, separated by commas")
    arguments = parser.parse_args()
    python = arguments.python or environment()
    wanted = arguments.only.split(",") if arguments.only else TRAININGS + REGRESSIONS
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found = candidates(folder, python)
        subprocess.run([folder / "bench", "-write", folder], check=True)
        pairs = [(w, 1) for w in wanted] + [(w, 2) for w in wanted if w in WIDE]
        same = [compare(workload, threads, found, arguments.rounds) for workload, threads in pairs]
    sys.exit(0 if all(same) else "error: not all reached the same loss")


if __name__ == "__main__":
    main()
