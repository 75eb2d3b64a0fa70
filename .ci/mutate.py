"""Damages the engine's backward rules one at a time and sees whether the tests notice:  python .ci/mutate.py [WORD] …

Each damage is done in a temporary copy of the module, where the tests of its package must then fail. With words, only
damages with one of them in their description are done. Exit code 1 if any goes unnoticed.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# What is wrong afterwards; the file, below pkg; the text there, which must stand in it exactly once; what takes its place.
DAMAGES = [
    # Dense
    ("Dense: g forgotten", "nn/dense.go", "Apply(p.g, p.a, p.z) ", "Apply(activation.Identity{}, p.a, p.z)"),
    ("Dense: g′ forgotten", "nn/dense.go", "p.product.TimesSlope(p.g, p.delta, p.z, p.a) ", ""),
    ("Dense: g′(a) for g′(z)", "nn/dense.go", "TimesSlope(p.g, p.delta, p.z, p.a) ", "TimesSlope(p.g, p.delta, p.a, p.a)"),
    ("Dense: g for g′", "product/activate.go", "p.g.Backward(row(&p.c, i), row(&p.x, i), row(&p.y, i))", "p.g.Value(row(&p.c, i), row(&p.x, i))"),
    ("Dense: ∂J/∂θ before δ", "nn/dense.go", "\tp.product.TimesSlope(p.g, p.delta, p.z, p.a) ", "\tp.product.Gradient(p.gradient, p.delta, p.aIn)\n\tdefer p.product.TimesSlope(p.g, p.delta, p.z, p.a)"),
    ("Dense: ∂J/∂θ forgotten", "nn/dense.go", "p.product.Gradient(p.gradient, p.delta, p.aIn) ", ""),
    ("Dense: θ updated before δ", "nn/dense.go", "\tif p.isGradAUsed {", "\tp.theta.Sub(p.theta, p.gradient)\n\tif p.isGradAUsed {"),
    ("Dense: bias column kept in θ̄", "nn/network.go", "l.theta.Slice(0, l.rows, l.biases, l.cols)", "l.theta.Slice(0, l.rows, 0, l.cols-l.biases)"),
    ("bias unit not 1", "nn/pass.go", "a.Set(i, 0, 1)", "a.Set(i, 0, 0)"),

    # The passes
    ("rows of an earlier batch", "nn/propagate.go", "for i := range n {\n\t\tcopy(x.RawRowView(i)", "for i := range n - 1 {\n\t\tcopy(x.RawRowView(i)"),
    ("|∂J/∂θ|: the last row forgotten", "product/sums.go", "for j := from; j < to; j++ {\n\t\tp.sums[j]", "for j := from; j < to-1; j++ {\n\t\tp.sums[j]"),
    ("forward: θ of an earlier step", "product/product.go", "p.crew.share(p, k, o*k, (*Product).transpose)", ""),
    ("zeros left out: A of an earlier batch", "product/lists.go", "p.crew.share(p, n, 8*n*k, (*Product).listRows)", ""),
    ("zeros left out: G of an earlier step", "product/lists.go", "clear(row(&p.c, j))", ""),
    ("zeros left out: 0·∞ is 0", "product/lists.go", "isFinite := finite(t0) && finite(t1)", "isFinite := finite(t0)"),
    ("Backward: ∂J/∂ŷ of an earlier pass", "nn/propagate.go", "net.last().delta.Copy(gradYhat)", ""),
    ("Backward: first layer left out", "nn/propagate.go", "for l := net.L() - 1; l >= 0; l--", "for l := net.L() - 1; l > 0; l--"),
    ("Backward: ∂J/∂a not computed", "nn/propagate.go", "p.isGradAUsed = l > 0 || toInput", "p.isGradAUsed = l > 1 || toInput"),
    ("Predict in training mode", "nn/propagate.go", "net.SetTraining(false)\n\treturn", "return"),
    ("Predict leaves evaluation mode on", "nn/propagate.go", "defer net.SetTraining(net.isTraining)", ""),
    ("Predict returns a view", "nn/propagate.go", "mat.DenseCopyOf(net.Forward(X))", "net.Forward(X)"),

    # Dropout
    ("Dropout: 1/(1−p) forgotten", "nn/dropout.go", "return 1 / (1 - d.P)", "return 1"),
    ("Dropout: 1/p", "nn/dropout.go", "return 1 / (1 - d.P)", "return 1 / d.P"),
    ("Dropout: p kept", "nn/dropout.go", "rng.Float64() < d.P", "rng.Float64() >= d.P"),
    ("Dropout: at test time", "nn/dropout.go", "if p.net.isTraining && d.P > 0", "if d.P > 0 && p.net.rng != nil"),
    ("Dropout: no mask in the backward pass", "nn/dropout.go", "floats.MulTo(p.gradA.RawRowView(i), p.work.RawRowView(i), p.delta.RawRowView(i))", "copy(p.gradA.RawRowView(i), p.delta.RawRowView(i))"),
    ("Dropout: one mask for all rows", "nn/dropout.go", "mask := p.work.RawRowView(i)", "mask := p.work.RawRowView(i * 0)"),

    # BatchNorm
    ("BatchNorm: plain sum for the mean", "nn/batchnorm.go", "mean[k] += (v - first[k]) / n\n\t\t}\n\t}\n\tfor k, v := range first {\n\t\tmean[k] += v\n\t}", "mean[k] += v / n\n\t\t}\n\t}\n\t_ = first"),
    ("BatchNorm: way through μ forgotten", "nn/batchnorm.go", "d -= (g[0] + xhat[k]*g[1]) / n", "d -= xhat[k] * g[1] / n"),
    ("BatchNorm: way through σ² forgotten", "nn/batchnorm.go", "d -= (g[0] + xhat[k]*g[1]) / n", "d -= (g[0] + 0*xhat[k]) / n"),
    ("BatchNorm: sign", "nn/batchnorm.go", "d -= (g[0] + xhat[k]*g[1]) / n", "d -= (g[0] - xhat[k]*g[1]) / n"),
    ("BatchNorm: 1/n forgotten", "nn/batchnorm.go", "d -= (g[0] + xhat[k]*g[1]) / n", "d -= g[0] + xhat[k]*g[1] + 0*n"),
    ("BatchNorm: evaluation differentiated as training", "nn/batchnorm.go", "\t\t\tif p.net.isTraining {\n\t\t\t\tg :=", "\t\t\tif n > 0 {\n\t\t\t\tg :="),
    ("BatchNorm: γ forgotten in δ", "nn/batchnorm.go", "p.theta.At(k, 1) * scale[k] * d", "scale[k] * d"),
    ("BatchNorm: 1/σ forgotten in δ", "nn/batchnorm.go", "p.theta.At(k, 1) * scale[k] * d", "p.theta.At(k, 1) * (d + 0*scale[k])"),
    ("BatchNorm: ∂J/∂γ without x̂", "nn/batchnorm.go", "g[1] += d * xhat[k]", "g[1] += d + 0*xhat[k]"),
    ("BatchNorm: ∂J/∂β of an earlier pass", "nn/batchnorm.go", "p.gradient.Zero()", "for k := range p.out {\n\t\tp.gradient.Set(k, 1, 0)\n\t}"),
    ("BatchNorm: g′ forgotten", "nn/batchnorm.go", "p.product.TimesSlope(p.g, p.delta, p.z, p.a)", ""),
    ("BatchNorm: ε forgotten", "nn/batchnorm.go", "math.Sqrt(v+epsilon)", "math.Sqrt(v+0*epsilon)"),
    ("BatchNorm: running variance of the 1/n kind", "nn/batchnorm.go", "p.kept[batchVariance][k]*n/(n-1) -", "p.kept[batchVariance][k] -"),
    ("BatchNorm: batch used in evaluation", "nn/batchnorm.go", "\tif p.net.isTraining {\n\t\tmean, variance =", "\tif p.out > 0 {\n\t\tmean, variance ="),

    # Skip
    ("Skip: identity path lost", "nn/skip.go", "p.inputs.RawRowView(i), k.strength, p.skipped.RawRowView(i)", "p.inputs.RawRowView(i), 0, p.skipped.RawRowView(i)"),
    ("Skip: identity path lost in the backward pass", "nn/propagate.go", "for _, path := range p.rejoins {", "for _, path := range p.rejoins[:0] {"),
    ("Skip: strength forgotten in the backward pass", "nn/propagate.go", "floats.AddScaled(p.gradA.RawRowView(i), path.strength, path.delta.RawRowView(i))", "floats.AddScaled(p.gradA.RawRowView(i), 1, path.delta.RawRowView(i))"),
    ("Skip: F gets no δ", "nn/skip.go", "p.gradA.Copy(p.delta)", "p.gradA.Zero()"),
    ("Skip: begins one layer late", "nn/pass.go", "end.skipped = begin.inputs", "end.skipped = end.inputs"),

    # RBF
    ("RBF: φ′ forgotten", "nn/rbf.go", "delta[j] *= r.Kernel.Slope(z[j])", "delta[j] *= 1 + 0*z[j]"),
    ("RBF: φ for φ′", "nn/rbf.go", "delta[j] *= r.Kernel.Slope(z[j])", "delta[j] *= r.Kernel.Value(z[j])"),
    ("RBF: 2 forgotten", "nn/rbf.go", "d := 2 * (a[k] - c) * delta[j]", "d := (a[k] - c) * delta[j]"),
    ("RBF: sign of ∂J/∂c", "nn/rbf.go", "g[k] -= d", "g[k] += d"),
    ("RBF: sign of ∂J/∂a", "nn/rbf.go", "gradA[k] += d", "gradA[k] -= d"),
    ("RBF: ∂J/∂c of an earlier pass", "nn/rbf.go", "p.gradient.Zero()", ""),
    ("RBF: ∂J/∂a of an earlier pass", "nn/rbf.go", "clear(gradA)", ""),

    # Perceptron, initialisation, copies
    ("Perceptron: < for ≤", "nn/perceptron.go", "if y*p.Z(x) > 0 {", "if y*p.Z(x) >= 0 {"),
    ("Perceptron: bias not updated", "nn/perceptron.go", "p.Theta[0] += y", ""),
    ("Perceptron: updated when right", "nn/perceptron.go", "if y*p.Z(x) > 0 {\n\t\treturn false\n\t}", ""),
    ("Xavier: in only", "nn/initial.go", "math.Sqrt(2 / float64(in+out))", "math.Sqrt(1 / float64(in))"),
    ("He: variance for standard deviation", "nn/initial.go", "return math.Sqrt(2 / float64(in))", "return 2 / float64(in)"),
    ("Uniform: limit for standard deviation", "nn/initial.go", "limit := math.Sqrt(3) * sigma", "limit := sigma"),
    ("CopyFrom: running statistics left out", "nn/network.go", "copy(net.layers[l].kept[i], values)", "_, _, _ = l, i, values"),
    ("Load: a key twice", "nn/savekeys.go", "strings.EqualFold(key, other)", "strings.EqualFold(key, other+key)"),
    ("Skip: texts of texts", "nn/skip.go", "inner.write(b)", "b.WriteString(inner.String())"),
    ("Load: running statistics left out", "nn/save.go", "copy(layer.kept[runningMean], f.Running[0].Mean)", ""),

    # Activation functions
    ("sigmoid: 1 − a²", "activation/sigmoid.go", "v * (1 - v)", "1 - v*v"),
    ("tanh: a(1 − a)", "activation/sigmoid.go", "1 - v*v", "v * (1 - v)"),
    ("ReLU: derivative 1 everywhere", "activation/linear.go", "backwardKink(delta, z, 0)", "backwardKink(delta, z, 1)"),
    ("leaky ReLU: slope forgotten", "activation/linear.go", "backwardKink(delta, z, g.Slope)", "backwardKink(delta, z, 0)"),
    ("binary step: derivative 1", "activation/linear.go", "delta[i] = 0\n", "delta[i] *= 1\n"),
    ("ELU: α forgotten", "activation/elu.go", "eluBackward(delta, z, a, 1, g.Alpha)", "eluBackward(delta, z, a, 1, 1)"),
    ("SELU: λ forgotten", "activation/elu.go", "eluBackward(delta, z, a, SELULambda, SELUAlpha)", "eluBackward(delta, z, a, 1, SELUAlpha)"),
    ("ELU: λα for a + λα", "activation/elu.go", "math.Float64bits(a[i] + lambda*alpha)", "math.Float64bits(lambda * alpha)"),
    ("softplus: e^−a", "activation/smooth.go", "delta[i] *= -math.Expm1(-v)", "delta[i] *= math.Exp(-v)"),
    ("GELU: zφ(z) forgotten", "activation/smooth.go", "slope += v * math.Exp(-v*v/2) / math.Sqrt(2*math.Pi)", "slope += 0"),
    ("Gaussian: sign", "activation/radial.go", "return -k.Value(r2) / k.Width / k.Width / 2", "return k.Value(r2) / k.Width / k.Width / 2"),
    ("Gaussian: w for w²", "activation/radial.go", "return -k.Value(r2) / k.Width / k.Width / 2", "return -k.Value(r2) / k.Width / 2"),
    ("multiquadric: derivative by r for r²", "activation/radial.go", "return 1 / (2 * k.Value(r2))", "return 1 / k.Value(r2)"),

    # Losses
    ("1/n forgotten", "loss/func.go", "slope / float64(n)", "slope"),
    ("R²: ŷ and y exchanged", "loss/loss.go", 'same("R2", yhat, y)', 'same("R2", yhat, y)\n\tyhat, y = y, yhat'),
    ("squared error: factor 2", "loss/residual.go", "return r * (r / 2), r //", "return r * (r / 2), 2 * r //"),
    ("absolute error: sign", "loss/residual.go", "return -r, -1", "return -r, 1"),
    ("Huber: not bounded", "loss/residual.go", "math.Copysign(l.Delta, r)", "r"),
    ("hinge: sign", "loss/classify.go", "return short, -y", "return short, y"),
    ("binary cross-entropy: y forgotten", "loss/classify.go", "1/(1+e) - y", "1 / (1 + e)"),
    ("cross-entropy: y forgotten", "loss/classify.go", "(weight*e/(1+rest) - t[k]) / float64(n)", "(weight * e / (1 + rest)) / float64(n)"),
    ("cross-entropy: 1/n forgotten", "loss/classify.go", "(weight*e/(1+rest) - t[k]) / float64(n)", "weight*e/(1+rest) - t[k]"),
    ("cross-entropy: Σy forgotten", "loss/classify.go", "(weight*e/(1+rest) - t[k])", "(e/(1+rest) - t[k])"),
    ("normal: σ for σ²", "loss/likelihood.go", "return r*(r/2) + constant, r / l.Sigma", "return r*(r/2) + constant, r"),
    ("Student-t: ν for ν + 1", "loss/likelihood.go", "(l.Nu + 1) * slope / l.Scale", "l.Nu * slope / l.Scale"),
    ("Bernoulli: sign", "loss/likelihood.go", "slope += (1 - y) / (1 - p)", "slope -= (1 - y) / (1 - p)"),
    ("categorical: sign", "loss/likelihood.go", "return -y * math.Log(p), -y / p", "return -y * math.Log(p), y / p"),
    ("Bernoulli: p outside [0, 1]", "loss/likelihood.go", "if !(p >= 0 && p <= 1) {\n\t\t\treturn math.NaN(), math.NaN()\n\t\t}\n\t\tterm", "term"),
    ("Student-t: ν large", "loss/likelihood.go", "if x < 30 {", "if x < 1e300 {"),
    ("mean: large terms", "loss/func.go", "if math.Abs(term) > 1e290 {", "if false {"),
    ("binary cross-entropy: 0·∞", "loss/classify.go", "times(1-y, z) + math.Log1p(e)", "(1-y)*z + math.Log1p(e)"),

    ("optimizers: divide by 0 without ε", "optimizer/adaptive.go", "if root == 0 {", "if false {"),

    # Penalties
    ("L1: sign lost", "regularizer/regularizer.go", "g[k] += math.Copysign(lambda, v)", "g[k] += lambda"),
    ("L1: bias penalised", "regularizer/regularizer.go", "sum += math.Abs(v)\n\t\t}", "sum += math.Abs(v)\n\t\t}\n\t\tsum += math.Abs(theta.At(i, 0))"),
    ("L2: factor 2", "regularizer/regularizer.go", "g[k] += times(lambda, v)", "g[k] += 2 * times(lambda, v)"),
    ("L2: gradient replaced, not added to", "regularizer/regularizer.go", "g[k] += times(lambda, v)", "g[k] = times(lambda, v)"),
    ("L2: bias penalised", "regularizer/regularizer.go", "g[k] += times(lambda, v)\n\t\t}", "g[k] += times(lambda, v)\n\t\t}\n\t\tgrad.Set(i, 0, grad.At(i, 0)+lambda*theta.At(i, 0))"),
    ("elastic: L1 forgotten", "regularizer/regularizer.go", "addSigns(grad, theta, p.L1)", ""),

    # Grids of heights
    ("Minima: s and t exchanged", "landscape/grid.go", "[]float64{g.S[j], g.T[i]}", "[]float64{g.T[i], g.S[j]}"),
    ("Project: s and t exchanged", "landscape/path.go", "[]float64{(c*u - b*v) / det, (a*v - b*u) / det}", "[]float64{(a*v - b*u) / det, (c*u - b*v) / det}"),
    ("heights: the box turned", "figure/heights.go", "Box{{g.S[0], g.S[na-1]}, {g.T[0], g.T[nb-1]}}", "Box{{g.T[0], g.T[nb-1]}, {g.S[0], g.S[na-1]}}"),
    ("heights: uneven steps drawn", "figure/grid.go", "math.Abs(v-even) > unseen*step", "math.Abs(v-even) > 1e9*step"),
    ("heights: NaN drawn", "figure/grid.go", 'undrawable(v) != "" {\n\t\t\t\treturn', 'v > enormous {\n\t\t\t\treturn'),

    # Names in a figure
    ("names: a second entry", "figure/names.go", "if !known {\n\t\tl.entry", "if name != \"\" {\n\t\tl.entry"),
    ("names: the look of the last", "figure/names.go", "l, known := k.looks[name]", "l, known := k.looks[name]\n\tif known {\n\t\tl = k.last()\n\t}"),

    # Data and the triangle of least squares
    ("data: NaN passes", "dataset/finite.go", "if !(math.Abs(x) <= Largest) {", "if math.Abs(x) > Largest {"),
    ("triangle: reflections left below the diagonal", "regression/internal/qr/rotate.go", "clear(A.Data[j*A.Stride : j*A.Stride+j])", ""),
    ("triangle: means not put back", "regression/internal/qr/gram.go", "T.At(0, k)+shift[k]*T.At(0, 0)", "T.At(0, k)"),
    ("triangle: bias penalised", "regression/internal/qr/rotate.go", "for k := 1; k < t.q; k++ {\n\t\tA.Set(h+k-1, k, root)", "for k := 1; k < t.q; k++ {\n\t\tA.Set(h+k-1, k-1, root)"),
    ("Newton: 1 − p as a difference", "regression/newton.go", "return -others.At(i, a)", "return p - y"),
    ("Newton: between the classes", "regression/newton.go", "w := -P.At(i, a) * P.At(i, b)", "w := 0.0"),
    ("Newton: penalty forgotten", "regression/newton.go", "addBlock(H, a*q, a*q, block, l.penalty.Lambda)", "addBlock(H, a*q, a*q, block, 0)"),
    ("Newton: never", "regression/classify.go", "unknowns <= mostUnknowns", "unknowns < 0*mostUnknowns"),
    ("zeros: −0 in a table", "regression/result.go", "\t\t\ttheta[k] = 0\n", "\t\t\ttheta[k] = v\n"),
    ("separable: one grain for all", "regression/linear.go", "return 1e-12 * size", "return 1e-3 * (size + 0.01)"),
    ("stratified: remainders not sorted", "dataset/split.go", "return cmp.Compare(remainder(c), remainder(b))", "return 0 * cmp.Compare(remainder(c), remainder(b))"),
    ("stratified: the last row of a class", "dataset/split.go", "takes[c] < len(class[c])-1 {", "takes[c] < len(class[c]) {"),
    ("constant: the number of rows forgotten", "dataset/constant.go", "float64(len(v))*0x1p-52", "0x1p-52"),
    ("constant: y of a lasso", "regression/descent.go", "if isConstant(d.c, q) {", "if false {"),
    ("refine: never", "regression/leastsquares.go", "\tt.Refine(X, y, theta, cond)\n", ""),
    ("refine: always", "regression/internal/qr/refine.go", "t.n == t.q || cond*math.Abs(t.T.At(t.q, t.q)) <= t.length(scaled)", "t.n == t.q"),
    ("refine: residuals without crumbs", "regression/internal/qr/refine.go", "r, rest = add(r, rest, 0)", "rest *= 0"),
    ("misfit: crumbs forgotten", "regression/internal/qr/misfit.go", "r[i] = sum + crumbs", "r[i] = sum"),
    ("far: no second round", "regression/ladrounds.go", "isKept && now >= far/10", "isKept"),
    ("far: sides not looked at", "regression/ladrounds.go", "isKept = isKept && (math.Abs(rest[i]) <= far || math.Abs(v) <= far/2)", "_, _ = i, v"),
    ("far: nothing moved nearer", "regression/ladrounds.go", "near[i] = max(-far, min(far, v))", "near[i] = v"),
    ("Student-t: y for what is left", "regression/studentt.go", "rest: qr.Misfit(X, y, base)", "rest: y"),
    ("Student-t: outliers in the size", "regression/studentt.go", "root[i]*math.Abs(c.rest[i])", "math.Abs(c.rest[i])"),
    ("Student-t: exact points counted", "regression/studentt.go", "if math.Abs(r) > c.grain[i] {", "if math.Abs(r) > 0*c.grain[i] {"),

    # The benchmark
    ("bench: gradient descent for Adam", "train/bench/training.go", "if w.adam {", "if false {"),
    ("bench: Adam not named to the peers", "train/bench/write.go", '"adam": w.adam', '"adam": false'),
]
VECTORS = [  # for a processor with AVX2, when the set-up has chosen vectors
    ("vectors: A of an earlier batch", "product/vectors.go", "p.crew.share(p, k, 8*p.ofX.total(n), (*Product).listColumns)", ""),
    ("vectors: Δ of an earlier step", "product/vectors.go", "copy(rows[s][:], y)", ""),
    ("vectors: θ transposed wrongly", "product/vectors.go", "r[0], r[1], r[2], r[3] = t0[c], t1[c], t2[c], t3[c]", "r[0], r[1], r[2], r[3] = t0[c], t1[c], t2[c], t2[c]"),
    ("vectors: 0·∞ is 0", "product/vectors.go", "isFinite = isFinite && finite(y)", ""),
    ("vectors: Adam divides 0 by 0", "product/adamvectors.go", "step.Masked(root.NotEqual(zero))", "step.Masked(root.Equal(root).Or(zero.Equal(zero)))"),
    ("vectors: Adam without its correction", "product/adamvectors.go", "vs.Div(correct2).Sqrt()", "vs.Div(correct2.Div(correct2)).Sqrt()"),
]


def has_vectors():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as f:
            return os.environ.get("GOEXPERIMENT") == "simd" and " avx2 " in f.read()
    except OSError:
        return False


def main(words):
    damages = [d for d in DAMAGES + VECTORS * has_vectors() if not words or any(w in d[0] for w in words)]
    wrong = []
    for name, file, old, new in damages:
        with open(os.path.join(ROOT, "pkg", file), encoding="utf-8") as f:
            count = f.read().count(old)
        if count != 1:
            wrong.append(f"{name}: {file} holds {count} times, want once:\n    {old!r}")
    if wrong or not damages:
        sys.exit("\n".join(wrong) or "no damage of that name")
    with tempfile.TemporaryDirectory(prefix="ann-mutate-") as copy:
        for name in ("pkg", "data"):
            shutil.copytree(os.path.join(ROOT, name), os.path.join(copy, name))
        for name in ("go.mod", "go.sum"):
            shutil.copy(os.path.join(ROOT, name), copy)
        for package in sorted({os.path.dirname(file) for _, file, _, _ in damages}):
            passed, text = test(copy, package)
            if not passed:
                sys.exit(f"the tests of {package} fail before any damage:\n{text}")
        noticed = 0
        for name, file, old, new in damages:
            noticed += damaged(copy, name, file, old, new)
    print(f"{len(damages)} damages, {noticed} noticed")
    return noticed != len(damages)


def damaged(copy, name, file, old, new):
    """Does one damage, prints its line of the table, and puts the file back."""
    path = os.path.join(copy, "pkg", file)
    with open(path, encoding="utf-8") as f:
        good = f.read()
    start = time.monotonic()
    with open(path, "w", encoding="utf-8") as f:
        f.write(good.replace(old, new))
    try:
        passed, text = test(copy, os.path.dirname(file))
    finally:
        with open(path, "w", encoding="utf-8") as f:
            f.write(good)
    if "[build failed]" in text or "[setup failed]" in text:
        sys.exit(f"{name}: does not compile, which proves nothing:\n{text}")
    by = next((line.split()[2] for line in text.splitlines() if line.strip().startswith("--- FAIL: ")), "a panic or the time limit")
    print(f"{file:26} {name:52} {'NOT NOTICED' if passed else by} ({time.monotonic() - start:.1f} s)", flush=True)
    return not passed


def test(copy, package):
    """Runs the tests of a package; whether they pass, and what they print."""
    done = subprocess.run(["go", "test", "-count=1", "-failfast", "-vet=off", "-timeout=120s", "./pkg/" + package], cwd=copy, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    return done.returncode == 0, done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
