package task_test

import (
	"fmt"

	"ann/pkg/exercise/task"
)

// The record of an exercise without code: two rows, two letters.
func ExamplePick() {
	pets := task.Exercise{ID: "9.1", Title: "Pets", Kind: task.Pick{
		Options: []task.Option{
			{Letter: "a", Name: "mouse", Text: "small"},
			{Letter: "b", Name: "cat", Text: "larger"},
		},
		Rows: []task.Row{
			{Text: "It purrs.", Right: "b", Because: "Cats do.", Ask: "who purrs?"},
			{Text: "It hides.", Right: "a", Because: "From the cat.", Ask: "who is small?"},
		},
	}}
	fmt.Println(pets.Tables())
	fmt.Println(pets.Check("bb").Text)
	// Output:
	// | Row | |
	// |---|---|
	// | 1 | It purrs. |
	// | 2 | It hides. |
	//
	// | Letter | |
	// |---|---|
	// | a | **mouse**: small |
	// | b | **cat**: larger |
	// ✗ 9.1 Pets — not yet
	//   1 of 2 are right.
	//   Row 2 is not b (cat): who is small?
}
