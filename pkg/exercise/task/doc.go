// Package task checks what a learner hands in, and holds what the author of a
// chapter writes: the record of an [Exercise] and the kinds of them.
//
// A folder pkg/exercise/chNN holds the exercises of a chapter:
//
//	tasks.go     Chapter: one record an exercise, with hints, mistakes and cases
//	stub.go      what the learner begins with, methods of the type stub
//	solution.go  methods of the type solution, of the same names
//	wrong.go     methods of the type wrong
//	random.go    methods of the type random, which draw arguments
//
// They are methods so that stub and solution both have the name that the
// learner sees; their source is what is shown.
//
// # How a wrong function is looked at
//
// At most two things are said of it, beside the first case where it is wrong:
//
//	recognise.go  is it a usual mistake, one of Function.Wrong, in every case?
//	numbers.go    else: what have its numbers in common? a factor, an offset, an
//	              order, one result that is right
//	tell.go       which line is it? the smallest change that makes it right is
//	              searched in the learner's own source (package repair); it counts
//	              when it passes all cases and as many drawn arguments. Where none
//	              is found, what the source alone shows: an argument never looked
//	              at, a loop that ends in its first round
//
// The first wrong try is told where to look. When the same is wrong again, or a
// hint is asked for, it is told what to write there; the [Memory] of a try is
// kept with the progress. A function without a source, such as a closure, is
// told less, and nothing complains.
//
// What is said must be true of this program: feedback_test.go damages right
// answers of three forms in every place and counts what is told of them, and
// testdata/answers of package exercise holds wrong answers by others.
//
// # The kinds
//
//	Function    write it; or call it right, when only its result is judged
//	Pick        one letter for each row of a table
//	Prediction  a guess before the experiment: no wrong one, only a miss
//	Bug         a colleague's function: the line, then the reason
//	Break       a colleague's function, or a rule: an input on which it fails
//
// A kind is one type in one file that implements [Kind], and a literal of it in the field
// Kind of a record. Bug and Break take a wrong answer as the colleague's code; it stands in
// bugs.go of the chapter, so that it can be printed. What follows a right answer is
// Exercise.Because, and the other way that the solution goes (another.go).
//
// Functions and Picks are asked again, days later: question.go draws numbers that a pencil can
// do, in which the usual mistakes show.
package task
