// Command bench measures how fast the engine trains: whole epochs through
// train.Fit, in float64, on one processor unless told otherwise.
//
//	bench                        a table of all workloads
//	bench -run spiral            one workload, as a line of JSON
//	bench -write folder          the data and first weights, for other programs
//
// "Gemm alone" is the time that the matrix products of an epoch take when
// gonum's general product does them and nothing else is done, in percent of the
// time of the epoch. Above 100 % the whole training is faster than that.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
)

func main() {
	name := flag.String("run", "", "measure one workload and print JSON")
	folder := flag.String("write", "", "write data and first weights below this folder")
	threads := flag.Int("threads", 1, "how many processors to use")
	flag.Parse()
	runtime.GOMAXPROCS(*threads)
	switch {
	case *folder != "":
		for _, w := range trainings() {
			quit(w.write(*folder))
		}
		quit(writeRegression(*folder))
	case *name != "":
		quit(one(*name))
	default:
		table(*threads)
	}
}

func quit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func table(threads int) {
	fmt.Printf("float64, %d processor(s), %s %s/%s\n\n", threads, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Printf("%-48s %10s %12s %11s %12s\n", "training", "ms/epoch", "samples/s", "Gemm alone", "allocs/step")
	for _, w := range trainings() {
		r := w.measure()
		rows, _ := w.X.Dims()
		fmt.Printf("%-48s %10.3f %12.0f %9.0f %% %12.2f\n", w.about, 1e3*r.Seconds, float64(rows)/r.Seconds, 100*w.gemmAlone()/r.Seconds, w.allocations())
	}
	fmt.Printf("\n%-48s %10s\n", "regression, 100,000 points, 50 features", "ms")
	for _, f := range fits() {
		fmt.Printf("%-48s %10.1f\n", f.about, 1e3*f.measure().Seconds)
	}
}

// result is what is printed for one workload.
type result struct {
	Name    string
	Seconds float64 // Seconds is the median over the epochs or fits
	Loss    float64 // Loss is that after the last epoch, or J of a fit
}

func one(name string) error {
	for _, w := range trainings() {
		if w.name == name {
			return json.NewEncoder(os.Stdout).Encode(w.measure())
		}
	}
	for _, f := range fits() {
		if f.name == name {
			return json.NewEncoder(os.Stdout).Encode(f.measure())
		}
	}
	return fmt.Errorf("there is no workload %q", name)
}
