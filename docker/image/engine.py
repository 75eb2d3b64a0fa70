"""Builds the image and runs it: with docker or podman where one answers, else without an engine, by buildah, on imitations
of the two bases (Debian by debootstrap, Go from this machine), in a chroot of its own namespaces. Needs root for that.

What was built is thrown away at the end. ANN_IMAGE_WORK=FOLDER keeps it there, and ANN_IMAGE_REUSE=1 takes what is there."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import machine

ROOT = pathlib.Path(__file__).resolve().parents[2]
TAG = "localhost/ann:test"


def said(*command, **options):
    """What a command writes; when it fails, all that it wrote."""
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    assert done.returncode == 0, f"{command[0]} failed ({done.returncode}):\n{done.stdout[-6000:]}"
    return done.stdout.strip()


def find():
    """The engine of this machine."""
    name = machine.engine()
    return Engine(name) if name else Buildah()


class Engine:
    """docker or podman."""
    imitated = ()

    def __init__(self, name):
        self.name, self.bytes = name, 0

    def build(self):
        said(self.name, "build", "-f", ROOT / ".binder/Dockerfile", "-t", TAG, ROOT)
        image, = json.loads(said(self.name, "image", "inspect", TAG))
        self.config, self.bytes = image["Config"], image["Size"]

    def tree(self, folder):
        """The files of the image, unpacked below folder."""
        name = said(self.name, "create", TAG)
        export = subprocess.Popen([self.name, "export", name], stdout=subprocess.PIPE)
        said("tar", "-x", "-C", folder, "--no-same-owner", stdin=export.stdout)
        said(self.name, "rm", name)
        return pathlib.Path(folder)

    def close(self):
        """Each container goes when it ends, the image here."""
        if not os.environ.get("ANN_IMAGE_WORK"):
            subprocess.run([self.name, "rmi", TAG], capture_output=True)

    def process(self, client):
        """The number of the container's first process on this machine."""
        return int(said(self.name, "inspect", "--format", "{{.State.Pid}}", said(self.name, "ps", "--latest", "--quiet")))

    def command(self, arguments, user=None, home=None, env=(), is_readonly=False, has_network=False):
        options = ["--rm", "--init=false"]
        options += ["--network", "host" if has_network else "none"]
        options += ["--user", user] if user else []
        options += ["--volume", f"{home}:/home/jovyan"] if home else []
        options += ["--read-only", "--tmpfs", "/tmp:exec,mode=1777"] if is_readonly else []
        for name, value in dict(env).items():
            options += ["--env", f"{name}={value}"]
        return [self.name, "run", *options, TAG, *arguments]


class Buildah:
    """No engine: buildah builds, a chroot runs."""
    name = "buildah and a chroot"

    def __init__(self):
        kept = os.environ.get("ANN_IMAGE_WORK")
        self.is_kept, self.container, self.driver = bool(kept), None, machine.driver()
        self.work = pathlib.Path(kept or tempfile.mkdtemp(prefix="ann-", dir=machine.place()), "ann-image")
        self.work.mkdir(parents=True, exist_ok=True)
        self.env = dict(os.environ, BUILDAH_ISOLATION="chroot", TMPDIR=str(self.work))

    def buildah(self, *words, **options):
        return said(*machine.buildah(self.driver, self.work), *words, env=self.env, **options)

    def bases(self):
        """The names of the images that the Dockerfile begins with."""
        lines = (ROOT / ".binder/Dockerfile").read_text().splitlines()
        names = [line.split()[1] for line in lines if line.startswith("FROM ")]
        return [name for name in names if "/" in name]

    def imitate(self):
        """Makes bases of the same names, of this machine's Debian mirror and of its Go."""
        go, debian = self.bases()
        tree = self.work / "debian"
        if not (tree / "etc/debian_version").exists():
            shutil.rmtree(tree, ignore_errors=True)
            self.debootstrap(tree)
            for folder in ("var/cache/apt/archives", "usr/share/doc", "usr/share/man", "usr/share/locale", "var/lib/apt/lists"):
                for path in (tree / folder).glob("*"):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            # As in the slim image: no manuals, no translations, of documents only the licences.
            (tree / "etc/dpkg/dpkg.cfg.d/slim").write_text("".join(f"path-exclude /usr/share/{f}/*\n" for f in ("doc", "man", "locale"))
                                                           + "path-include /usr/share/doc/*/copyright\n")
            own = pathlib.Path("/usr/local/share/ca-certificates")
            if own.exists():
                shutil.copytree(own, tree / own.relative_to("/"), dirs_exist_ok=True)
        base = self.buildah("from", "scratch")
        self.buildah("add", "-q", base, tree, "/")
        self.buildah("config", "--cmd", "bash", base)
        self.buildah("commit", "-q", base, debian)
        self.buildah("copy", "-q", base, said("go", "env", "GOROOT", cwd="/"), "/usr/local/go")
        self.buildah("commit", "-q", base, go)
        self.buildah("rm", base)

    def debootstrap(self, tree, tries=3):
        """A mirror may fail once; what was fetched then stays."""
        for left in reversed(range(tries)):
            try:
                return said("debootstrap", "--variant=minbase", machine.RELEASE, tree, machine.mirror())
            except AssertionError:
                if not left:
                    raise

    def settings(self):
        """What pip and Go need on this machine to reach their registries, as files that the build sees and the image
        does not hold."""
        net = self.work / "net"
        net.mkdir(exist_ok=True)
        kept = {}
        for line in said(sys.executable, "-m", "pip", "config", "list", cwd="/").splitlines():
            name, _, value = line.partition("=")
            short = name.rpartition(".")[2]
            if short in ("index-url", "extra-index-url", "cert", "trusted-host", "proxy"):
                kept[short] = value.strip("'")
        (net / "pip.conf").write_text("[global]\n" + "".join(f"{name} = {value}\n" for name, value in kept.items()))
        names = ("GOPROXY", "GOSUMDB", "GONOSUMDB", "GONOPROXY", "GOPRIVATE", "GOINSECURE")
        (net / "go.env").write_text("".join(f"{name}={said('go', 'env', name, cwd='/')}\n" for name in names))
        volumes = [f"{net}/pip.conf:/etc/pip.conf:ro", f"{net}/go.env:/root/.config/go/env:ro"]
        return [word for volume in volumes for word in ("--volume", volume)]

    def build(self):
        if not (self.is_kept and os.environ.get("ANN_IMAGE_REUSE")):
            self.make()
        go, debian = self.bases()
        self.imitated = (f"{debian} by debootstrap", f"{go} with this machine's {said('go', 'env', 'GOVERSION', cwd='/')}")
        about = json.loads(self.buildah("inspect", "--type", "image", TAG))
        self.config = about["Docker"]["config"]
        self.container = self.buildah("from", "--pull-never", TAG)
        self.mount = pathlib.Path(self.buildah("mount", self.container))
        self.bytes = int(said("du", "-xsB1", self.mount).split()[0])

    def make(self):
        self.imitate()
        self.buildah("bud", "--format", "docker", "--pull-never", *self.settings(), "-f", ROOT / ".binder/Dockerfile", "-t", TAG, ROOT)
        # What the last build has left is thrown away; an image that a container still uses stays.
        subprocess.run([*machine.buildah(self.driver, self.work), "rmi", "--prune"], env=self.env,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def close(self):
        if not self.is_kept:
            machine.clear(self.work.parent)
        elif self.container:
            self.buildah("rm", self.container)

    def tree(self, folder):
        return self.mount

    def process(self, client):
        return client.pid

    def command(self, arguments, user=None, home=None, env=(), is_readonly=False, has_network=False):
        given = dict(line.split("=", 1) for line in self.config["Env"]) | dict(env)
        words = [*self.config["Entrypoint"], *(arguments or self.config["Cmd"])]
        if words[0] == "tini":
            words.insert(1, "-s")  # not process 1 here
        user = user or self.config["User"]
        user = user if ":" in user else f"{user}:0"
        script = """set -e; image=$1 home=$2 mode=$3 user=$4 folder=$5; shift 5
            mount --bind "$image" "$image"; [ "$mode" = rw ] || mount -o remount,bind,ro "$image"
            mount -t proc proc "$image/proc"; mount --rbind /dev "$image/dev"; mount -t tmpfs -o mode=1777 tmpfs "$image/tmp"
            if [ "$home" ]; then mount --bind "$home" "$image/home/jovyan"
            else mount -t tmpfs -o uid=1000,gid=0,mode=775 tmpfs "$image/home/jovyan"; fi
            ip link set lo up 2>/dev/null || true
            exec chroot "$image" /usr/bin/setpriv --reuid="${user%:*}" --regid="${user#*:}" --clear-groups /usr/bin/env -i "$@" """
        inside = ["sh", "-c", 'cd "$0" && exec "$@"', self.config["WorkingDir"], *words]
        return ["unshare", "-m", "-p", "--fork", "--kill-child", "--mount-proc", *([] if has_network else ["-n"]), "sh", "-c", script, "-",
                str(self.mount), str(home or ""), "ro" if is_readonly else "rw", user, self.config["WorkingDir"],
                *(f"{name}={value}" for name, value in given.items()), *inside]

