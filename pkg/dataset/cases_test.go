package dataset_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ann/pkg/dataset"
)

// caseOf says what is right for a file of testdata/cases. The zero Config reads
// it, or gives an error that holds says, on this line. The error names the
// literal of a Config, and this reads the file. want is the table, see show.
type caseOf struct {
	file    string
	line    int
	says    string
	literal string
	config  dataset.Config
	want    string
}

var cases = []caseOf{
	// Files as they should be, in all kinds of spelling.
	{file: "quote-space.csv", want: `name,mpg/"ford pinto",25/"vw golf",30`},
	{file: "windows.csv", want: `name,mpg/"ford pinto",25/"vw\ngolf",30`},
	{file: "mac.csv", want: `name,mpg/"ford pinto",25/"vw golf",30`},
	{file: "mac-body.csv", want: `name,mpg/"ford pinto",25/"vw golf",30`},
	{file: "mixed-ends.csv", want: `name,mpg/"ford pinto",25/"vw golf",30/"fiat 128",24`},
	{file: "sep-line.csv", want: `a,b/1,2`},
	{file: "years.csv", want: `country,1990,2000/"DE",79.4,82.2/"FR",58.2,60.9`},

	// Another separator, decimal commas.
	{file: "semi.csv", line: 1, says: "separated by semicolons", literal: `dataset.Config{Separator: ';'}`,
		config: dataset.Config{Separator: ';'}, want: `name,mpg/"ford pinto",25.5/"vw golf",30`},
	{file: "semi-decimal-comma.csv", line: 1, says: "separated by semicolons, and the numbers to have decimal commas",
		literal: `dataset.Config{Separator: ';', HasDecimalComma: true}`,
		config:  dataset.Config{Separator: ';', HasDecimalComma: true},
		want:    `Name,Verbrauch/"ford pinto",9.4/"vw golf",7.8`},
	{file: "semi-decimal-comma-header.csv", line: 1, says: "separated by semicolons, and the numbers to have decimal commas",
		literal: `dataset.Config{Separator: ';', HasDecimalComma: true}`,
		config:  dataset.Config{Separator: ';', HasDecimalComma: true}, want: `length, cm,mass, g/1.5,2.5`},
	{file: "tabs-empty.csv", line: 1, says: "separated by tabs", literal: `dataset.Config{Separator: '\t'}`,
		config: dataset.Config{Separator: '\t'}, want: `name,mpg,year/"ford pinto",-,71/"",30,74`},
	{file: "bars.csv", line: 1, says: "separated by vertical bars", literal: `dataset.Config{Separator: '|'}`,
		config: dataset.Config{Separator: '|'}, want: `name,mpg/"ford pinto",25/"vw golf",30`},
	{file: "spaces.csv", line: 1, says: "separated by spaces", literal: `dataset.Config{Separator: ' ', HasNoHeader: true}`,
		config: dataset.Config{Separator: ' ', HasNoHeader: true}, want: `x1,x2,x3/18,8,307/15,8,350`},
	{file: "auto-mpg-spaces.csv", line: 1, says: "separated by spaces",
		literal: `dataset.Config{Separator: ' ', HasNoHeader: true}`,
		config:  dataset.Config{Separator: ' ', HasNoHeader: true, Missing: []string{"?"}},
		want: `x1,x2,x3,x4,x5,x6,x7,x8,x9/18,8,307,130,3504,12,70,1,"chevrolet chevelle malibu"` +
			`/25,4,98,-,2046,19,71,1,"ford pinto"/26,4,97,46,1835,20.5,70,2,"volkswagen 1131 deluxe sedan"`},
	{file: "savetxt.csv", line: 1, says: "separated by spaces",
		literal: `dataset.Config{Separator: ' ', SkipLines: 1, Names: []string{"time", "volt"}}`,
		config:  dataset.Config{Separator: ' ', SkipLines: 1, Names: []string{"time", "volt"}},
		want:    `time,volt/0,1.5/0.1,1.25`},

	// The header is none, or not on line 1, or has no good names.
	{file: "headerless.csv", line: 1, says: `looks like data: "5.1"`, literal: `dataset.Config{HasNoHeader: true}`,
		config: dataset.Config{HasNoHeader: true},
		want:   `x1,x2,x3,x4,x5/5.1,3.5,1.4,0.2,"Iris-setosa"/4.9,3,1.4,0.2,"Iris-setosa"/6.3,3.3,6,2.5,"Iris-virginica"`},
	{file: "headerless-dup.csv", line: 1, says: "looks like data", literal: `dataset.Config{HasNoHeader: true}`,
		config: dataset.Config{Names: []string{"a", "b", "y"}}, want: `a,b,y/1,1,0/2,1,1`},
	{file: "title.csv", line: 2, says: "titles or remarks", literal: `dataset.Config{SkipLines: 1}`,
		config: dataset.Config{SkipLines: 1}, want: `time,volt/0,1.5/0.1,1.25`},
	{file: "twice.csv", line: 1, says: `columns 1 and 3 are both named "x"`,
		literal: `dataset.Config{SkipLines: 1, Names: []string{"x", "y", "x3"}}`,
		config:  dataset.Config{SkipLines: 1, Names: []string{"x", "y", "x3"}}, want: `x,y,x3/1,2,3/4,5,6`},
	{file: "row-names.csv", line: 2, says: "no name for the first cell",
		literal: `dataset.Config{SkipLines: 1, Names: []string{"x1", "mpg", "cyl"}}`,
		config:  dataset.Config{SkipLines: 1, Names: []string{"x1", "mpg", "cyl"}},
		want:    `x1,mpg,cyl/"Mazda RX4",21,6/"Datsun 710",22.8,4`},
	{file: "trailing-all.csv", line: 1, says: "column 3 has no name, for the line ends in a separator",
		literal: `dataset.Config{SkipLines: 1, Names: []string{"mpg", "year", "x3"}}`,
		config:  dataset.Config{SkipLines: 1, Names: []string{"mpg", "year", "x3"}},
		want:    `mpg,year,x3/18,70,-/25,71,-`},

	// What counts as missing.
	{file: "na-country.csv", want: `code,pop/"",2.5/"DE",83/"FR",68`},
	{file: "nan.csv", line: 3, says: `"NaN" is not a finite number`, literal: `dataset.Config{Missing: []string{"NA", "NaN"}}`,
		config: dataset.Config{Missing: []string{"NA", "NaN"}}, want: `mpg,horsepower/18,130/25,-/26,46`},

	// Rows of another length.
	{file: "trailing-rows.csv", line: 2, says: "the line ends in a comma too many"},
	{file: "trailing-header.csv", line: 2, says: "the header ends in a comma too many"},
	{file: "unquoted-comma.csv", line: 2, says: "put a cell that holds a comma into double quotes"},
	{file: "short-row.csv", line: 3, says: "the row has 2 cells, the header has 3; look for a missing comma"},

	// Quotes.
	{file: "never-closed.csv", line: 2, says: "the quote before `ford pinto,25`… is never closed"},
	{file: "inches.csv", line: 2, says: "a quote stands inside the cell `6\" nail`"},

	// No rows, no text, no table.
	{file: "empty.csv", says: "the file is empty"},
	{file: "header-only.csv", says: "there is a header but no row"},
	{file: "latin1.csv", line: 2, says: "not UTF-8: byte 0xEB follows `Citro`"},
	{file: "utf16.csv", line: 1, says: "UTF-16"},
	{file: "html.csv", line: 1, says: "this is a web page"},
	{file: "sheet.csv", line: 1, says: "a zip archive"},
	{file: "gzip.csv", line: 1, says: "compressed by gzip; unpack it"},
	{file: "notebook.csv", line: 1, says: "this is JSON"},
	{file: "lfs.csv", line: 1, says: "git lfs pull"},

	// Columns that are text for a reason that shows when they are asked for.
	{file: "thousands.csv", want: `city,people/"Karlsruhe","308,436"/"Bern","134,794"`},
	{file: "question-mark.csv", want: `mpg,horsepower/18,"130"/25,"?"/26,"46"`},
	{file: "units-line.csv", want: `time,volt/"s","V"/"0","1.5"/"0.1","1.25"`},
	{file: "thousands-space.csv", line: 1, says: "separated by semicolons",
		literal: `dataset.Config{Separator: ';', HasDecimalComma: true}`,
		config:  dataset.Config{Separator: ';', HasDecimalComma: true, Thousands: ' '},
		want:    `city,people,area/"Karlsruhe",308436,173.5/"Bern",134794,51.6`},
}

func TestCases(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range cases {
		seen[c.file] = true
		path := filepath.Join("testdata", "cases", c.file)
		table, err := dataset.Load(path)
		if c.says != "" {
			var e *dataset.ReadError
			switch {
			case !errors.As(err, &e):
				t.Errorf("%s: error %v, want a *ReadError", c.file, err)
				continue
			case e.Line != c.line, !strings.Contains(e.Error(), c.says), !strings.Contains(e.Try, c.literal):
				t.Errorf("%s: %v\nwant line %d, %q, and %q", c.file, err, c.line, c.says, c.literal)
			case e.Path != path, e.Try == "", strings.Contains(e.Error(), "\n"):
				t.Errorf("%s: %v: want the path, what to try, and one line", c.file, err)
			}
			if c.want == "" {
				continue
			}
			table, err = dataset.Load(path, c.config)
		}
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
		} else if got := show(table); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.file, got, c.want)
		}
	}
	files, err := os.ReadDir(filepath.Join("testdata", "cases"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !seen[f.Name()] {
			t.Errorf("what is right for %s is not said", f.Name())
		}
	}
}
