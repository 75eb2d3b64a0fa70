"""The list of damages fits the code as it is; doing them all takes minutes and is a target of its own."""
import os

from mutate import DAMAGES, ROOT, VECTORS


def test_every_damage_has_its_place():
    for name, file, old, new in DAMAGES + VECTORS:
        with open(os.path.join(ROOT, "pkg", file), encoding="utf-8") as f:
            assert f.read().count(old) == 1, f"{name}: {file} must hold once: {old!r}"
        assert new != old, name


def test_names_are_unique_and_there_are_enough():
    names = [name for name, *_ in DAMAGES + VECTORS]
    assert len(names) == len(set(names))
    assert len(names) >= 30
