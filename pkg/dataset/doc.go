// Package dataset provides the data: the real tables of the course, your own CSV
// files, and generated data of which the truth is known.
//
// Real data come as a Table, with one name per column. AutoMPG, Penguins, Iris
// and Digits are embedded; Load and Read take a CSV file of yours, or one with
// other separators, decimal commas or no header, as a Config says. A missing
// value is NaN in a column of numbers and "" in a column of text; Complete drops
// the rows that have one. Matrix puts columns side by side: examples are rows,
// features are columns. (The ones column x_i0 = 1 is not one of them;
// ann/pkg/regression adds it.)
//
// Generated data: Line, Curve and Surface scatter points about a known function,
// Spoil turns some of them into outliers, and QuadrupoleScan is a measurement
// from an accelerator. XOR, Quadrants, Circles, Moons, Spirals and Blobs are
// classes in a plane, some of which no straight line can separate. All random
// numbers come from the *rand.Rand that is passed in, so the same seed gives the
// same points.
//
// Classes are numbers from 0: Labels makes them from a column of names, OneHot,
// OneColumn and PlusMinus give them the form that a loss wants. Split,
// StratifiedSplit and Folds choose rows to train on and to test with, Rows and
// Pick copy the chosen rows, and Batches hands them out in mini-batches.
//
// Bad files are errors of type *ReadError that name the line, the column and,
// where there is one, the Config that reads the file; nothing is guessed.
// Every package that computes with data calls CheckFinite first, and so a NaN, an
// Inf or a number beyond ±1e150 is the same *NotFinite everywhere; a label that
// its user does not take is a *BadLabel. To ask for a column that does not exist,
// or to pass a size that makes no sense, is a mistake in the program and panics.
package dataset
