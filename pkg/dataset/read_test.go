package dataset_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"ann/pkg/dataset"
)

// With a Config, or without one, Read gives the table want (see show), or an
// error that holds says.
func TestRead(t *testing.T) {
	type config = dataset.Config
	for _, c := range []struct {
		text string
		how  config
		want string
		says string
	}{
		// Spaces, quotes, line ends.
		{text: "a , b\n 1 ,\t2 \n", want: "a,b/1,2"},
		{text: " \"a\" , \"b\" \n \"1\" , \"x, \"\"y\"\"\" \n", want: `a,b/1,"x, \"y\""`},
		{text: "\"a\",\"b\"\n\"\",\"\"\n1,\" x \"\n", want: `a,b/-,""/1,"x"`},
		{text: "a,b\n1,\"x\n\ny\"\n2,z", want: `a,b/1,"x\n\ny"/2,"z"`},
		{text: "\ufeff\ufeffa,b\r\r\n1,2\r\r\n", want: "a,b/1,2"},
		{text: "\n\n  \na,b\n\n \t\n1,2\n\n", want: "a,b/1,2"},
		{text: "a\n1\n \n3\n", want: "a/1/-/3"},
		{text: "a,b\n,\n", want: "a,b/-,-"},
		{text: "a,b\n1,\"x\"y\"\n", says: "line 2: after the quoted cell `x` stands `y\"`"},
		{text: "a,b\n1,2\n1,x\"y\n", says: "line 3: a quote stands inside the cell `x\"y`"},
		{text: "a,b\n\"x\ny\",\"z\n1,2\n3,4\n", says: "line 3: the quote before `z`… is never closed"},
		{text: "a,b\n\"x,1\n\"y\",2\n", says: "line 2: after the quoted cell `x,1`… stands `y\",2`"},
		{text: "\"", says: "line 1: the quote before `` is never closed"},

		// Separators: a file that has another says so, a declared or given one is taken.
		{text: "sep=;\na;b\n1;2\n", want: "a,b/1,2"},
		{text: "\"SEP=\t\"\r\na\tb\r\n1\t\r\n", want: "a,b/1,-"},
		{text: "sep=;\na;b\n1;2\n3\n", says: "line 4: the row has 1 cell"},
		{text: "sep=;\na;a\n1;2\n", says: `Config{Separator: ';', SkipLines: 2, Names: []string{"a", "x2"}}`},
		{text: "sep=,\na;b\n1;2\n", how: config{Separator: ';'}, want: "a,b/1,2"},
		{text: "sep=;;\n1;2\n", says: "separated by semicolons"},
		{text: "a;b", says: "separated by semicolons"},
		{text: "a;b\n1\n", says: "separated by semicolons"},
		{text: "\"a\";\"b\"\n\"1,5\";\"2\"\n", says: "Config{Separator: ';', HasDecimalComma: true}"},
		{text: "a, x;b, y\n1;2\n", says: "Config{Separator: ';'}"},
		{text: "a\tb\n1,5\t2,5\n", says: `Config{Separator: '\t', HasDecimalComma: true}`},
		{text: "1,5\t2,5\n3,5\t4,5\n", says: `Config{Separator: '\t', HasDecimalComma: true, HasNoHeader: true}`},
		{text: "x y\n1,5 2,5\n", says: "Config{Separator: ' ', HasDecimalComma: true}"},
		{text: "1,5 2,5\n3,5 4,5\n", says: "Config{Separator: ' ', HasDecimalComma: true, HasNoHeader: true}"},
		{text: "x y\n1 2\n", how: config{Missing: []string{"?"}}, says: `Config{Separator: ' ', Missing: []string{"?"}}`},
		{text: "car name\nford pinto\nvw golf\n", want: `car name/"ford pinto"/"vw golf"`},
		{text: "car no\nford 1\nvw 2\n", how: config{Separator: ','}, want: `car no/"ford 1"/"vw 2"`},
		{text: "a, b\n1, 2\n3 4\n", says: "line 3: the row has 1 cell"},
		{text: "film,lat;lon\nHeat,1.5;2.5\n", want: `film,lat;lon/"Heat","1.5;2.5"`},
		{text: "film,lat;lon\nHeat,1;2\n1984,1;2\n", want: `film,lat;lon/"Heat","1;2"/"1984","1;2"`},
		{text: "film,kinds\nHeat,Action;Crime\n", want: `film,kinds/"Heat","Action;Crime"`},
		{text: "a\t\n1\t\n2\n", want: "a/1/2"},
		{text: "a\tb\n\t2\n1\t\n", how: config{Separator: '\t'}, want: "a,b/-,2/1,-"},
		{text: " a   b\t\n\t1 \"2\"  \n   \n3 \"x y\"\n", how: config{Separator: ' '}, want: `a,b/1,"2"/3,"x y"`},
		{text: "a b\n1 2\n3\n", how: config{Separator: ' '}, says: "write NA where a value is missing"},
		{text: "a·b\n1·2\n3\n", how: config{Separator: '·'}, says: "look for a missing '·'"},
		{text: "a,b\n1,2\n", how: config{Separator: '"'}, says: "Config.Separator is '\"'"},
		{text: "a,b\n1,2\n", how: config{Separator: -1}, says: "Config.Separator"},

		// Numbers.
		{text: "a,b\n\"1,5\",\"-,5e1\"\n", how: config{HasDecimalComma: true}, want: "a,b/1.5,-5"},
		{text: "a\n1.5\n", how: config{HasDecimalComma: true}, want: `a/"1.5"`},
		{text: "a\n\"1,2,3\"\n", how: config{HasDecimalComma: true}, want: `a/"1,2,3"`},
		{text: "a;b\n1.234.567,5;0,5\n-12;1e3\n", how: config{Separator: ';', HasDecimalComma: true, Thousands: '.'},
			want: "a,b/1.2345675e+06,0.5/-12,1000"},
		{text: "a\n1 234\n+1\u00a0234.5\n12\u2009345\n", how: config{Thousands: ' '}, want: "a/1234/1234.5/12345"},
		{text: "a\n12'34\n", how: config{Thousands: '\''}, want: `a/"12'34"`},
		{text: "a\n1234'567\n", how: config{Thousands: '\''}, want: `a/"1234'567"`},
		{text: "a\n0'567\n", how: config{Thousands: '\''}, want: `a/"0'567"`},
		{text: "a\n1'2e3\n", how: config{Thousands: '\''}, want: `a/"1'2e3"`},
		{text: "a\n1\n", how: config{Thousands: '.'}, says: "which is the decimal mark"},
		{text: "a\n1\n", how: config{Thousands: '1'}, says: "Config.Thousands is '1'"},

		// Missing values.
		{text: "code,pop\nNA,2.5\n,1\n", how: config{Missing: []string{}}, want: `code,pop/"NA",2.5/"",1`},
		{text: "a\n-999\n1\n", how: config{Missing: []string{"-999"}}, want: "a/-/1"},
		{text: "a\nNA\n1\n", how: config{Missing: []string{"?"}}, want: `a/"NA"/"1"`},
		{text: "a\ninf\n1\n", how: config{Missing: []string{"inf"}}, want: "a/-/1"},

		// Headers.
		{text: "x,1,2\n0.5,3,4\n", want: "x,1,2/0.5,3,4"},
		{text: "0,1,2\n5,6,7\n", says: `Config{SkipLines: 1, Names: []string{"0", "1", "2"}}`},
		{text: "1,2\n3,4\n", how: config{SkipLines: 1, Names: []string{"a", "b"}}, want: "a,b/3,4"},
		{text: "1990,2000\n1,2\n", says: "looks like data"},
		{text: "1995,ford\n1996,vw\n", says: "looks like data"},
		{text: "5.1,?,a\n4.9,3,b\n", says: "looks like data"},
		{text: "5.1,,a\n4.9,3,b\n", says: "looks like data"},
		{text: "red,round\nred,long\nblue,round\n", says: "each of its cells stands again"},
		{text: "red,round\nred,long\n", want: `red,round/"red","long"`},
		{text: "name\nname\n", want: `name/"name"`},
		{text: "a,b,b\n1,2,3\n", how: config{HasNoHeader: true}, want: `x1,x2,x3/"a","b","b"/"1","2","3"`},
		{text: "a,,x2,a\n1,2,3,4\n", says: `[]string{"a", "x2", "x3", "x4"}`},
		{text: "1,2\n3,4\n", how: config{Names: []string{"a", "a"}}, says: `in Config.Names columns 1 and 2 are both named "a"`},
		{text: "1,2\n3,4\n", how: config{Names: []string{"a", ""}}, says: "in Config.Names column 2 has no name"},
		{text: "1,2\n3,4\n", how: config{Names: []string{"a"}}, says: "the row has 2 cells, Config.Names has 1 name; give"},
		{text: "1,2\n", how: config{Names: []string{}}, says: "Config.Names has 0 names"},
		{text: "1,2\n3\n", how: config{HasNoHeader: true}, says: "line 2: the row has 1 cell, the first row has 2"},
		{text: "a\n\nb\nx,y\n1,2\n", how: config{SkipLines: 3}, want: "x,y/1,2"},
		{text: "note\nsep=;\na;b\n1;2\n3\n", how: config{SkipLines: 1}, says: "line 5: the row has 1 cell"},
		{text: "a\n1\n", how: config{SkipLines: 9}, says: "nothing stands below the first 9 lines"},
		{text: "a\n1\n", how: config{SkipLines: 1 << 60}, says: "nothing stands below"},
		{text: "a\n1\n", how: config{SkipLines: -1}, says: "Config.SkipLines is -1"},
		{text: "a,b,c,d,e,f,g,h,h\n1,2,3,4,5,6,7,8,9\n", says: "Names: names}"},

		// Rows of another length.
		{text: "a,b\n1,5,2,5\n3,0,4,0\n", says: "if these are decimal commas"},
		{text: "a\n1,5\n2,5\n", says: "if this is a decimal comma, read the file with dataset.Config{Separator: ';', HasDecimalComma: true}"},
		{text: "a\n1,5\n2,5\n", how: config{Separator: ';', HasDecimalComma: true}, want: "a/1.5/2.5"},
		{text: "a,b\n1,2\nsum of all\n", says: "take the line out if it is a remark or a sum"},
		{text: "a\n1\nb,2\n", says: "Config{SkipLines: 2}"},

		// No text.
		{text: "a,b\n1,\x002\n", says: "line 2: a zero byte"},
		{text: "a\xff\n1\n", says: "line 1: the text is not UTF-8: byte 0xFF follows `a`"},
		{text: "a\n1\xc3", says: "line 2: the text is not UTF-8: byte 0xC3 follows `1`"},
		{text: "a\n\ufffd\n", want: "a/\"\ufffd\""},
		{text: "\n \n", says: "the file is empty"},
		{text: "sep=;\n", says: "the file is empty"},
	} {
		table, err := dataset.Read(strings.NewReader(c.text), c.how)
		switch {
		case err == nil && c.says != "":
			t.Errorf("%q: %s, want the error %q", c.text, show(table), c.says)
		case err != nil && (c.says == "" || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%q: %v\nwant %q", c.text, err, c.want+c.says)
		case err == nil && show(table) != c.want:
			t.Errorf("%q: %s, want %s", c.text, show(table), c.want)
		}
	}
}

// A file that is no table is told by its first bytes, before anything is parsed.
func TestReadRefusesOtherFiles(t *testing.T) {
	for start, says := range map[string]string{
		"\xff\xfea\x00,\x00": "UTF-16", "\xfe\xff\x00a\x00,": "UTF-16", "a\x00,\x00b\x00\n\x00": "UTF-16", "\x00a\x00,\x00b\x00\n": "UTF-16",
		"\xff\xfe\x00\x00a\x00\x00\x00": "UTF-32", "PK\x03\x04\x14\x00": "zip", "PK\x05\x06\x00": "empty zip",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old spreadsheet", "\x1f\x8b\x08\x00": "gzip", "BZh91AY&SY\x01": "bzip2", "\xfd7zXZ\x00": "xz",
		"\x28\xb5\x2f\xfd\x24": "zstd", "7z\xbc\xaf\x27\x1c": "7z", "Rar!\x1a\x07": "rar", "%PDF-1.7\n": "PDF", "\x89PNG\r\n\x1a\n": "PNG",
		"\xff\xd8\xff\xe0": "JPEG", "GIF89a\x01": "GIF", "GIF87a\x01": "GIF", "II*\x00": "TIFF", "MM\x00*": "TIFF", "SQLite format 3\x00": "SQLite",
		"PAR1\x15\x04": "Parquet", "\x89HDF\r\n": "HDF5", "CDF\x01": "NetCDF", "CDF\x02": "NetCDF", "\x93NUMPY\x01": "numpy.savetxt", "root\x00\x00": "ROOT",
		"<!DOCTYPE html>\n<html>": "web page", "\ufeff\r\n <HTML lang=en>": "web page", "<head>": "web page", "<body>": "web page",
		"<!-- saved -->": "web page", "<table><tr>": "HTML", "<svg xmlns=": "SVG", "<?xml version=": "XML", "{\\rtf1": "RTF",
		"{\"a\": 1}": "JSON", "{\n  \"a\": 1}": "JSON", "[{\"a\"": "JSON", "[\n [1": "JSON", "version https://git-lfs.github.com/spec/v1\n": "git lfs pull",
		"\x7fELF\x02\x00": "zero byte",
	} {
		for _, rest := range []string{"", "\na,b\n1,2\n"} {
			_, err := dataset.Read(strings.NewReader(start + rest))
			var e *dataset.ReadError
			if !errors.As(err, &e) || !strings.Contains(e.Error(), says) || e.Try == "" || e.Line != 1 {
				t.Errorf("%q: %v, want %q", start, err, says)
			}
		}
	}
	for _, start := range []string{"PK,x\n1,2\n", "BZh,x\n1,2\n", "II*,b\n1,2\n", "PAR1,PAR2\n1,2\n", "root,b\n1,2\n", "<5,>5\n1,2\n", "[a],b\n1,2\n", "version,b\n1,2\n"} {
		if _, err := dataset.Read(strings.NewReader(start)); err != nil {
			t.Errorf("%q: %v", start, err)
		}
	}
}

// The panic of Column says how a column that came out as text is read as numbers.
func TestColumnSaysHowToReadNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		how  dataset.Config
		says string
	}{
		{"a\n\"1,5\"\n\"2,5\"\n", dataset.Config{}, "with dataset.Config{HasDecimalComma: true}"},
		{"a\n\"1,234\"\n5\n", dataset.Config{}, "with dataset.Config{Thousands: ','} or dataset.Config{HasDecimalComma: true}"},
		{"a\n\"1,234.5\"\n5\n", dataset.Config{}, "with dataset.Config{Thousands: ','}"},
		{"a\n\"1.234,5\"\n5\n", dataset.Config{}, "with dataset.Config{HasDecimalComma: true, Thousands: '.'}"},
		{"a\n1 234\n5\n", dataset.Config{Separator: ';'}, "with dataset.Config{Separator: ';', Thousands: ' '}"},
		{"a\n1'234\n5\n", dataset.Config{}, `with dataset.Config{Thousands: '\''}`},
		{"a\n1.5\n5\n", dataset.Config{HasDecimalComma: true}, "with dataset.Config{}"},
		{"a\n1\n?\n5\n", dataset.Config{}, `(line 3 holds "?"); if these are numbers, read the file with dataset.Config{Missing: []string{"NA", "?"}}`},
		{"a,b\ns,V\n1,2\n3,4\n", dataset.Config{}, `with dataset.Config{SkipLines: 2, Names: []string{"a", "b"}}`},
		{"a,b\n1,2\n3,4\n", dataset.Config{HasNoHeader: true}, "with dataset.Config{}"},
		{"a,b\n1,2\n3,4\n", dataset.Config{Names: []string{"a", "c"}}, `with dataset.Config{SkipLines: 1, Names: []string{"a", "c"}}`},
		{"a\nred\nred\nblue\n", dataset.Config{}, "use Text, or mend the file"},
		{"a\nred\n1\n", dataset.Config{Names: []string{"a"}}, "use Text, or mend the file"},
		{"a,b\n?,2\n3,4\n5,6\n", dataset.Config{}, `Missing: []string{"NA", "?"}`},
	} {
		table, err := dataset.Read(strings.NewReader(c.text), c.how)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		name := table.Names()[0]
		for _, f := range []func(){func() { table.Column(name) }, func() { table.Matrix(name) }} {
			if got := panicOf(f); !strings.HasSuffix(got, c.says) && !strings.HasSuffix(got, c.says+"}") {
				t.Errorf("%q: %q, want %q at its end", c.text, got, c.says)
			}
		}
	}
	table, err := dataset.Read(strings.NewReader("a\n1\n?\n5\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kept := range [][]int{nil, {0}, {0, 2}, {1}} { // the odd cell may be left out
		if got := panicOf(func() { table.Select(kept).Column("a") }); !strings.Contains(got, `line 3 holds "?"`) || strings.Contains(got, "Config{}") {
			t.Errorf("rows %v: %q", kept, got)
		}
	}
}

func panicOf(f func()) (says string) {
	defer func() { says = fmt.Sprint(recover()) }()
	f()
	return ""
}

func ExampleRead() {
	text := "Name;Verbrauch\nPinto;9,4\nGolf;7,8\n"
	_, err := dataset.Read(strings.NewReader(text))
	var e *dataset.ReadError
	fmt.Println(errors.As(err, &e), e.What)
	cars, err := dataset.Read(strings.NewReader(text), dataset.Config{Separator: ';', HasDecimalComma: true})
	if err != nil {
		panic(err)
	}
	fmt.Println(cars.Text("Name"), cars.Column("Verbrauch"))
	// Output:
	// true the cells seem to be separated by semicolons, and the numbers to have decimal commas
	// [Pinto Golf] [9.4 7.8]
}

// What goes wrong before there is a text.
func TestReadFails(t *testing.T) {
	broken := errors.New("the cable is cut")
	for name, r := range map[string]io.Reader{
		"at once": iotest.ErrReader(broken), "in the middle": io.MultiReader(strings.NewReader("a,b\n1,2\n"), iotest.ErrReader(broken)),
		"late": io.MultiReader(strings.NewReader("a\n"+strings.Repeat("1\n", 100_000)), iotest.ErrReader(broken)),
	} {
		if _, err := dataset.Read(r); !errors.Is(err, broken) || !strings.Contains(err.Error(), "reading stopped") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if table, err := dataset.Read(iotest.OneByteReader(strings.NewReader("a,b\r\n1,2\r\n"))); err != nil || show(table) != "a,b/1,2" {
		t.Errorf("byte by byte: %v", err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "a.csv")
	if err := os.WriteFile(file, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{folder: "this is a folder", filepath.Join(file, "b.csv"): "check the path", "": "check the path"} {
		var e *dataset.ReadError
		if _, err := dataset.Load(path); !errors.As(err, &e) || e.Path != path || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", path, err, says)
		}
	}
	two := func() { _, _ = dataset.Read(strings.NewReader(""), dataset.Config{}, dataset.Config{}) }
	if got := panicOf(two); !strings.Contains(got, "Read: 2 Configs, want one") {
		t.Errorf("two Configs: %q", got)
	}
	if got := panicOf(func() { _, _ = dataset.Read(nil) }); !strings.Contains(got, "reader is nil") {
		t.Errorf("no reader: %q", got)
	}
}

// show returns a table as one line: the names, then the rows, with quotes around
// text and - for a number that is missing.
func show(table *dataset.Table) string {
	lines := []string{strings.Join(table.Names(), ",")}
	for i := range table.Rows() {
		var cells []string
		for _, name := range table.Names() {
			v, isNumbers := numbers(table, name)
			switch {
			case !isNumbers:
				cells = append(cells, strconv.Quote(table.Text(name)[i]))
			case math.IsNaN(v[i]):
				cells = append(cells, "-")
			default:
				cells = append(cells, fmt.Sprint(v[i]))
			}
		}
		lines = append(lines, strings.Join(cells, ","))
	}
	return strings.Join(lines, "/")
}
