package dataset

import "strings"

// refuse says what a file is that begins with start, if it is no text or no
// table, and what to do. It returns nil for what may be one.
func refuse(start string) error {
	for _, k := range kinds {
		if strings.HasPrefix(start, k.start) {
			return k.error()
		}
	}
	if isUTF16(start) {
		return kind{is: "UTF-16 text", try: asUTF8}.error()
	}
	letters := strings.ToLower(strings.Join(strings.Fields(strings.TrimLeft(start, byteOrderMark)), ""))
	for _, k := range texts {
		if strings.HasPrefix(letters, k.start) {
			return k.error()
		}
	}
	return nil
}

// isUTF16 reports whether every other byte of the first eight is 0, as in Latin
// letters of UTF-16.
func isUTF16(start string) bool {
	if len(start) < 8 {
		return false
	}
	var zeros [2]int
	for i := range 8 {
		if start[i] == 0 {
			zeros[i%2]++
		}
	}
	return zeros == [2]int{4, 0} || zeros == [2]int{0, 4}
}

const (
	byteOrderMark = "\ufeff"

	asUTF8  = "save the file as UTF-8; spreadsheets call it CSV UTF-8"
	asCSV   = "open it in a spreadsheet and save the sheet as CSV UTF-8"
	convert = "write the table to a CSV file, with the program or library that reads such files"
	unpack  = "unpack it and read the CSV file inside"
	copyOut = "look for the same table as CSV, or type it into a spreadsheet and save it as CSV UTF-8"
	rawFile = "download the file itself; its page often has a link named Raw or Download"
)

// kind is a sort of file that is met in place of a table.
type kind struct {
	start string // what it begins with
	is    string
	try   string
}

func (k kind) error() error { return &ReadError{Line: 1, What: "this is " + k.is, Try: k.try} }

// kinds are told by their first bytes. UTF-32 comes before UTF-16, which begins
// alike.
var kinds = []kind{
	{"\xff\xfe\x00\x00", "UTF-32 text", asUTF8},
	{"\x00\x00\xfe\xff", "UTF-32 text", asUTF8},
	{"\xff\xfe", "UTF-16 text", asUTF8},
	{"\xfe\xff", "UTF-16 text", asUTF8},
	{"PK\x03\x04", "a zip archive, as spreadsheets are too (.xlsx, .ods)", asCSV + ", or " + unpack},
	{"PK\x05\x06", "an empty zip archive", rawFile},
	{"\xd0\xcf\x11\xe0", "an old spreadsheet or office document (.xls, .doc)", asCSV},
	{"\x1f\x8b", "a file compressed by gzip", unpack},
	{"BZh91AY&SY", "a file compressed by bzip2", unpack},
	{"\xfd7zXZ", "a file compressed by xz", unpack},
	{"\x28\xb5\x2f\xfd", "a file compressed by zstd", unpack},
	{"7z\xbc\xaf", "a 7z archive", unpack},
	{"Rar!\x1a", "a rar archive", unpack},
	{"%PDF-", "a PDF document", copyOut},
	{"\x89PNG", "a picture (PNG)", copyOut},
	{"\xff\xd8\xff", "a picture (JPEG)", copyOut},
	{"GIF87a", "a picture (GIF)", copyOut},
	{"GIF89a", "a picture (GIF)", copyOut},
	{"II*\x00", "a picture (TIFF)", copyOut},
	{"MM\x00*", "a picture (TIFF)", copyOut},
	{"SQLite format 3\x00", "a database (SQLite)", convert},
	{"PAR1\x15", "a table in Parquet format", convert},
	{"\x89HDF", "a data file in HDF5 format", convert},
	{"CDF\x01", "a data file in NetCDF format", convert},
	{"CDF\x02", "a data file in NetCDF format", convert},
	{"\x93NUMPY", "an array of NumPy", `write it with numpy.savetxt, with delimiter="," and comments=""`},
	{"root\x00", "a data file in ROOT format", convert},
}

// texts are told by their first letters, in small ones and without spaces.
var texts = []kind{
	{"<!doctypehtml", "a web page", rawFile},
	{"<html", "a web page", rawFile},
	{"<head", "a web page", rawFile},
	{"<body", "a web page", rawFile},
	{"<!--", "a web page or XML", rawFile},
	{"<table", "a table in HTML", asCSV},
	{"<svg", "a picture (SVG)", copyOut},
	{"<?xml", "XML", convert},
	{`{\rtf`, "formatted text (RTF)", "save it as plain text"},
	{`{"`, "JSON", convert},
	{"[{", "JSON", convert},
	{"[[", "JSON", convert},
	{"versionhttps://git-lfs", "a note of Git LFS that stands for the file", "fetch the file itself with: git lfs pull"},
}
