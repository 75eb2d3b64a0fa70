package task

import (
	"fmt"
	"reflect"
	"runtime"
	"time"

	"gonum.org/v1/gonum/mat"
)

// patience is how long a learner's function may take for all its cases.
var patience = 10 * time.Second

// doubt is after how long it is asked whether the function will ever end.
const doubt = time.Second

// outcome is what one call of a function gave.
type outcome struct {
	got      value
	panicked string // the panic's message, else empty
	line     int    // of the function where it panicked, its func line being 1; 0 is unknown
	changed  int    // the argument that the function wrote into, else -1
	endless  bool   // no answer in time
	waited   time.Duration
}

// fine says that the call came back with a result.
func (o outcome) fine() bool { return o.panicked == "" && !o.endless }

// call runs f on copies of the arguments in a goroutine of its own, so that a
// panic or an endless loop in a learner's function ends neither the check nor
// the cell. (A goroutine cannot be stopped: an endless one goes on until the
// cell's program ends. Running out of stack or memory cannot be caught.)
//
// After a second, isEndless is asked whether waiting has no sense; it may be nil.
func call(f reflect.Value, args []any, limit time.Duration, isEndless func() bool) outcome {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = copyOf(reflect.ValueOf(a))
	}
	done := make(chan outcome, 1)
	go func() {
		o := outcome{panicked: "the function ended its goroutine (runtime.Goexit)", changed: -1}
		defer func() {
			if r := recover(); r != nil {
				o.panicked, o.line = Short(fmt.Sprint(r), 200), lineOf(f)
			}
			done <- o
		}()
		before := valuesOf(in)
		o.got = together(valuesOf(f.Call(in)))
		for i, after := range valuesOf(in) {
			if difference(before[i], after, 0) != "" {
				o.changed = i
			}
		}
		o.panicked = ""
	}()
	start := time.Now()
	wait := min(doubt, limit)
	for range 2 {
		select {
		case o := <-done:
			return o
		case <-time.After(wait):
		}
		if wait = limit - wait; wait <= 0 || isEndless != nil && isEndless() {
			break
		}
	}
	return outcome{changed: -1, endless: true, waited: time.Since(start).Round(100 * time.Millisecond)}
}

// lineOf is the line of a function in which a panic that is being recovered has
// left it, or 0.
func lineOf(f reflect.Value) int {
	own := runtime.FuncForPC(f.Pointer())
	_, first := own.FileLine(own.Entry())
	pcs := make([]uintptr, 50)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for {
		frame, more := frames.Next()
		if frame.Function == own.Name() && frame.Line >= first {
			return frame.Line - first + 1
		}
		if !more {
			return 0
		}
	}
}

// callAll runs f on every case. It gives up after an endless one: the outcomes
// are then fewer than the cases.
func callAll(f reflect.Value, cases [][]any, limit time.Duration, isEndless func(args []any) bool) []outcome {
	end := time.Now().Add(limit)
	var all []outcome
	for _, args := range cases {
		var ask func() bool
		if isEndless != nil {
			ask = func() bool { return isEndless(args) }
		}
		o := call(f, args, time.Until(end), ask)
		all = append(all, o)
		if o.endless {
			break
		}
	}
	return all
}

// copyOf copies what a function could write into: slices and matrices.
func copyOf(v reflect.Value) reflect.Value {
	switch x := v.Interface().(type) {
	case *mat.Dense:
		return reflect.ValueOf(mat.DenseCopyOf(x))
	case *mat.VecDense:
		return reflect.ValueOf(mat.VecDenseCopyOf(x))
	}
	if v.Kind() != reflect.Slice || v.IsNil() {
		return v
	}
	c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		c.Index(i).Set(copyOf(v.Index(i)))
	}
	return c
}

func valuesOf(vs []reflect.Value) []value {
	var all []value
	for _, v := range vs {
		all = append(all, valueOf(v))
	}
	return all
}

// together makes one value of a function's results.
func together(results []value) value {
	if len(results) == 1 {
		return results[0]
	}
	return value{shape: Plural(len(results), "result"), parts: results}
}
