package dataset_test

import (
	"encoding/csv"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"ann/pkg/dataset"
)

// FuzzRead feeds Read anything, with any Config. It must not panic; an error is a
// *ReadError of one line; a table has named columns and finite numbers, and
// survives being written and read again.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a,b\n1,2\n", "\ufeffa\r\nNA\r\n1\r\n", "a\n\"x\ny\"\n", "a,a\n1,2\n", "a\n1e999\n", ",\n,\n", "a\n\"", "\xff\xfea\x00",
		"a,b\n1\n", "a;b\n1;2\n", "a\n0x10\n1_0\n", "a\ninf\nNaN\n", "name\nNaN\ninf\nbob\n", "a, \"b,c\"\n 1 , \"2\" \n", "a\rb\r1\r2\r", "\n\n\na\n\n1\n", "a\n-0\n1e-400\n",
		"sep=;\na;b\n1,5;2\n", "# a b\n1 2\n", "a\tb\n\t\"2\" \n", "1.234,5;x\n", "a\n1\u00a0234\n", "<html>", "a\n?\n1\n2\n", "5,x\n6,y\n", "t\na,b\n1,2\n",
		// the fuzzer's own
		"0\n,", "0\n \n ", "0\xdf\xdf", "\"0\"\n\"0", "0,\",\"\n\",\",", "0,\",\"\nA ,\"\"\" \"", "0\n00000000000000X", "\"\"\xbd",
	} {
		f.Add([]byte(s), rune(0), rune(0), "", 0, false, false)
		f.Add([]byte(s), ';', '.', "", 0, true, true)
		f.Add([]byte(s), ' ', ' ', "?", 1, false, true)
		f.Add([]byte(s), '\t', '\'', "x", 0, false, false)
	}
	f.Fuzz(func(t *testing.T, input []byte, separator, thousands rune, word string, skip int, hasDecimalComma, hasNoHeader bool) {
		how := dataset.Config{Separator: separator, Thousands: thousands, SkipLines: skip, HasDecimalComma: hasDecimalComma, HasNoHeader: hasNoHeader}
		if word != "" {
			how.Missing = []string{word}
		}
		table, err := dataset.Read(strings.NewReader(string(input)), how)
		if err != nil {
			var e *dataset.ReadError
			if !errors.As(err, &e) || e.What == "" || e.Try == "" || strings.ContainsAny(e.Error(), "\n\r") {
				t.Fatalf("error %#v", err)
			}
			return
		}
		again := rewrite(t, table)
		if hasDecimalComma || thousands != 0 || word != "" {
			return // a number that was text may now be one
		}
		if a, b := rows(table), rows(again); len(a) != len(b) || strings.Join(a, "|") != strings.Join(b, "|") {
			t.Fatalf("written and read again:\n%q\n%q", a, b)
		}
	})
}

// rewrite checks the table and reads it again from the CSV it gives.
func rewrite(t *testing.T, table *dataset.Table) *dataset.Table {
	t.Helper()
	names := table.Names()
	if table.Rows() < 1 || len(names) < 1 || table.Complete().Rows() > table.Rows() {
		t.Fatalf("%d rows, columns %q", table.Rows(), names)
	}
	for k, name := range names {
		if strings.TrimSpace(name) == "" {
			t.Fatalf("column %d has the name %q", k, name)
		}
		if v, ok := numbers(table, name); ok {
			for _, x := range v {
				if math.IsInf(x, 0) {
					t.Fatalf("column %q holds %g", name, x)
				}
			}
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write([]string{"a line to skip"})
	for _, row := range rows(table) {
		_ = w.Write(strings.Split(row, "\x00"))
	}
	w.Flush()
	if strings.Contains(strings.ToLower(b.String()), "sep=") {
		return table // the file would declare a separator
	}
	again, err := dataset.Read(strings.NewReader(b.String()), dataset.Config{Separator: ',', SkipLines: 1, Names: names})
	if err != nil {
		t.Fatalf("%q read again: %v", b.String(), err)
	}
	return again
}

// rows returns each row as text, its cells parted by a zero byte.
func rows(table *dataset.Table) []string {
	out := make([]string, table.Rows())
	for k, name := range table.Names() {
		v, isNumbers := numbers(table, name)
		for i := range out {
			cell := ""
			if isNumbers {
				cell = strconv.FormatFloat(v[i], 'g', -1, 64)
				if math.IsNaN(v[i]) {
					cell = ""
				}
			} else {
				cell = strings.ReplaceAll(table.Text(name)[i], "\x00", "?")
			}
			if cell == "" {
				cell = "NA"
			}
			if k > 0 {
				out[i] += "\x00"
			}
			out[i] += cell
		}
	}
	return out
}

// numbers returns the column, or false if it is text.
func numbers(table *dataset.Table, name string) (v []float64, ok bool) {
	defer func() {
		if recover() != nil {
			v, ok = nil, false
		}
	}()
	return table.Column(name), true
}
