package notebook_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"ann/pkg/notebook"

	"gonum.org/v1/gonum/mat"
)

// failing are cells that end with exit code 1, run in a process of their own.
var failing = map[string]func(){
	"regression: X is wrong":                func() { notebook.Must(1, errors.New("regression: X is wrong")) },
	"notebook: ShowPanic: nothing panicked": func() { notebook.ShowPanic(func() {}) },
}

func TestFailingCells(t *testing.T) {
	const variable = "ANN_TEST_FAILING"
	if f := failing[os.Getenv(variable)]; f != nil {
		f()
		os.Exit(0) // which is what must not happen
	}
	for text := range failing {
		cell := exec.Command(os.Args[0], "-test.run=^TestFailingCells$")
		cell.Env = append(os.Environ(), variable+"="+text)
		output, err := cell.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 || strings.TrimSpace(string(output)) != text {
			t.Errorf("%s: error %v, output %q", text, err, output)
		}
	}
}

func ExampleMust() {
	n := notebook.Must(strconv.Atoi("398"))
	fmt.Println(n)
	// Output: 398
}

func ExampleShowPanic() {
	X := mat.NewDense(1, 2, nil)
	notebook.ShowPanic(func() { X.Mul(X, X) })
	// Output: mat: dimension mismatch
}
