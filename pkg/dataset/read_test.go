package dataset_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"ann/pkg/dataset"
)

// show is a table in one line: the names, then the rows, text in quotes.
func show(t *dataset.Table) string {
	lines := []string{strings.Join(t.Names(), ",")}
	for i := range t.Rows() {
		var cells []string
		for _, name := range t.Names() {
			if v, ok := numbers(t, name); ok {
				cells = append(cells, fmt.Sprint(v[i]))
			} else {
				cells = append(cells, fmt.Sprintf("%q", t.Text(name)[i]))
			}
		}
		lines = append(lines, strings.Join(cells, ","))
	}
	return strings.Join(lines, "|")
}

func file(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/cases/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What people call a table: each is read as it is meant, or refused with what it is and with
// what reads it.
func TestCases(t *testing.T) {
	type config = dataset.Config
	semicolons := config{Separator: ';', HasDecimalComma: true}
	for _, c := range []struct {
		text   string
		config config
		gives  string // a table, or
		says   string // words of the error
	}{
		// spaces around cells, also around quotes
		{file(t, "quote-space.csv"), config{}, `name,mpg|"ford pinto",25|"vw golf",30`, ""},
		{"a , \"b\" \n \"x, y\"  ,1 \n", config{}, `a,b|"x, y",1`, ""},
		{"a;b\n\"x\" ;1\n", config{Separator: ';'}, `a,b|"x",1`, ""},
		{"a\tb\n\"x\" \t 1\n\t2\n", config{Separator: '\t'}, `a,b|"x",1|"",2`, ""},
		{"a\n\"x\" y\n", config{}, "", "line 2: a quoted cell has no end, or something follows its end; close each quote"},
		{"a\nx\"y\"\n", config{}, "", "line 2: a quote stands in the middle of a cell; put the whole cell into quotes"},
		{"a,b\n\"x,1\ny,2\n", config{}, "", "a quoted cell has no end"},
		// no header
		{file(t, "headerless.csv"), config{}, "", `line 1: the line looks like data (5.1, 3.5, 1.4, 0.2, …), not like names; name the columns of a file without a header line: dataset.Config{Names: []string{"x1", "x2", "x3", "x4", "x5"}}`},
		{file(t, "headerless.csv"), config{Names: []string{"a", "b", "c", "d", "s"}}, `a,b,c,d,s|5.1,3.5,1.4,0.2,"Iris-setosa"|4.9,3,1.4,0.2,"Iris-setosa"|6.3,3.3,6,2.5,"Iris-virginica"`, ""},
		{file(t, "headerless-dup.csv"), config{}, "", "line 1: the line looks like data (1, 1, 0)"},
		{file(t, "headerless-dup.csv"), config{Names: []string{"a", "b", "c"}}, "a,b,c|1,1,0|2,1,1", ""},
		{file(t, "headerless-dup.csv"), config{Names: []string{"a", "b"}}, "", "line 1: the row has 3 cells, Config.Names has 2; give one name for each column"},
		{"1,5;0\n2,5;1\n", semicolons, "", "looks like data (1,5, 0)"},
		{"country,1990,2000\nDE,79,82\n", config{}, `country,1990,2000|"DE",79,82`, ""}, // years are names
		{"x,1.5\nDE,79\n", config{}, "", "looks like data"},
		// no table
		{file(t, "html.csv"), config{}, "", "line 1: the file is a web page, not a table; the address shows a page about the file; download the file itself"},
		{"\n\n <HTML>", config{}, "", "line 3: the file is a web page"},
		{"<?xml version='1.0'?>", config{}, "", "the file is XML"},
		{`{"a": [1, 2]}`, config{}, "", "the file is JSON"},
		{"[1, 2]\n", config{}, "", "the file is JSON"},
		{"PK\x03\x04\x14", config{}, "", "workbook (xlsx, ods) or a zip archive; save the sheet as CSV"},
		{"\x1f\x8b\x08", config{}, "", "packed (gzip); unpack it first: gunzip"},
		{"%PDF-1.7", config{}, "", "the file is a PDF"},
		{"\x89PNG\r\n", config{}, "", "a picture (PNG)"},
		{"version https://git-lfs.github.com/spec/v1\n", config{}, "", "pointer of Git LFS"},
		{"@relation iris\n", config{}, "", "ARFF"},
		{"\xff\xfea\x00", config{}, "", "UTF-16"},
		{"a\x00,\x00b\x00\n\x001\x00,\x002\x00\n\x00", config{}, "", "the text is UTF-16 (little endian)"},
		{"\x00a\x00\n\x001", config{}, "", "the text is UTF-16 (big endian)"},
		{"a,b\n1,\x00\n", config{}, "", "line 2: the file is not text: it holds a NUL"},
		{" \n\t\r\n", config{}, "", "the file is empty"},
		// line ends
		{"a,b\r1,2\r3,4", config{}, "a,b|1,2|3,4", ""},
		{"a,b\n1,2\r3,4\r\n5,6\n\r7,8", config{}, "a,b|1,2|3,4|5,6|7,8", ""},
		{"a,b\r\n1,2\r\n\r\nx\r\n", config{}, "", "line 4: the row has 1 cell, the header has 2"},
		{"a,b\r1,2\rx\r", config{}, "", "line 3: the row has 1 cell"},
		// separators
		{file(t, "sep-line.csv"), config{}, "a,b|1,2", ""},
		{"sep=;\r\na;b\r\n1;2\r\n", config{}, "a,b|1,2", ""},
		{"\"sep=\t\"\na\tb\n1\t2\n", config{}, "a,b|1,2", ""},
		{"sep=;\na;b\n1;2;3\n", config{}, "", "line 3: the row has 3 cells"},
		{"sep=;\na,b\n1,2\n", config{Separator: ','}, "a,b|1,2", ""},
		{file(t, "semi-decimal-comma-header.csv"), config{}, "", "line 1: the cells are separated by semicolons, and numbers have decimal commas; read it with dataset.Config{Separator: ';', HasDecimalComma: true}"},
		{file(t, "semi-decimal-comma-header.csv"), semicolons, "length, cm,mass, g|1.5,2.5", ""},
		{"a\tb\n1\t2\n", config{}, "", `separated by tabs; read it with dataset.Config{Separator: '\t'}`},
		{"a|b\n1|2\n", config{}, "", "separated by bars; read it with dataset.Config{Separator: '|'}"},
		{"a,b\n1,2\n", config{Separator: ';'}, "", "separated by commas; read it with dataset.Config{Separator: ','}"},
		{file(t, "spaces.csv"), config{}, "", "separated by blanks; read it with dataset.Config{Separator: ' '}"},
		{file(t, "spaces.csv"), config{Separator: ' '}, "", "looks like data (18.0, 8, 307.0)"},
		{file(t, "spaces.csv"), config{Separator: ' ', Names: []string{"mpg", "n", "d"}}, "mpg,n,d|18,8,307|15,8,350", ""},
		{"full name\nann smith\nbob jones\n", config{}, `full name|"ann smith"|"bob jones"`, ""},
		{"note;a,b\n\"x; y\",1\n", config{}, `note;a,b|"x; y",1`, ""},
		{"a,b,\n1,2,\n3,4,\n", config{}, "", "line 1: the lines end with a separator, so there is one column too many"},
		{",a\n1,2\n", config{}, "", "column 1 has no name"},
		// numbers
		{"a\n\"1,5\"\n\"2,25\"\n", config{}, "", `line 2, column "a": "1,5" has a decimal comma; read it with dataset.Config{HasDecimalComma: true}`},
		{"a\n\"1,5\"\n2\n", config{HasDecimalComma: true}, "a|1.5|2", ""},
		{"a\n5\n\"1,234\"\n", config{}, "", `line 3, column "a": "1,234" may be 1.234 or 1234; read decimal commas with`},
		{"a\n5\n\"1,234\"\n", config{HasDecimalComma: true}, "a|5|1.234", ""},
		{"a\n1.234,5\n", config{Separator: ';', HasDecimalComma: true}, "", `"1.234,5" has a separator of thousands`},
		{"a\n\"1,234,567\"\n", config{}, "", "has a separator of thousands; write the numbers without it"},
		{"a\n1 234\n5 678\n", config{}, "", "has a separator of thousands"},
		{"a\n\"3,4\"\nx\n", config{}, `a|"3,4"|"x"`, ""},
		// missing values
		{file(t, "na-country.csv"), config{}, `code,pop|"",2.5|"DE",83|"FR",68`, ""},
		{file(t, "na-country.csv"), config{Missing: []string{}}, `code,pop|"NA",2.5|"DE",83|"FR",68`, ""},
		{"a\n1\n-999\n?\n", config{Missing: []string{"-999", "?"}}, "a|1|NaN|NaN", ""},
		{"a\n1\nNA\n", config{Missing: []string{"?"}}, `a|"1"|"NA"`, ""},
		{"a\n1\nNaN\n", config{}, "", `line 3, column "a": "NaN" is not a finite number; leave the cell empty if the value is missing, or read it with dataset.Config{Missing: []string{"NaN"}}`},
		{"a\n1\nNaN\n", config{Missing: []string{"NaN"}}, "a|1|NaN", ""},
	} {
		table, err := dataset.Read(strings.NewReader(c.text), c.config)
		var e *dataset.ReadError
		switch {
		case c.says != "" && (!errors.As(err, &e) || !strings.Contains(e.Error(), c.says)):
			t.Errorf("%q, %+v:\nsays %v\nwant %s", c.text, c.config, err, c.says)
		case c.says == "" && err != nil:
			t.Errorf("%q, %+v: %v", c.text, c.config, err)
		case c.says == "" && show(table) != c.gives:
			t.Errorf("%q, %+v:\ngives %s\nwant  %s", c.text, c.config, show(table), c.gives)
		}
	}
}

// A Config that cannot be meant is the programmer's fault.
func TestReadPanics(t *testing.T) {
	for says, c := range map[string]dataset.Config{
		`Separator is '"'`:  {Separator: '"'},
		`Separator is '\n'`: {Separator: '\n'},
		"Names is empty":    {Names: []string{}},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.HasPrefix(got, "dataset: Read: ") || !strings.Contains(got, says) {
					t.Errorf("panic %q, want %q in it", got, says)
				}
			}()
			_, _ = dataset.Read(strings.NewReader("a\n1\n"), c)
		}()
	}
}

// The Config that the caller keeps is not written to.
func TestReadKeepsNames(t *testing.T) {
	names := []string{" a", "b "}
	if _, err := dataset.Read(strings.NewReader("1,2\n"), dataset.Config{Names: names}); err != nil || names[0] != " a" {
		t.Errorf("names are %q, error %v", names, err)
	}
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString("a,b,c,name\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "%d,%g,%g,\"car %d\"\n", i, math.Sqrt(float64(i)), 1/float64(i+1), i%50)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := dataset.Read(strings.NewReader(text.String()), dataset.Config{}); err != nil {
			b.Fatal(err)
		}
	}
}
