# shellcheck shell=sh
# Sourced in the checkout's root by everything that starts Python, Go or Jupyter for the course: nothing of the
# user's own Python, Go or Jupyter set-up leaks in. What a network needs (proxies, certificates, GOPROXY, pip's index) stays.

ANN_ROOT=$(pwd -P)
ANN_VENV=$ANN_ROOT/.venv           # JupyterLab, the kernel and its tools
ANN_TEST_VENV=$ANN_ROOT/.venv-test # what the tests need on top; its Python sees the packages of .venv too
export ANN_ROOT ANN_VENV ANN_TEST_VENV

for ann_name in $(env | sed -n -e 's/^\(PYTHON[A-Z0-9_]*\)=.*/\1/p' -e 's/^\(JUPYTER[A-Z0-9_]*\)=.*/\1/p'); do
    case $ann_name in
    PYTHON | PYTHONUNBUFFERED | JUPYTER_TOKEN) ;;
    *) unset "$ann_name" ;;
    esac
done
unset ann_name VIRTUAL_ENV __PYVENV_LAUNCHER__
unset GOBIN GOROOT GOOS GOARCH GOEXPERIMENT GODEBUG

# Not empty: an empty variable would let `go env -w` settings through.
export GOFLAGS=-buildvcs=false GO111MODULE=on GOTOOLCHAIN=local GOWORK=off

# Vectors make large networks about 1.5 times as fast, with the same bits (pkg/product/vectors.go). They are an
# experiment of this one version of Go; without them nothing is missing.
case $(go env GOARCH GOVERSION 2>/dev/null) in
amd64*go1.26 | amd64*go1.26.[0-9]*) export GOEXPERIMENT=simd ;;
esac

# Settings of the course are read in place; what Jupyter writes goes into the environment.
export JUPYTER_CONFIG_PATH="$ANN_ROOT/docker/jupyter"
export JUPYTER_CONFIG_DIR="$ANN_VENV/jupyter/config"
export JUPYTER_DATA_DIR="$ANN_VENV/jupyter/data"
export JUPYTER_RUNTIME_DIR="$ANN_VENV/jupyter/runtime"
export IPYTHONDIR="$ANN_VENV/jupyter/ipython"
