// Package exercise checks what a learner writes in a notebook cell.
//
// Three calls are the same everywhere:
//
//	exercise.Check("1.2", design) // is it right? if not, what is wrong?
//	exercise.Hint("1.2")          // one more of three hints
//	exercise.Solution("1.2")      // the worked solution and why it is so
//
// Check runs the learner's function beside the solution on cases it does not
// show entirely and prints the first case where they differ. It also runs the
// usual mistakes, which are real wrong functions, and names the one that gives
// what the learner's function gave. Two more calls serve the prose: [Claim]
// asserts a number that the text says, [Progress] returns a table of what is
// solved.
//
// Everything is printed on the standard output as plain text; the package
// knows nothing of notebooks. Progress is kept in a small JSON file, see
// [Progress].
//
// How an exercise is written: chNN.go lists the exercises of chapter NN with
// hints, cases and mistakes; stubNN.go, solutionNN.go and wrongNN.go hold the
// functions as methods of stubNN, solutionNN and wrongNN. So each has the name
// that the learner sees, and the methods' source is what is shown.
package exercise
