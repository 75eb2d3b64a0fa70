# shellcheck shell=sh
# Sourced by reset and update, after env.sh: git, and how what the learner wrote is kept.

fail() {
    printf 'error: %s\n' "$1" >&2
    exit 1
}
git() { command git -c safe.directory="$ANN_ROOT" "$@"; }

need_git() { # $1: what is not possible without
    command -v git >/dev/null || fail 'git is missing. Install it and try again.'
    git rev-parse -q --verify HEAD >/dev/null 2>&1 || fail "this folder is not a git clone: $1"
}

# Copies a notebook to one beside it that git and the tests leave alone.
keep() {
    copy=notebooks/mine-$(basename "$1" .ipynb).$(date +%Y%m%d-%H%M%S).ipynb
    [ ! -e "$copy" ] || fail "$copy is there already; try again in a second."
    cp -p "$1" "$copy"
    echo "Your copy: $copy"
}

# Signs what is as it came, so that its saved sliders work.
trust() { [ ! -x "$ANN_VENV/bin/python" ] || "$ANN_VENV/bin/python" docker/trust.py || true; }
