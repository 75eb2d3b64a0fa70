//go:build unix && !race && !noasm

package task_test

import (
	"fmt"
	"go/format"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"ann/pkg/exercise/repair"
	"ann/pkg/exercise/task"
)

// fate is what became of a damage.
type fate int

const (
	leftOut fate = iota // does not compile, or is right
	truly               // a line at fault, or a change that cures
	byName              // a usual mistake, without a line
	byFact              // what the numbers have in common, and no more
	silent
	falsely
)

var fates = []string{"left out", "told", "named", "fact", "silent", "wrong"}

// count counts fates by group, such as "chapter 01, in the table".
type count map[string]*[6]int

func (c count) add(group string, f fate) {
	if c[group] == nil {
		c[group] = new([6]int)
	}
	c[group][f]++
}

// processorTime is what this program has used of two processors: a search in a
// test counts its time by it, because the processors may have other work.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano()+u.Stime.Nano()) / 2
}

var named = regexp.MustCompile(`line (\d+)`)

// judge hands a damaged function in and says what became of it.
func judge(e task.Exercise, d damage) (f fate, j task.Judged, took time.Duration) {
	pretty, err := format.Source([]byte(d.text))
	if err != nil {
		return leftOut, j, 0
	}
	text := d.text
	if strings.Count(string(pretty), "\n") == strings.Count(d.text, "\n") {
		text = string(pretty)
	}
	start := processorTime()
	j, err = task.Judge(e, file(text))
	took = processorTime() - start
	if err != nil || j.Right {
		return leftOut, j, took
	}
	if j.Cure != nil {
		before, _ := repair.Parse(file(text), e.Kind.(task.Function).Name)
		cured, err := repair.Parse(file(j.Cure.Text), e.Kind.(task.Function).Name)
		if err == nil && (task.Passes(e, cured, 200) || j.Cure.Partly && task.PartsRight(e, cured, 200) > task.PartsRight(e, before, 200)) {
			return truly, j, took
		}
	}
	lines := named.FindAllStringSubmatch(j.Look, -1)
	for _, m := range lines {
		line, _ := strconv.Atoi(m[1])
		if !slices.ContainsFunc(d.places, func(at []int) bool { return slices.Contains(at, line) }) {
			return falsely, j, took
		}
	}
	switch {
	case len(lines) > 0:
		return truly, j, took
	case j.Named != "":
		return byName, j, took
	case j.Numbers != "" || j.Look != "":
		return byFact, j, took
	}
	return silent, j, took
}

// TestFeedback damages right answers and counts what the check says of them. The
// sample of the test takes less than a minute; ANN_FEEDBACK=1,200 (make feedback)
// does every single damage and 200 pairs a form, 10,20 a tenth of them.
// ANN_EXERCISE=1.5 takes one exercise alone, ANN_SHOW=1 prints what is not told.
func TestFeedback(t *testing.T) {
	if testing.Short() {
		t.Skip("tries some hundred damages")
	}
	of, pairs := 0, 0 // a sample: one damage a form, and a pair for every third form
	if asked := os.Getenv("ANN_FEEDBACK"); asked != "" {
		if _, err := fmt.Sscanf(asked, "%d,%d", &of, &pairs); err != nil {
			t.Fatalf("ANN_FEEDBACK is %q, want such as 1,200: %v", asked, err)
		}
	}
	task.CountBy(t, processorTime)
	files, err := filepath.Glob("testdata/forms/*.go")
	if err != nil {
		t.Fatal(err)
	}
	single, double, kinds := count{}, count{}, count{}
	var times []time.Duration
	for _, path := range files {
		id := strings.TrimSuffix(filepath.Base(path), ".go")
		if only := os.Getenv("ANN_EXERCISE"); only != "" && !strings.HasPrefix(id, only) {
			continue
		}
		e := find(t, id)
		for n, text := range forms(t, path) {
			source, err := repair.Parse(file(text), e.Kind.(task.Function).Name)
			if err != nil || !task.Passes(e, source, 200) {
				t.Errorf("%s: form %d is not right", id, n+1)
				continue
			}
			if slips := source.Slips(); len(slips) > 0 {
				t.Errorf("%s: of the right form %d is said: %v", id, n+1, slips)
			}
			damages := singles(text)
			rng := rand.New(rand.NewPCG(uint64(n), 7))
			sample := int(uint(len(text)*7919) % uint(len(damages))) // another place in each form
			record := func(c count, d damage) {
				f, j, took := judge(e, d)
				if f != leftOut {
					times = append(times, took)
				}
				in := map[bool]string{true: "in the table", false: "not in the table"}[d.known]
				c.add("chapter "+id[:1]+", "+in, f)
				c.add("all, "+in, f)
				c.add("all", f)
				if len(d.kinds) == 1 {
					kinds.add(d.kinds[0], f)
				}
				if f == falsely || os.Getenv("ANN_SHOW") != "" && (f == silent || f == byFact) {
					t.Logf("%s form %d, %v at %v: %s\n%s\nnamed %q numbers %q look %q change %q", id, n+1, d.kinds, d.places, fates[f], d.text, j.Named, j.Numbers, j.Look, j.Change)
				}
			}
			for i, d := range damages {
				if of > 0 && rng.IntN(of) == 0 || of == 0 && i == sample {
					record(single, d)
				}
			}
			doubles := pairs
			if of == 0 && n == 0 {
				doubles = 1 // of the sample: the first form of each function
			}
			for range doubles {
				if d, ok := both(text, damages[rng.IntN(len(damages))], damages[rng.IntN(len(damages))]); ok {
					record(double, d)
				}
			}
		}
	}
	table(t, "one damage", single)
	table(t, "two damages", double)
	table(t, "one damage, by kind", kinds)
	slices.Sort(times)
	t.Logf("processor time halved: median %v, 95 %% %v, most %v", times[len(times)/2], times[len(times)*95/100], times[len(times)-1])
	for _, want := range []struct {
		c            count
		group        string
		least, small float64 // told of all damages, and of a sample
	}{{single, "all, in the table", 0.95, 0.8}, {single, "all, not in the table", 0.75, 0.6}, {double, "all", 0.5, 0.4}} {
		n, sum := want.c[want.group], 0
		if n == nil {
			continue
		}
		for _, k := range n[truly:] {
			sum += k
		}
		if sum < 10 {
			continue // a share of so few says nothing
		}
		least := want.least
		if of != 1 {
			least = want.small
		}
		if told := float64(n[truly]+n[byName]) / float64(sum); told < least {
			t.Errorf("%s: %.1f %% are told, want %v %%", want.group, 100*told, 100*least)
		}
		if 100*n[falsely] > max(sum, 100) {
			t.Errorf("%s: %d of %d are told what is wrong", want.group, n[falsely], sum)
		}
	}
}

func table(t testing.TB, title string, c count) {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-36s", title)
	for _, f := range fates[1:] {
		fmt.Fprintf(&b, " %8s", f)
	}
	fmt.Fprintf(&b, " %7s   left out\n", "of")
	var groups []string
	for g := range c {
		groups = append(groups, g)
	}
	slices.Sort(groups)
	for _, g := range groups {
		n := c[g]
		of := 0
		for _, k := range n[1:] {
			of += k
		}
		if of == 0 {
			continue
		}
		fmt.Fprintf(&b, "%-36s", g)
		for _, k := range n[1:] {
			fmt.Fprintf(&b, " %6.1f %%", 100*float64(k)/float64(of))
		}
		fmt.Fprintf(&b, " %7d   %d\n", of, n[leftOut])
	}
	t.Log(b.String())
}
