package task

import (
	"testing"
	"time"
	"fmt"
	"os"
	"ann/pkg/exercise/repair"
)

var Trying func(id string) Exercise

func TryOne(t *testing.T, e Exercise, source string) {
	f := e.Kind.(Function)
	fn, err := repair.Parse([]byte("package main\nimport \"math\"\nimport \"gonum.org/v1/gonum/mat\"\n"+source), f.Name)
	if err != nil { t.Error(err); return }
	start := time.Now()
	c, err := repair.Search(f.problem(e, fn, 1, 2*time.Second))
	fmt.Fprintln(os.Stderr, e.ID, time.Since(start).Round(time.Millisecond), err)
	if c != nil { for _, p := range c.Places { fmt.Fprintln(os.Stderr, "  ", p.Line, p.Look, "|", p.Says) } }
}
