package notebook

import (
	"fmt"
	"os"
)

// Must returns v, or ends the cell if err is not nil, with the error alone as its
// output: a panic would add twenty lines about goroutines.
//
//	fit := notebook.Must(regression.LeastSquares(X, y))
func Must[T any](v T, err error) T {
	if err != nil {
		fail(err.Error())
	}
	return v
}

// ShowPanic calls f and prints the message it panics with, to show what a mistake looks
// like without ending the cell. If f does not panic, the cell fails.
func ShowPanic(f func()) {
	defer func() {
		message := recover()
		if message == nil {
			fail("notebook: ShowPanic: nothing panicked")
		}
		fmt.Println(message)
	}()
	f()
}

// fail ends the cell with the message as its output.
func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}
