package exercise_test

import (
	"fmt"
	"os"
	"strings"

	"ann/pkg/exercise"
)

// A learner forgets to divide, is told, and gets it right.
func ExampleCheck() {
	sum := func(x []float64) float64 {
		s := 0.0
		for _, xi := range x {
			s += xi
		}
		return s
	}
	exercise.Check("0.1", sum)

	mean := func(x []float64) float64 { return sum(x) / float64(len(x)) }
	exercise.Check("0.1", mean)
	// Output:
	// ✗ 0.1 A trial run — not yet (1 of 4 cases right)
	//   case      x = [1 2 3 5]
	//   expected  2.75
	//   got       11
	//   It looks like this: the sum is not divided.
	//   This is Σ x_i. Divide it by float64(len(x)).
	// ✓ 0.1 A trial run — correct. (1 of 1 solved in this chapter)
	//   Adding first and dividing once at the end is the formula x̄ = 1/n Σ x_i, read from the
	//   inside to the outside.
	//   Another way, and why: exercise.Solution("0.1")
}

func ExampleChoice() {
	exercise.Check("1.6", exercise.Choice("?b????"))
	// Output:
	// ✗ 1.6 Which cure for which ill? — not yet
	//   0 of 6 are right, 5 left open.
	//   Row 2 is not b (ridge): the pull of a huge residual must be bounded.
	//   It looks like this: ridge against outliers.
	//   It still adds r², so the outliers pull as before; it only makes θ̄ smaller. That is
	//   another ill's cure.
}

func ExampleHint() {
	os.Remove(os.Getenv("ANN_PROGRESS")) // begin anew
	exercise.Hint("1.4")
	exercise.Hint("1.4")
	// Output:
	// 1.4 The variance of the noise
	//   hint 1 of 3: A mean of r² comes out too small, because θ was chosen to make r small.
	//     By how much must the divisor shrink?
	//   Run the cell again for one more.
	// 1.4 The variance of the noise
	//   hint 1 of 3: A mean of r² comes out too small, because θ was chosen to make r small.
	//     By how much must the divisor shrink?
	//   hint 2 of 3: Every θ_k that was fitted uses up one point. How many θ are there with p
	//     features and a bias?
	//   Run the cell again for one more.
}

func ExampleSolution() {
	os.Remove(os.Getenv("ANN_PROGRESS")) // begin anew
	exercise.Solution("1.7")
	// Output:
	// Solution of 1.7 ★ The emittance
	// (You have not tried it yet. The try is worth it: what you find yourself stays.
	// exercise.Hint("1.7") helps.)
	//
	// // emittance returns ε = √(AC − B²/4)/L² in m·rad.
	// func emittance(A, B, C, L float64) float64 {
	// 	return math.Sqrt(A*C-B*B/4) / (L * L)
	// }
	//
	// Why: ε² is the determinant of the beam matrix at the quadrupole, and all terms with
	// A²/L⁶ and AB/L⁵ cancel in it. AC − B²/4 is A times the smallest σ² of the parabola, so a
	// noisy parabola that dips below 0 gives an imaginary ε.
}

func ExampleClaim() {
	exercise.Claim("mean of 1, 2, 5", (1.0+2+5)/3, 2.7, 0.05)
	// Output: ✓ mean of 1, 2, 5: 2.67, as the text says: 2.7
}

func ExampleProgress() {
	os.Remove(os.Getenv("ANN_PROGRESS")) // begin anew
	chapter00, _, _ := strings.Cut(exercise.Progress(), "**Chapter 01")
	fmt.Print(chapter00)
	// Output:
	// **Chapter 00, Start here: 0 of 1 solved**
	//
	// | exercise | title | state | hints used |
	// |---|---|---|---|
	// | 0.1 | A trial run | – | – |
}
