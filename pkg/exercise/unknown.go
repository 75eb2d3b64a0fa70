package exercise

import (
	"fmt"
	"slices"
	"strings"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// unknown is the message for an id that does not exist; it lists the nearest.
func unknown(id string) string {
	type near struct {
		label    string
		distance int
	}
	var all []near
	for _, c := range chapters.All() {
		for _, e := range c.Exercises {
			all = append(all, near{e.Label(), distance(id, e.ID)})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return a.distance - b.distance })
	var labels []string
	for _, n := range all[:min(3, len(all))] {
		labels = append(labels, n.label)
	}
	return fmt.Sprintf("✗ there is no exercise %q. Near it: %s.", task.Short(id, 20), strings.Join(labels, ", "))
}

// distance counts the characters to insert, delete or change to make b of a.
func distance(a, b string) int {
	from, to := []rune(task.Short(a, 20)), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j := range to {
			change := diagonal
			if from[i] != to[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
