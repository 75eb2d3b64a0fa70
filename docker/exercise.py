"""Puts one exercise back:  exercise.py 1.3 MINE.ipynb CAME.ipynb  makes of CAME the learner's notebook with the cell of
exercise 1.3 as it came. Run by docker/reset."""
import json
import re
import sys


def is_of(exercise, cell):
    """Whether a cell is where an exercise is answered."""
    return cell["cell_type"] == "code" and re.search(
        rf'^exercise\.\w+\("{re.escape(exercise)}"', "".join(cell["source"]), re.MULTILINE) is not None


def put_back(exercise, mine, came):
    """Changes the list of cells mine; returns what is wrong, or nothing."""
    at = next((i for i, cell in enumerate(came) if is_of(exercise, cell)), None)
    if at is None:
        return f"there is no exercise {exercise} in this chapter."
    places = {cell.get("id"): i for i, cell in enumerate(mine)}
    place = places.get(came[at]["id"])
    if place is None:
        place = next((i for i, cell in enumerate(mine) if is_of(exercise, cell)), None)
    if place is not None:
        mine[place] = came[at]
        return None
    # Removed: it comes back after the nearest cell before it that is still there.
    before = [places[cell["id"]] for cell in came[:at] if cell["id"] in places]
    mine.insert(before[-1] + 1 if before else 0, came[at])
    return None


def main(exercise, mine_path, came_path):
    try:
        with open(mine_path, encoding="utf-8") as f:
            mine = json.load(f)
        with open(came_path, encoding="utf-8") as f:
            came = json.load(f)
        wrong = put_back(exercise, mine["cells"], came["cells"])
    except (ValueError, KeyError, TypeError):
        wrong = f"{mine_path} is no notebook any more; put the whole chapter back: make reset CHAPTER={exercise.split('.')[0]}"
    if wrong:
        sys.exit(f"error: {wrong}")
    with open(came_path, "w", encoding="utf-8") as f:
        json.dump(mine, f, ensure_ascii=False, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
