package repair

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"ann/pkg/exercise/eval"
)

// sumOfSquares is what the functions of these tests are to compute, and the
// number of values as a second result.
func sumOfSquares(x []float64) (sum float64, n int) {
	for _, v := range x {
		sum += v * v
	}
	return sum, len(x)
}

func trials(lists ...[]float64) (all []Trial) {
	for _, x := range lists {
		sum, n := sumOfSquares(x)
		all = append(all, Trial{
			Args: func() []any { return []any{append([]float64(nil), x...)} },
			Score: func(results []reflect.Value, args []any, fault *eval.Fault) (parts []bool, numbers int) {
				if fault != nil {
					return []bool{false}, 0
				}
				parts = []bool{results[0].Float() == sum, int(results[1].Int()) == n}
				for _, right := range parts {
					if right {
						numbers++
					}
				}
				return parts, numbers
			},
		})
	}
	return all
}

func searched(t testing.TB, body string, limit time.Duration) (*Change, error) {
	f, err := Parse([]byte("package p\nfunc f(x []float64) (sum float64, n int) {\n"+body+"\n}"), "f")
	if err != nil {
		t.Fatal(err)
	}
	return Search(Problem{
		Function: f,
		Cases:    trials([]float64{1, 2, 3}, []float64{5}),
		Draws:    trials([]float64{0.5, -1}, []float64{2, 0, 0, 4}, []float64{}),
		Limit:    limit,
	})
}

func TestSearch(t *testing.T) {
	for _, test := range []struct {
		body string
		line int
		says string
	}{
		{"for _, v := range x {\n\tsum = v * v\n}\nreturn sum, len(x)", 3, "line 3: write `sum += v * v` in place of `sum = v * v`"},
		{"for _, v := range x {\n\tsum += v\n}\nreturn sum, len(x)", 3, "line 3: write `sum += v * v` in place of `sum += v`"},
		{"for i := 1; i < len(x); i++ {\n\tsum += x[i] * x[i]\n}\nreturn sum, len(x)", 2, "line 2: write `for i := 0; i < len(x); i++ {`"},
		{"for _, v := range x {\n\tsum += v * v\n\treturn sum, len(x)\n}\nreturn 0, 0", 4, "move line 4, `return sum, len(x)`, behind line 5"},
		{"for _, v := range x {\n\tsum = 0\n\tsum += v * v\n}\nreturn sum, len(x)", 3, "move line 3, `sum = 0`, before line 2"},
		{"i := 0\nfor i < len(x) {\n\tsum += x[i] * x[i]\n}\nreturn sum, len(x)", 3, "after line 4: add `i++`"},
		{"for _, v := range x {\n\tsum += v * v\n}\nreturn sum, len(x) - 1", 5, "line 5: write `return sum, len(x)`"},
	} {
		c, err := searched(t, test.body, 30*time.Second)
		if err != nil || c == nil {
			t.Errorf("%s: %v, %v", test.body, c, err)
			continue
		}
		if len(c.Places) != 1 || c.Places[0].Line != test.line || !strings.HasPrefix(c.Places[0].Says, test.says) {
			t.Errorf("%s: %+v", test.body, c.Places)
		}
	}
}

// Two mistakes are found together, and where only one is found, it is told for
// the part that it makes right.
func TestSearchTwo(t *testing.T) {
	c, err := searched(t, "for i := 1; i < len(x); i++ {\n\tsum -= x[i] * x[i]\n}\nreturn sum, len(x)", 20*time.Second)
	if err != nil || c == nil || c.Partly || len(c.Places) != 2 || c.Places[0].Line != 2 || c.Places[1].Line != 3 {
		t.Errorf("%+v, %v", c, err)
	}
	c, err = searched(t, "if len(x) > 2 {\n\tsum = 3\n}\nreturn sum, len(x) + 1", 5*time.Second)
	if err != nil || c == nil || !c.Partly || c.Places[0].Line != 5 {
		t.Errorf("%+v, %v", c, err)
	}
}

// Of changes with the same number of tokens the one that is nearer to the solution
// comes first, and a change in two places after one of its two.
func TestRank(t *testing.T) {
	parse := func(body string) *Function {
		f, err := Parse([]byte("package p\nfunc f(v, w float64) float64 {\n\treturn "+body+"\n}"), "f")
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	f := parse("v")
	at := strings.Index(f.Text, "v\n}")
	put := func(text string) edit { return edit{patches: []patch{{at, at + 1, text}}, cost: 2} }
	r := f.ranking(parse("v * v"))
	near, far := r.of(put("v * v")), r.of(put("v + w"))
	if near >= far {
		t.Errorf("v * v has rank %d, v + w %d", near, far)
	}
	if two := r.of(put("v * v"), edit{patches: []patch{{at + 1, at + 1, "\n"}}, cost: 1}); two <= near {
		t.Errorf("two edits have rank %d, one %d", two, near)
	}
	if none := f.ranking(nil); none.of(put("v * v")) != none.of(put("v + w")) {
		t.Errorf("without a solution: %d and %d", none.of(put("v * v")), none.of(put("v + w")))
	}
}

// A change that is right on the cases by chance does not count.
func TestSearchByChance(t *testing.T) {
	f, err := Parse([]byte("package p\nfunc f(x []float64) (sum float64, n int) {\nfor _, v := range x {\n\tsum += v\n}\nreturn sum, len(x) + 1\n}"), "f")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Search(Problem{Function: f, Cases: trials([]float64{1, 0, 1}, []float64{1}), Draws: trials([]float64{2, 3}), Limit: 20 * time.Second})
	if err != nil || c == nil || c.Partly || len(c.Places) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestSearchWithout(t *testing.T) {
	if _, err := searched(t, "return sumUp(x), len(x)\n}\nfunc sumUp(x []float64) (s float64) {\nfor _, v := range x {\n\ts += v * v\n}\nreturn s", time.Second); !errors.Is(err, ErrRight) {
		t.Error(err)
	}
	var unsupported *eval.Unsupported
	if _, err := searched(t, "go f(x)\nreturn 0, 0", time.Second); !errors.As(err, &unsupported) {
		t.Error(err)
	}
	if c, err := searched(t, "return 3, 4", 2*time.Second); c != nil && !c.Partly || err != nil {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err := searched(t, "return 0, len(x)", 0); c != nil || err != nil {
		t.Errorf("%+v, %v", c, err)
	}
}

// Every row of the table makes edits somewhere in this function.
func TestEveryOperator(t *testing.T) {
	const source = `package p
import "gonum.org/v1/gonum/mat"
import "math"
func f(x, y []float64, units []int, A *mat.Dense, alpha, beta float64, p int) (float64, float64) {
	var B mat.Dense
	B.Mul(A, A.T())
	list := []float64{}
	sum, d0, d1 := 0.0, 0.0, 0.0
	for i := range x {
		r := -x[i] - y[i]*(alpha+1)
		sum += r * r / 2
		d0 = float64(p/2) * math.Exp(r)
	}
	k := 0
	for k < p {
		if k > 1 {
			list = append(list, float64(k)+x[0])
		}
		p -= units[k]
	}
	alpha = alpha - beta
	beta = beta - alpha
	return sum + list[0] + d1 + d0*B.At(0, 1), alpha * beta
}`
	f, err := Parse([]byte(source), "f")
	if err != nil {
		t.Fatal(err)
	}
	program, err := f.compile(f.Text)
	if err != nil {
		t.Fatal(err)
	}
	old := operators
	defer func() { operators = old }()
	for _, o := range old {
		operators = []operator{o}
		works := 0
		for _, e := range f.edits(f.site(program), f.site(program)) {
			text, ok := f.apply(e)
			if !ok || !strings.HasPrefix(e.look, "look at") || e.cost < 1 || e.at < nowhere || e.at > len(f.Text) {
				t.Errorf("%s: %+v", o.what, e)
			}
			if _, err := f.compile(text); err == nil {
				works++
			}
		}
		if works == 0 {
			t.Errorf("%s: no edit compiles", o.what)
		}
	}
}
