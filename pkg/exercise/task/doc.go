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
// # A new kind
//
// A kind of exercise is one type in one file here that implements [Kind], and
// a literal of it in the field Kind of a record. [Function] and [Pick] are such
// types. A prediction is to be one in prediction.go, with the outcome, the
// usual misses as [Mistake] and why most people miss that way. "Find the bug"
// and "break it" are to be two in bug.go and break.go: each takes one of the
// wrong answers of a Function as the colleague's code, the one with its line
// and three reasons, the other with Random and Edges for the inputs. The one
// sentence of why that follows a right answer is to be a field of Exercise
// beside Why, because every kind has it.
package task
