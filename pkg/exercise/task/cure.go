package task

import (
	"math/rand/v2"
	"reflect"
	"time"

	"ann/pkg/exercise/eval"
	"ann/pkg/exercise/repair"
)

// draws is how many drawn lists of arguments a change must pass beside the cases.
const draws = 24

// problem is what a search for the smallest change is given: the learner's
// function, the solution, the cases and as many drawn arguments.
func (f Function) problem(e Exercise, learners *repair.Function, seed uint64, limit time.Duration) repair.Problem {
	p := repair.Problem{Function: learners, Limit: limit, Clock: searchClock}
	p.Solution, _ = repair.Parse(e.solutionFile(f.Name), f.Name)
	p.Cases = f.trials(f.Cases)
	rng := rand.New(rand.NewPCG(seed, 24))
	for range draws {
		p.Draws = append(p.Draws, f.trial(f.Random(rng)))
	}
	return p
}

func (f Function) trials(cases [][]any) (all []repair.Trial) {
	for _, args := range cases {
		all = append(all, f.trial(args))
	}
	return all
}

// trial is a case as a search has it.
func (f Function) trial(args []any) repair.Trial {
	want := call(reflect.ValueOf(f.Solution), args, patience, nil).got
	var before []value
	for _, a := range args {
		before = append(before, valueOf(reflect.ValueOf(a)))
	}
	return repair.Trial{
		Args: func() []any {
			fresh := make([]any, len(args))
			for i, a := range args {
				fresh[i] = copyOf(reflect.ValueOf(a)).Interface()
			}
			return fresh
		},
		Score: func(results []reflect.Value, after []any, fault *eval.Fault) (parts []bool, numbers int) {
			if fault != nil {
				return []bool{false}, 0
			}
			for i, a := range after {
				if difference(before[i], valueOf(reflect.ValueOf(a)), 0) != "" {
					return []bool{false}, 0
				}
			}
			got := together(valuesOf(results))
			return agreement(want, got), numbersRight(want, got)
		},
	}
}

// agreement says which results are right, or, where there is one, which numbers.
func agreement(want, got value) []bool {
	if want.shape != got.shape || len(want.parts) != len(got.parts) {
		return []bool{false}
	}
	if len(want.parts) > 0 {
		right := make([]bool, len(want.parts))
		for i := range right {
			right[i] = difference(want.parts[i], got.parts[i], tolerance) == ""
		}
		return right
	}
	if len(want.nums) == 0 {
		return []bool{want.text == got.text}
	}
	right := make([]bool, len(want.nums))
	for i, w := range want.nums {
		one, other := value{nums: []float64{w}}, value{nums: []float64{got.nums[i]}}
		right[i] = difference(one, other, tolerance) == ""
	}
	return right
}

// numbersRight counts the numbers that are right, in all results.
func numbersRight(want, got value) (count int) {
	right := agreement(want, got)
	for i, isRight := range right {
		switch {
		case len(want.parts) > 0 && len(want.parts) == len(got.parts) && want.shape == got.shape:
			count += numbersRight(want.parts[i], got.parts[i])
		case isRight:
			count++
		}
	}
	return count
}
