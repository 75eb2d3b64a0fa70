// Package exercise holds what a learner types into a notebook's cell.
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
// what the learner's function gave; and it looks in the learner's source for the
// line where a small change makes the function right. Where no function is asked
// for but a choice, the answer is a [Choice]. Two more calls serve the prose:
// [Claim] asserts a number that the text says, [Progress] returns a table of what
// is solved.
//
// Everything is printed on the standard output as plain text; the package
// knows nothing of notebooks. Progress is kept in a small JSON file, see
// [Progress].
//
// The folders below hold the rest, each importing only those before it: eval runs
// a function from its source, repair finds what is wrong in one, task holds the
// checker and the form of an exercise, ch00, ch01, … the exercises of a chapter,
// chapters their list. Above this package is print, the program that writes the
// solution notebooks. How an exercise is written is said in task.
package exercise
