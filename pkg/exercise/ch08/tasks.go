// Package ch08 holds the exercises of chapter 08.
package ch08

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 08.
func Chapter() task.Chapter {
	return task.NewChapter("08", "Stochastic gradient descent", sources,
		cloud(),
		sorted(),
		task.Exercise{
			ID: "8.3", Title: "The gradient of a mini-batch",
			Hints: [3]string{
				"It is the gradient of chapter 2, a mean of r·x. Which rows is it a mean over here, and how many are they?",
				"for _, i := range rows: i is the number of a row. x := X.RawRowView(i), r := floats.Dot(x, theta) - y[i]. Then add r·x_k to grad[k] for each k.",
				"grad[k] += r * x[k] / float64(len(rows)), for every k, and return grad after both loops.",
			},
			Why: "The mean over the batch has the size of the full gradient, whatever B is, so the same α fits. " +
				"Divide by n in its place, and the steps are n/B times too short; forget to divide, and they are B times too long.",
			Because: "A mean over the rows of the batch estimates the mean over all rows, whatever B is.",
			Kind: task.Function{
				Name: "batchGradient", Stub: stub{}.batchGradient, Solution: solution{}.batchGradient,
				Wrong: []task.Mistake{
					{Name: "/n for /B", Says: "The mean runs over the rows of the batch: divide by len(rows), not by the number of all rows.", Answer: wrong{}.gradOverAll},
					{Name: "the sum, not the mean", Says: "Divide by the number of rows in the batch, len(rows).", Answer: wrong{}.gradSum},
					{Name: "a factor 2 too much", Says: "The 2 from the square is cancelled by the ½ in J.", Answer: wrong{}.gradTwice},
					{Name: "the ½ of J is kept", Says: "The derivative of r²/2 is r times dr/dθ: the ½ is gone.", Answer: wrong{}.gradHalf},
					{Name: "the residual is the wrong way round", Says: "r is h − y, so that the gradient points uphill. The minus comes in the step, not here.", Answer: wrong{}.gradUphill},
					{Name: "1/B of whole numbers", Says: "1/len(rows) is 0 in Go as soon as there are two rows. Write 1/float64(len(rows)).", Answer: wrong{}.gradWhole},
					{Name: "divided by the number of weights", Says: "len(theta) and len(grad) count the weights. The mean runs over the rows of the batch: len(rows).", Answer: wrong{}.gradColumns},
					{Name: "the full gradient", Says: "Your sum runs over all rows. Take those that rows names, and no others.", Answer: wrong{}.gradFull},
					{Name: "the index for the row", Says: "range gives the place in the list first. The row is the second: for _, i := range rows.", Answer: wrong{}.gradFirstRows},
					{Name: "x and y of different rows", Says: "X is taken at row i, y at the place in the list. y[i] belongs to row i of X.", Answer: wrong{}.gradApart},
					{Name: "a row that is named twice counts once", Says: "Rows are drawn with replacement: one that is drawn twice pulls twice.", Answer: wrong{}.gradOnce},
					{Name: "x is missing", Says: "Component k is the mean of r·x_k. Yours is the mean of r in every component.", Answer: wrong{}.gradNoX},
					{Name: "y is forgotten", Says: "r is h − y; yours is h alone.", Answer: wrong{}.gradNoY},
					{Name: "r is squared", Says: "That is the loss. Its derivative has r itself.", Answer: wrong{}.gradSquare},
					{Name: "the bias has no gradient", Says: "Component 0 is the mean of r: x_i0 is 1. Let k run from 0.", Answer: wrong{}.gradNoBias},
					{Name: "only the first row is used", Says: "Is there a return or a break inside the loop over the rows?", Answer: wrong{}.gradFirst},
					{Name: "the first row alone, as if it were the batch", Says: "Add up over all rows of the list, then divide by their number.", Answer: wrong{}.gradOneRow},
					{Name: "only the last row is left", Says: "= forgets what was added before. Write +=, and make grad before the loop.", Answer: wrong{}.gradLast},
					{Name: "the last row is left out", Says: "The loop ends one row too early: for _, i := range rows runs through all of them.", Answer: wrong{}.gradShort},
					{Name: "the first row is left out", Says: "Lists are counted from 0: for _, i := range rows begins with the first.", Answer: wrong{}.gradFromOne},
					{Name: "r is never set back", Says: "Each row has its own residual: let it begin anew inside the loop over the rows.", Answer: wrong{}.gradCarried},
					{Name: "the step, not the gradient", Says: "Return the gradient itself. θ moves later.", Answer: wrong{}.gradStep},
				},
				Cases: [][]any{
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{1, 3, 2, 5}, []float64{1, 2}, []int{2, 3}},
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{1, 3, 2, 5}, []float64{0, 1}, []int{3}},
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{1, 3, 2, 5}, []float64{0.5, -1}, []int{3, 1, 1}}, // twice
					{task.Design(task.Rand(80), 6, 3), task.Normals(task.Rand(81), 6), task.Normals(task.Rand(82), 4), []int{5, 0, 3, 2, 5}},
					{mat.NewDense(5, 1, []float64{1, 1, 1, 1, 1}), []float64{3, 1, 4, 1, 5}, []float64{2}, []int{4, 2, 0}},
				},
				Random: random{}.batchGradient,
				Edges: task.Edges{
					"one row":      task.Len(3, 1),
					"one data row": task.Len(0, 1),
					"a row twice": func(args []any) bool {
						seen := map[int]bool{}
						for _, i := range args[3].([]int) {
							if seen[i] {
								return true
							}
							seen[i] = true
						}
						return false
					},
				},
			},
		},
		task.Exercise{
			ID: "8.4", Title: "A mini-batch sampler",
			Hints: [3]string{
				"Walk through order in steps of size. Where does a batch begin, and where does it end if fewer than size rows are left?",
				"for from := 0; from < len(order); from += size, and the batch is rows := order[from:min(from+size, len(order))]. Make two new lists for each batch.",
				"for _, i := range rows { xb = append(xb, x[i]); yb = append(yb, y[i]) }, with var xb, yb []float64 inside the outer loop; then append xb to xs and yb to ys.",
			},
			Why: "One list of numbers serves x and y, so that no x ever meets the y of another point, and the shuffle is done once, on that list. " +
				"The last batch is shorter when size does not divide n; dropped, its points would be missing in the epoch.",
			Because: "One shuffled list of numbers cuts both x and y, and what is left at its end is a batch too.",
			Kind: task.Function{
				Name: "miniBatches", Stub: stub{}.miniBatches, Solution: solution{}.miniBatches,
				Wrong: []task.Mistake{
					{Name: "the remainder is dropped", Says: "When size does not divide n, points are left over. They are a batch too, a smaller one: let the loop run while from < len(order).", Answer: wrong{}.batchDropped},
					{Name: "the remainder is filled up", Says: "Points from the beginning come a second time in this epoch. Let the last batch be smaller.", Answer: wrong{}.batchFilled},
					{Name: "the last batch reaches back", Says: "It holds points that the batch before had already. Let it be smaller.", Answer: wrong{}.batchPulledBack},
					{Name: "the remainder is joined to the batch before", Says: "No batch is to be larger than size: what is left is a batch of its own.", Answer: wrong{}.batchJoined},
					{Name: "not shuffled", Says: "You take the points in the order of x. Point number j of the epoch is order[j].", Answer: wrong{}.batchUnshuffled},
					{Name: "x and y shuffled apart", Says: "x is taken in the shuffled order, y in the old one: each x gets the y of another point. Read y at the same i as x.", Answer: wrong{}.batchApart},
					{Name: "y shuffled, x not", Says: "y is taken in the shuffled order, x in the old one. Read x[i] where you read y[i].", Answer: wrong{}.batchYOnly},
					{Name: "the order backwards", Says: "order[j] is the point that comes at place j. You have put point j at place order[j].", Answer: wrong{}.batchInverse},
					{Name: "dealt like cards", Says: "The first batch is to hold the first size points of order, the second the next ones.", Answer: wrong{}.batchDealt},
					{Name: "size taken for the number of batches", Says: "size is how many points a batch has.", Answer: wrong{}.batchCount},
					{Name: "only the first batch", Says: "Is the return inside the loop?", Answer: wrong{}.batchFirst},
					{Name: "the batches overlap", Says: "The next batch begins size points further, not one: from += size.", Answer: wrong{}.batchSliding},
					{Name: "every batch begins at the front", Says: "Batch b begins at order[b*size], not at order[0].", Answer: wrong{}.batchAllFirst},
					{Name: "all batches share one memory", Says: "Lists made before the loop are the same in every round, so all batches hold what the last one wrote. Make xb and yb inside the loop.", Answer: wrong{}.batchReused},
					{Name: "all batches share one memory, cut to length", Says: "xb[:len(rows)] is a window on the same memory, which the next round writes over. Make xb and yb inside the loop.", Answer: wrong{}.batchReusedCut},
					{Name: "each batch holds the earlier ones too", Says: "xb and yb are never emptied. Let them begin anew inside the outer loop.", Answer: wrong{}.batchGrowing},
					{Name: "the last batch is padded with zeros", Says: "Zeros are no data. Make the last batch as short as what is left.", Answer: wrong{}.batchPadded},
					{Name: "zeros in front of every batch", Says: "append adds behind what is there: make([]float64, size) has size zeros already. Begin with an empty list.", Answer: wrong{}.batchZerosFirst},
					{Name: "an empty batch at the end", Says: "When size divides n, nothing is left over: the loop ends with from < len(order).", Answer: wrong{}.batchEmptyLast},
					{Name: "the last point is lost", Says: "The end of a slice is not part of it: order[from:len(order)] holds the last point.", Answer: wrong{}.batchRowLost},
					{Name: "the first point is lost", Says: "Lists are counted from 0: the first batch begins with order[0].", Answer: wrong{}.batchFirstLost},
					{Name: "every batch is one point short", Says: "order[from:from+size] holds size points already; no − 1.", Answer: wrong{}.batchSmaller},
					{Name: "only the last batch", Says: "Append each batch to xs and ys. = with a list of one forgets the others.", Answer: wrong{}.batchRemainderOnly},
					{Name: "all of y in each batch", Says: "Each batch has as many y as it has x.", Answer: wrong{}.batchYWhole},
					{Name: "the index for the point", Says: "range gives the place in the batch first. The point is the second: for _, i := range.", Answer: wrong{}.batchPlaces},
					{Name: "the numbers of the points, not the points", Says: "order holds where to look: the values are x[i] and y[i] for each i in it.", Answer: wrong{}.batchIndices},
				},
				Cases: [][]any{
					{[]float64{10, 11, 12, 13, 14}, []float64{50, 51, 52, 53, 54}, []int{3, 0, 4, 1, 2}, 2},
					{[]float64{10, 11, 12, 13}, []float64{50, 51, 52, 53}, []int{1, 2, 3, 0}, 2}, // no remainder
					{[]float64{7, 8, 9}, []float64{1, 2, 3}, []int{2, 0, 1}, 1},
					{[]float64{7, 8, 9}, []float64{1, 2, 3}, []int{1, 2, 0}, 10}, // more than there are
					{task.Normals(task.Rand(83), 7), task.Normals(task.Rand(84), 7), []int{6, 2, 0, 5, 1, 4, 3}, 3},
					{task.Normals(task.Rand(85), 8), task.Normals(task.Rand(86), 8), []int{1, 2, 3, 4, 5, 6, 7, 0}, 5},
				},
				Random: random{}.miniBatches,
				Edges: task.Edges{
					"no remainder": func(args []any) bool { return len(args[2].([]int))%args[3].(int) == 0 },
					"a remainder":  func(args []any) bool { return len(args[2].([]int))%args[3].(int) != 0 },
					"size above n": func(args []any) bool { return args[3].(int) > len(args[2].([]int)) },
					"one point":    task.Len(0, 1),
				},
			},
		},
		wrongEpoch(),
		oneRow(),
		oneLook(),
	)
}
