package chapters_test

import (
	"fmt"

	"ann/pkg/exercise/chapters"
)

func ExampleFind() {
	e, c, _ := chapters.Find("0.1")
	fmt.Printf("%s, chapter %s\n\n%s", e.Heading(), c.Number, e.StubCell())
	// Output:
	// Exercise 0.1 · A trial run, chapter 00
	//
	// // mean returns the mean of x, x̄ = 1/n Σ x_i. x has at least one value.
	// func mean(x []float64) float64 {
	// 	// your code here
	// 	return 0
	// }
	//
	// %%
	// exercise.Check("0.1", mean)
	// // exercise.Hint("0.1")
	// // exercise.Solution("0.1")
}
