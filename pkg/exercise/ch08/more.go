package ch08

import (
	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// cloud is the prediction of how the cloud of gradients shrinks.
func cloud() task.Exercise {
	return task.Exercise{
		ID: "8.1", Title: "Four times the cars",
		Hints: [3]string{
			"A mini-batch gradient is a mean. How does the scatter of a mean change when it is a mean of more draws?",
			"Variances of independent draws add up. The variance of the mean of B draws is 1/B of that of one.",
			"The variance shrinks by 4. The radius is a length, the root of a variance.",
		},
		Why: "The gradient of a batch is the mean of B independent draws, so its variance is 1/B of that of one draw, and its spread, a length, is the root of it. " +
			"Four times the work buys half the noise.",
		Because: "Most people say 4, the factor in the work: but what shrinks by 4 is the variance, and a radius is its root.",
		Kind: task.Prediction{
			Ask: "The cloud above has a radius: the root mean square distance of its 500 dots from the full gradient. Now each mini-batch gets 64 cars in place of 16, drawn with replacement. " +
				"**By what factor does the radius of the cloud shrink?** (Write 1 for \"not at all\", 10 for \"to a tenth\".)",
			Outcome: 2., Tolerance: 0.05, Near: 0.1, Guess: 4.,
			Misses: []task.Mistake{
				{Name: "the factor in the work", Says: "The variance shrinks by 4. The radius is the root of the variance.", Answer: 4.},
				{Name: "the square of the factor", Says: "It is the root of 4, not its square.", Answer: 16.},
				{Name: "not at all", Says: "Some of the errors in a mean cancel each other, and the more draws, the more of them.", Answer: 1.},
				{Name: "the other way round", Says: "The radius is multiplied by this. It shrinks by one over it.", Answer: 0.5},
				{Name: "the root of 64", Says: "That is the factor from 1 car to 64. The question begins at 16.", Answer: 8.},
			},
			Forms: []string{"half the noise", "half as wide", "1/√B", `\sqrt{B}`, `\sqrt B`, "√B", "halves"},
		},
	}
}

// sorted is the prediction of what sorted digits do.
func sorted() task.Exercise {
	return task.Exercise{
		ID: "8.2", Title: "The same digits, sorted",
		Hints: [3]string{
			"What are the last few hundred steps about? What do they do to the weights of the other digits?",
			"In the last part of the epoch every image is a 9, and the answer 9 is always right. Which weights grow in each of these steps, and which shrink?",
			"At the end it says 9 to everything. How many of 100 test images show a 9?",
		},
		Why: "Each step makes the digit at hand more likely and all others less, and for the last few hundred steps only one digit is at hand. " +
			"So at the end the answer is 9, whatever the image shows, and that is right for one image in ten.",
		Because: "Most people say 50 or more, because every image was seen once; but what was learned first was unlearned since.",
		Kind: task.Prediction{
			Ask: "Now the rows are *sorted* by digit: first all zeros, then all ones, and so on to the nines. The same 3,823 images, each seen once; the same model, B, α and start. " +
				"**How many per cent of the test images does it get right?**",
			Unit: "%", Outcome: 10.02, Tolerance: 0.3, Near: 3, Guess: 60.,
			Misses: []task.Mistake{
				{Name: "the order does not matter", Says: "In a sum it would not. But θ moves between the terms, and later steps undo earlier ones.", Answer: 93.},
				{Name: "half of them", Says: "You expect that it forgets some. It forgets more than that.", Answer: 50.},
				{Name: "none", Says: "There is one digit it still knows: the last one.", Answer: 0.},
			},
			Forms: []string{"10 %", "10.0 %", "10.02", "one in ten", "a tenth of them", "guessing"},
		},
	}
}

// wrongEpoch is the bug in an epoch of mini-batches.
func wrongEpoch() task.Exercise {
	return task.Exercise{
		ID: "8.5", Title: "Find the bug: an epoch",
		Hints: [3]string{
			"The careless test takes the rows in the order 0, 1, 2, … What does that hide?",
			"i is the number of a row, from + j is a place in the order. In which lines do they stand, and are they the same for the careless test?",
			"X is read at row i in lines 7 and 8. At which row is y read?",
		},
		Why: "Line 7 takes row i of X and the y at the place from + j, which belongs to another row as soon as the order is shuffled. " +
			"Every x then has the y of a stranger, and the fit becomes the mean of y, with no slope.",
		Because: "In the order 0, 1, 2, … place and row are the same number; only a shuffled order tells them apart, so test with one.",
		Kind: task.Bug{
			Name: "epoch", Function: bug{}.epoch, Right: epoch,
			Ask: "A colleague's epoch of mini-batches. With the rows in the order 0, 1, 2, …, n − 1 it agrees with a textbook to the last digit, with a remainder and without. " +
				"With a shuffled order it says that heavy cars drive as far as light ones. No panic, no message. **Which line, and why?**",
			Careless: [][]any{
				{mat.NewDense(5, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4, 1, 3}), []float64{0, 5, 2, 5, 1}, []float64{1, 2}, []int{0, 1, 2, 3, 4}, 0.1, 2},
				{mat.NewDense(2, 2, []float64{1, 1, 1, 2}), []float64{3, 5}, []float64{0, 0}, []int{0, 1}, 0.3, 1},
			},
			Line: 7, Fixed: "r := floats.Dot(X.RawRowView(i), theta) - y[i].",
			Fine: map[int]string{
				2:  "The start belongs to the caller; a copy is right.",
				3:  "Batches begin every size rows, until none is left.",
				4:  "These are the row numbers of the batch; min takes care of the remainder.",
				5:  "The gradient of a batch begins at 0, so this belongs inside the loop.",
				6:  "j is the place in the batch, i the row. Both are right here; which of them is used where?",
				8:  "r·x_i, divided by the number of rows in this batch, the last one too: right.",
				10: "One step for each batch, after its mean is complete.",
			},
			Reasons: []task.Option{
				{Letter: "a", Text: "the last batch is divided by too large a number"},
				{Letter: "b", Text: "x and y are of different rows"},
				{Letter: "c", Text: "the gradient of one batch is carried on to the next"},
			},
			Reason: "b",
			Wrong: []task.Mistake{
				{Name: "the remainder's mean", Says: "len(rows) is the number of rows of this batch, the smaller last one too. And the careless test has a remainder.", Answer: "a"},
				{Name: "carried on", Says: "grad is made anew for each batch, in line 5.", Answer: "c"},
			},
			Random: random{}.epoch,
		},
	}
}
