// Package repair reads a learner's Go function and looks for what is wrong in
// its source. It knows Go and no exercises.
//
//	read.go    Read finds the source of a function that runs, Parse reads one
//	slips.go   Slips: what the source alone shows, such as an argument never used
//	search.go  Search: the smallest change that makes the function right
//
// A change is one edit or two. The edits are rows of the table in edits.go; one
// more is one more row. An edit replaces a stretch of the function's text, the
// result is compiled and run by package eval, and whoever searches says whether
// what it gives is right.
package repair
