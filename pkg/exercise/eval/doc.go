// Package eval runs Go functions from their source, inside the running program.
//
// [Compile] takes a source and [Program.Call] gives what its function returns:
// source in, results out. No compiler is started and no file written, so
// hundreds of variants of a learner's function are tried in a second, offline
// and where no Go is installed. Each call has fuel, so that an endless loop
// ends by itself, and a panic is returned with its line.
//
// The source is type-checked as the compiler does it (go/types); what it may
// import is listed in library.go. It is then made into closures, one for each
// expression and statement. What is rare in a learner's function is left out:
// goroutines, channels, maps, labels, generic functions of their own, struct
// types of their own, methods, float32 and the like. Compile says so with an
// error, and the caller does without.
//
// That a source does here what the compiler makes of it is checked by whoever
// has both: see the tests, which run every solution and wrong answer both ways.
package eval
