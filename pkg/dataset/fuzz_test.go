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

// FuzzRead feeds Read anything. It must not panic; an error is a *ReadError; a
// table has named columns and finite numbers, and survives being written and
// read again.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a,b\n1,2\n", "\ufeffa\r\nNA\r\n1\r\n", "a\n\"x\ny\"\n", "a,a\n1,2\n", "a\n1e999\n", ",\n,\n", "a\n\"", "\xff\xfea\x00",
		"a,b\n1\n", "a;b\n1;2\n", "a\n0x10\n1_0\n", "a\ninf\nNaN\n", "name\nNaN\ninf\nbob\n", "a, \"b,c\"\n 1 , \"2\" \n", "a\rb\r1\r2\r", "\n\n\na\n\n1\n", "a\n-0\n1e-400\n",
		// the fuzzer's own
		"0\n,", "0\n \n ", "0\xdf\xdf", "\"0\"\n\"0", "0,\",\"\n\",\",", "0,\",\"\nA ,\"\"\" \"", "0\n00000000000000X", "\"\"\xbd",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		table, err := dataset.Read(strings.NewReader(string(input)), dataset.Config{})
		if err != nil {
			var e *dataset.ReadError
			if !errors.As(err, &e) || e.What == "" || strings.ContainsAny(e.Try, "\n") {
				t.Fatalf("error %#v", err)
			}
			return
		}
		again := rewrite(t, table)
		if strings.ContainsRune(string(input), '\r') {
			return // a lone \r inside quotes is not kept by encoding/csv
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
	_ = w.Write(names)
	for _, row := range rows(table) {
		_ = w.Write(strings.Split(row, "\x00"))
	}
	w.Flush()
	if strings.ContainsRune(b.String(), '\r') || strings.ContainsRune(strings.Join(rows(table), ""), '\ufeff') {
		return table
	}
	again, err := dataset.Read(strings.NewReader(b.String()), dataset.Config{})
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
