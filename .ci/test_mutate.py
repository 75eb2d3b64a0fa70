"""The lists of damages fit the code as it is; doing them all takes minutes and is a target of its own."""
import shutil

import pytest

from mutate import ROOT, damages


def test_every_damage_has_its_place():
    found, wrong = damages()
    assert not wrong, "\n".join(wrong)
    names = [d.what for d in found]
    assert len(names) == len(set(names))
    assert len(names) >= 100


@pytest.mark.parametrize("old, new, want", [
    ("text = '", "text = 'nowhere ", "holds 0 times, want once"),
    ("what = '", "whatever = '", "a damage has ['file', 'instead', 'text', 'whatever']"),
])
def test_a_bad_list_is_told(tmp_path, old, new, want):
    shutil.copytree(ROOT / "pkg/regularizer", tmp_path / "pkg/regularizer")
    path = tmp_path / "pkg/regularizer/testdata/damages.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    assert any(want in line for line in damages(tmp_path)[1])
