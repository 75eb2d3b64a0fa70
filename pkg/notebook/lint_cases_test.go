package notebook_test

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func markdown(lines ...string) *cell {
	return &cell{Kind: "markdown", Source: text(strings.Join(lines, "\n"))}
}

func code(count int, source string, outputs ...output) *cell {
	return &cell{Kind: "code", Source: text(source), Count: &count, Outputs: outputs}
}

func printed(s string) output { return output{Kind: "stream", Name: "stdout", Text: text(s)} }

func shown(html string) output {
	return output{Kind: "display_data", Data: map[string]text{"text/html": text(html), "text/plain": "A figure 7.7"}}
}

// good is a small chapter that no rule objects to. Its cells: 0 header, 1
// figure, 2 prose, 3 numbers, 4 exercises and the rest.
func good() *book {
	return &book{name: "99-good.ipynb", roots: []string{"testdata/none", notebooksFolder}, Cells: []*cell{
		markdown("# A good chapter", "Slides: \"Loss\". Goals: three. Before: chapter 1. 20 minutes."),
		code(1, "%noautoget\nimport (\n\t\"fmt\"\n\n\t\"ann/pkg/exercise\"\n\t\"ann/pkg/figure\"\n\t\"ann/pkg/notebook\"\n)\n%%\nexercise.Review()\nnotebook.Show(\"A line through \"+\n\t\"the points of a cloud\", figure.New(\"a\", \"b\", \"c\"))\nfmt.Println(18.7)",
			shown(`<figure><img alt="A line, 7 > 5" src="data:image/png;base64,iVBORw0KGgo="></figure><iframe srcdoc="&lt;img alt=&#34;x&#34; src=&#34;data:image/png;base64,iVBOR//tmp/w0=&#34;&gt;"></iframe>`),
			printed("weight 18.7 kg, -0.25, 67 % of 2,500.5, 1.5e-03\n")),
		markdown("## Numbers", "It weighs 18.7 kg and −0.25, 67 % and 2,500.5 in all, or 1.5·10⁻³; 12.5 is claimed, 40 % too, and 3 is no decimal.",
			"Code `9.99`, formula $8.88$, exercise 7.7 and 7.8, Go 1.26.8, [link 6.66](https://go.dev) and a free line 5.55. <!-- no-check -->", "```", "4.44", "```", "$$", "y = 3.33", "$$", "[down](#Quick-questions), [up](../go.mod)"),
		code(2, "import \"ann/pkg/exercise\"\n%%\nexercise.Claim(\"c\", x, 12.5, 0.1)\nexercise.Claim(\"d\", x, 0.4, 0.01)"),
		markdown("## Exercises", "### One", "![a picture](data:image/png;base64,AAAA)", "## Quick questions", "<details>a</details>", "<details>b</details>", "<details>c</details>", "## Summary", "Five lines.", "## References", "See <https://go.dev>."),
	}}
}

// manyLines is code of n lines, with comments and blank lines that do not count.
func manyLines(n int) string {
	return "// a comment\n\n%%\n" + strings.Repeat("f() // a word\n", n-2) + "/* a long\n\ncomment */\nx := `two\nlines`\n"
}

func TestLintRejects(t *testing.T) {
	for _, r := range rules {
		for _, f := range r.check(good()) {
			t.Errorf("the good one: %s: %v", r.name, f)
		}
	}
	big := base64.StdEncoding.EncodeToString(make([]byte, maxPicture+1))
	source := func(i int, s string) func(*book) { return func(b *book) { b.Cells[i].Source = text(s) } }
	more := func(i int, s string) func(*book) { return func(b *book) { b.Cells[i].Source += text("\n" + s) } }
	out := func(o output) func(*book) {
		return func(b *book) { b.Cells[1].Outputs = append(b.Cells[1].Outputs, o) }
	}
	replace := func(i int, old, new string) func(*book) {
		return func(b *book) { b.Cells[i].Source = text(strings.Replace(string(b.Cells[i].Source), old, new, 1)) }
	}
	for _, test := range []struct {
		rule, want string // want "": nothing is wrong
		damage     func(*book)
	}{
		{"parses", "is not Go", source(1, "%%\nx := (")},
		{"parses", "is empty", source(1, " \n")},
		{"length", "", source(1, manyLines(25))},
		{"length", "26 lines of code, at most 25", source(1, manyLines(26))},
		{"length", "", func(b *book) { source(1, manyLines(40))(b); b.Cells[1].Metadata.Tags = []string{"exercise"} }},
		{"length", "at most 40", func(b *book) { source(1, manyLines(41))(b); b.Cells[1].Metadata.Tags = []string{"exercise"} }},
		{"width", "", source(1, strings.Repeat("σ", 100))},
		{"width", "line 2 has 101 columns, at most 100", source(1, "%%\n\tx := 1"+strings.Repeat("0", 91))},
		{"dropped errors", "the error of regression.LeastSquares", source(1, "import \"ann/pkg/regression\"\n%%\nfit, _ := regression.LeastSquares(X, y)")},
		{"dropped errors", "the error of r.LeastSquares", source(1, "import r \"ann/pkg/regression\"\n%%\nr.LeastSquares(X, y)")},
		{"dropped errors", "", source(1, "import \"ann/pkg/regression\"\n%%\nbest, _ := regression.LearningRates(X)\nrows, _ := X.Dims()\n_, err := regression.LeastSquares(X, y)")},
		{"dropped errors", "panic(err)", source(1, "%%\npanic(err)")},
		{"engine code", "the method grow", source(1, "type a int\nfunc (a) grow() {}")},
		{"engine code", "", source(1, "func a() {}\nfunc b() {}\nfunc main() {}")},
		{"engine code", "3 functions", source(1, "func a() {}\nfunc b() {}\nfunc c() {}")},
		{"commands", `"!ls"`, source(1, "!ls")},
		{"commands", `"! ls"`, source(1, "//gonb:! ls")},
		{"commands", `"%with_inputs"`, source(1, "%with_inputs\n%%\nf()")},
		{"commands", `"%%writefile x"`, source(1, "%%writefile x")},
		{"tags", "excercise", func(b *book) { b.Cells[1].Metadata.Tags = []string{"excercise"} }},
		{"tags", "raises-exception", func(b *book) { b.Cells[1].Metadata.Tags = []string{"raises-exception"} }},
		{"imports", "github.com/x/y", source(1, `import "github.com/x/y"`)},
		{"imports", `"ann/pkg/nothing"`, source(1, `import "ann/pkg/nothing"`)},
		{"imports", `"not/standard"`, source(1, `import z "not/standard"`)},
		{"imports", "own names", source(1, `import . "fmt"`)},
		{"imports", "", source(1, "import (\n\"math/rand/v2\"\n\"gonum.org/v1/gonum/mat\"\n)")},
		{"alt text", "shorter than 20", source(1, "%%\nnotebook.Show(\"A line\", f)")},
		{"alt text", "shorter than 20", source(1, "%%\nnotebook.Show(`"+strings.Repeat(" ", 30)+"`, f)")},
		{"alt text", "not a string literal", source(1, "%%\nnotebook.Frames(alt, \"p\", frames)")},
		{"alt text", "shorter than 20", source(1, "import nb \"ann/pkg/notebook\"\n%%\nnb.Show(\"\", f)")},
		{"counts", "was not executed", func(b *book) { b.Cells[3].Count = nil }},
		{"counts", "count 7, want 2", func(b *book) { *b.Cells[3].Count = 7 }},
		{"counts", "count 2, want 1", func(b *book) { *b.Cells[1].Count, *b.Cells[3].Count = 2, 1 }},
		{"errors", "a saved error", out(output{Kind: "error"})},
		{"errors", "stderr", out(output{Kind: "stream", Name: "stderr", Text: "oh"})},
		{"pictures", "without alt text", out(shown(`<img src="data:image/png;base64,AA==">`))},
		{"pictures", "without alt text", out(shown(`<img alt=" " src=x>`))},
		{"pictures", "without alt text", out(shown(`<iframe srcdoc="&lt;img src=&#34;x&#34;&gt;"></iframe>`))},
		{"pictures", "image/png without", out(output{Kind: "display_data", Data: map[string]text{"image/png": "AAAA"}})},
		{"pictures", "100 kB, at most 100", out(output{Kind: "display_data", Data: map[string]text{"image/png": text(big), "text/html": `<img alt="a b">`}})},
		{"pictures", "100 kB in the HTML", out(shown(`<iframe srcdoc="&lt;img alt=&#34;x&#34; src=&#34;data:image/png;base64,` + big + `&#34;&gt;"></iframe>`))},
		{"pictures", "3.0 MB", func(b *book) { b.size = maxNotebook + 1 }},
		{"places", "/home/me", out(printed("open /home/me/x: no such file"))},
		{"places", "gonb_0123abcd", out(printed("in gonb_0123abcd"))},
		{"places", "/tmp/gonb", out(shown(`<b>"/tmp/gonb_1"</b>`))},
		{"places", "https://cdn.example", out(shown(`<script src="https://cdn.example/x.js"></script>`))},
		{"places", "wss://a.example", out(shown(`<iframe srcdoc="&lt;script&gt;new WebSocket('wss://a.example')&lt;/script&gt;"></iframe>`))},
		{"places", "//cdn.example", out(shown(`<link href='//cdn.example/x.css'>`))},
		{"places", "", out(shown(`<svg xmlns="http://www.w3.org/2000/svg"></svg>`))},
		{"places", "https://x.example/a.png", out(output{Kind: "display_data", Data: map[string]text{"text/markdown": "![a](https://x.example/a.png)"}})},
		{"places", "https://x.example/b.png", more(2, `<img alt="a" src="https://x.example/b.png">`)},
		{"headings", "level 4 after level 2", more(2, "#### Deep")},
		{"headings", "level 2 after level 0", replace(0, "# A", "## A")},
		{"headings", "second title", more(2, "# Again")},
		{"headings", "no heading", func(b *book) { b.Cells = b.Cells[1:2] }},
		{"pattern", "lacks the slides", replace(0, "Slides", "Pages")},
		{"pattern", "lacks goals", replace(0, "Goals", "Aims")},
		{"pattern", "lacks what to know", replace(0, "Before", "First")},
		{"pattern", "lacks how many minutes", replace(0, "minutes", "pages")},
		{"pattern", "does not ask what is due", replace(1, "exercise.Review()", "// exercise.Review()")},
		{"pattern", "lets the kernel look for packages", replace(1, "%noautoget\n", "")},
		{"pattern", "no header", replace(0, "# A", "A")},
		{"pattern", `no section "Exercises"`, replace(4, "Exercises", "Tasks")},
		{"pattern", `no section "Quick questions"`, replace(4, "Quick questions", "Questions")},
		{"pattern", `no section "Summary"`, replace(4, "Summary", "End")},
		{"pattern", `no section "References"`, replace(4, "References", "Books")},
		{"pattern", "has 2 folded answers", replace(4, "<details>c</details>", "")},
		{"Markdown pictures", "no alt text", more(2, "![](x.png)")},
		{"Markdown pictures", "no alt text", more(2, "<img src=x.png>")},
		{"links", "02-not-there.ipynb", more(2, "[next](02-not-there.ipynb)")},
		{"links", "#Nowhere", more(2, "[here](#Nowhere)")},
		{"links", "/etc/passwd", more(2, "<a class=b href='/etc/passwd'>x</a>")},
		{"links", `""`, more(2, "[x]()")},
		{"prose", "says 18.72,", more(2, "It is 18.72 long.")},
		{"prose", "says 8.7,", more(2, "It is 8.7 long.")},
		{"prose", "says 18.70,", more(2, "It is 18.70 long.")},
		{"prose", "says 18.7 %,", more(2, "| a | 18.7 % |")},
		{"prose", "says 66 %,", more(2, "In **66 %** of cases.")},
		{"prose", "says 41&nbsp;%"[:7], more(2, "In 41&nbsp;% of cases.")},
		{"prose", "says 1.5·10⁻⁴,", more(2, "It is 1.5·10⁻⁴ long.")},
		{"prose", "says 7.7,", more(2, "As the alt text says: 7.7.")},
		{"prose", "says 0.1,", more(2, "The claim's tolerance is 0.1.")},
		{"prose", "says 12.5,", func(b *book) { b.Cells[3].Source = "%%\n// exercise.Claim(\"c\", x, 12.5, 0.1)" }},
	} {
		b := good()
		test.damage(b)
		i := slices.IndexFunc(rules, func(r struct {
			name  string
			check func(*book) complaints
		}) bool {
			return r.name == test.rule
		})
		found := rules[i].check(b)
		hit := slices.ContainsFunc(found, func(f finding) bool { return strings.Contains(f.String(), test.want) })
		if test.want == "" && len(found) > 0 || test.want != "" && !hit {
			t.Errorf("%s: want %q, got %v", test.rule, test.want, found)
		}
	}
}

func TestLintExercises(t *testing.T) {
	chapter := func(name, source string) *book {
		return &book{name: name, Cells: []*cell{code(1, source)}}
	}
	for _, test := range []struct {
		b    *book
		want string
	}{
		{chapter("00-a.ipynb", "%%\nexercise.Check(\"0.1\", mean)"), ""},
		{chapter("solutions/00-a.ipynb", "%%\nexercise.Check(\"0.1\", mean)"), ""},
		{chapter("00-a.ipynb", "%%\nexercise.Check(\"0.2\", mean)"), `Check names the exercise "0.2"`},
		{chapter("00-a.ipynb", "%%\nexercise.Check(\"1.1\", cost)"), `Check names the exercise "1.1", which chapter 00`},
	} {
		found := ruleExercises(test.b)
		if test.want == "" && len(found) > 0 || test.want != "" && !slices.ContainsFunc(found, func(f finding) bool { return strings.Contains(f.what, test.want) }) {
			t.Errorf("want %q, got %v", test.want, found)
		}
	}
}

// TestLintReads: both ways to write a text, which files count, what a link finds.
func TestLintReads(t *testing.T) {
	dir := t.TempDir()
	const one = `{"cells":[{"cell_type":"markdown","source":["# A *b*\n","c"],"metadata":{}},{"cell_type":"code","source":"f()","execution_count":1,"metadata":{"tags":["timing"]},
		"outputs":[{"output_type":"stream","name":"stdout","text":["1\n","2"]},{"output_type":"display_data","data":{"application/json":{"a":1},"text/plain":"x"}}]}]}`
	for _, name := range []string{"01-a.ipynb", "01-a-Copy1.ipynb", "mine-01.ipynb", "Untitled.ipynb", "02-b.ipynb.tmp", "solutions/01-a.ipynb"} {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(one), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if all := names(dir); !slices.Equal(all, []string{"01-a.ipynb", "solutions/01-a.ipynb"}) {
		t.Errorf("names: %q", all)
	}
	b, err := read("solutions/01-a.ipynb", []byte(one), dir)
	if err != nil {
		t.Fatal(err)
	}
	if b.Cells[0].Source != "# A *b*\nc" || b.Cells[1].Outputs[0].Text != "1\n2" || !b.Cells[1].tagged("timing") || b.Cells[1].Outputs[1].Data["text/plain"] != "x" {
		t.Errorf("read: %+v", b)
	}
	for target, want := range map[string]bool{"../01-a.ipynb": true, "../01-a.ipynb#A-b": true, "../01-a.ipynb#a-b": false, "01-a.ipynb": true,
		"../02-b.ipynb": false, "#A-b": true, "#c": false, "https://go.dev": true, "../..": true, "../../nowhere": false} {
		if got := b.leadsSomewhere(target); got != want {
			t.Errorf("link %q: %v", target, got)
		}
	}
	if _, err := read("01-a.ipynb", []byte(`{"cells":[]}`)); err == nil {
		t.Error("an empty notebook was read")
	}
	if _, err := read("01-a.ipynb", []byte(`{`)); err == nil {
		t.Error("half a notebook was read")
	}
}

// The outcome of a prediction stands nowhere above its cell: not in a text, not in code, not in what a cell has printed.
func TestLintPredictions(t *testing.T) {
	predict := &cell{Kind: "code", Source: "%%\nexercise.Predict(\"1.8\", nil, slope)"}
	for _, test := range []struct {
		above *cell
		want  bool
	}{
		{&cell{Kind: "markdown", Source: "The slope is −7.68."}, true},
		{&cell{Kind: "markdown", Source: "The slope is −17.68 or -7.685."}, false},
		{&cell{Kind: "code", Source: "%%\nx := 7.68"}, true},
		{&cell{Kind: "code", Outputs: []output{{Kind: "stream", Text: "slope -7.7\n"}}}, true},
		{&cell{Kind: "code", Outputs: []output{{Data: map[string]text{"text/html": `<img alt="slope -7.68">`}}}}, true},
		{&cell{Kind: "code", Outputs: []output{{Data: map[string]text{"image/png": "-7.68"}}}}, false},
	} {
		b := &book{name: "01-a.ipynb", Cells: []*cell{test.above, predict}}
		if got := len(rulePredictions(b)) > 0; got != test.want {
			t.Errorf("%+v: complaints %v", test.above, rulePredictions(b))
		}
	}
}
