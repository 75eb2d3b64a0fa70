// Package data embeds the CSV files of the course: fuel use of cars, penguins,
// iris flowers and handwritten digits. README.md beside them says where each
// comes from, under which licence, and what every column means.
//
// Package ann/pkg/dataset reads them; ask there for AutoMPG, Penguins, Iris
// and Digits rather than opening the files by hand.
package data

import "embed"

// Files holds the CSV files by name, for instance "auto-mpg.csv".
//
//go:embed *.csv
var Files embed.FS
