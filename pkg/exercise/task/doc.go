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
