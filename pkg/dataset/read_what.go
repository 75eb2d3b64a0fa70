package dataset

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
)

// signatures are how files begin that are often taken for tables.
var signatures = []struct{ begin, what, try string }{
	{"PK\x03\x04", "the file is a workbook (xlsx, ods) or a zip archive", "save the sheet as CSV, or unpack the archive"},
	{"\xd0\xcf\x11\xe0", "the file is an old workbook (xls)", "save the sheet as CSV"},
	{"%PDF", "the file is a PDF", "look for the table behind it as CSV"},
	{"{\\rtf", "the file is a text with formats (RTF)", "save it as plain text"},
	{"\x1f\x8b", "the file is packed (gzip)", "unpack it first: gunzip"},
	{"BZh", "the file is packed (bzip2)", "unpack it first: bunzip2"},
	{"\xfd7zXZ", "the file is packed (xz)", "unpack it first: unxz"},
	{"(\xb5/\xfd", "the file is packed (zstd)", "unpack it first: unzstd"},
	{"7z\xbc\xaf", "the file is packed (7z)", "unpack it first"},
	{"\x89PNG", "the file is a picture (PNG)", notText},
	{"\xff\xd8\xff", "the file is a picture (JPEG)", notText},
	{"GIF8", "the file is a picture (GIF)", notText},
	{"\x93NUMPY", "the file holds arrays of NumPy", "write it as CSV with numpy.savetxt"},
	{"PAR1", "the file is Parquet", asCSV},
	{"\x89HDF", "the file is HDF5", asCSV},
	{"SQLite format 3\x00", "the file is a database (SQLite)", asCSV},
	{"version https://git-lfs.github.com/spec", "the file is a pointer of Git LFS, not the data", "fetch the data with git lfs pull"},
	{"\xff\xfe\x00\x00", "the text is UTF-32", "save the file as UTF-8"},
	{"\x00\x00\xfe\xff", "the text is UTF-32", "save the file as UTF-8"},
	{"\xff\xfe", "the text is UTF-16", "save the file as UTF-8"},
	{"\xfe\xff", "the text is UTF-16", "save the file as UTF-8"},
}

const (
	notText = "a table is a text file: look at it in an editor"
	asCSV   = "write the table as CSV with the program that made the file"
)

// noTable looks at what a file is before it is parsed. It returns nil for what may be a table
// of text.
func noTable(data []byte) *ReadError {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.begin)) {
			return &ReadError{Line: 1, What: s.what, Try: s.try}
		}
	}
	text := bytes.TrimLeft(data, " \t\r\n\ufeff")
	line := 1 + bytes.Count(data[:len(data)-len(text)], []byte("\n"))
	begin := bytes.ToLower(text[:min(len(text), 200)])
	switch {
	case len(text) == 0:
		return &ReadError{What: "the file is empty", Try: "a table needs a header line and at least one row"}
	case bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html")):
		return &ReadError{Line: line, What: "the file is a web page, not a table",
			Try: "the address shows a page about the file; download the file itself (often a button named Raw or Download)"}
	case bytes.HasPrefix(begin, []byte("<?xml")) || bytes.HasPrefix(begin, []byte("<!")) || bytes.HasPrefix(begin, []byte("<svg")):
		return &ReadError{Line: line, What: "the file is XML, not a table", Try: "look for the same data as CSV"}
	case (text[0] == '{' || text[0] == '[') && json.Valid(text):
		return &ReadError{Line: line, What: "the file is JSON, not a table", Try: "read it with encoding/json, or look for the same data as CSV"}
	case bytes.HasPrefix(begin, []byte("@relation")):
		return &ReadError{Line: line, What: "the file is ARFF, not CSV", Try: "save what follows @data with a header line of the names"}
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return &ReadError{Line: 1 + bytes.Count(data[:at], []byte("\n")), What: what16(data), Try: "save the file as text, UTF-8"}
	}
	return nil
}

// what16 says what a text with a NUL in it is: UTF-16 without a mark has one in every second place.
func what16(data []byte) string {
	half := len(data) / 2
	for name, order := range map[string]binary.ByteOrder{"little": binary.LittleEndian, "big": binary.BigEndian} {
		plain := 0
		for i := range half {
			if c := order.Uint16(data[2*i:]); c != 0 && c < 0x100 {
				plain++
			}
		}
		if half > 0 && plain == half {
			return fmt.Sprintf("the text is UTF-16 (%s endian)", name)
		}
	}
	return "the file is not text: it holds a NUL"
}
