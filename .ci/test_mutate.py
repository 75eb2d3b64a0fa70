"""The list of damages fits the code as it is; doing them all takes minutes and is a target of its own."""
import os
import unittest

from mutate import DAMAGES, ROOT, VECTORS


class List(unittest.TestCase):
    def test_every_damage_has_its_place(self):
        for name, file, old, new in DAMAGES + VECTORS:
            with open(os.path.join(ROOT, "pkg", file), encoding="utf-8") as f:
                self.assertEqual(f.read().count(old), 1, f"{name}: {file} must hold once: {old!r}")
            self.assertNotEqual(old, new, name)

    def test_names_are_unique_and_there_are_enough(self):
        names = [name for name, *_ in DAMAGES + VECTORS]
        self.assertEqual(len(names), len(set(names)))
        self.assertGreaterEqual(len(names), 30)


if __name__ == "__main__":
    unittest.main()
