package pkg_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestForbidden(t *testing.T) {
	for _, c := range []struct {
		folder, imported string
		why              string // a part of the reason, "" if it is allowed
	}{
		{"pkg/dataset", "ann/data", ""},
		{"pkg/scaling", "ann/pkg/dataset", ""},
		{"pkg/nn", "ann/pkg/product", ""},
		{"pkg/regression", "ann/pkg/scaling", ""},
		{"pkg/regression", "ann/pkg/regression/internal/qr", ""},
		{"pkg/regression", "gonum.org/v1/gonum/mat", ""},
		{"pkg/train", "ann/pkg/nn", ""},
		{"pkg/figure", "ann/pkg/regression", ""},
		{"pkg/figure", "gonum.org/v1/plot", ""},
		{"pkg/notebook", "ann/pkg/figure", ""},
		{"pkg/notebook", "github.com/janpfeifer/gonb/gonbui", ""},
		{"pkg/playground/wasm", "ann/pkg/playground", ""},
		{"pkg/playground/wasm", "ann/pkg/nn", ""},
		{"data", "embed", ""},
		{"pkg/loss", "annotations.example/x", ""},

		{"data", "ann/pkg/dataset", "imports go down only"},
		{"pkg/product", "ann/data", "imports go down only"}, // same floor
		{"pkg/dataset", "ann/pkg/scaling", "imports go down only"},
		{"pkg/scaling", "ann/pkg/regression", "imports go down only"},
		{"pkg/regression", "ann/pkg/nn", "imports go down only"},
		{"pkg/nn", "ann/pkg/train", "imports go down only"},
		{"pkg/regression", "ann/pkg/figure", "imports go down only"},
		{"pkg/exercise", "ann/pkg/notebook", "imports go down only"},
		{"pkg/playground/wasm", "ann/pkg/figure", "imports go down only"},
		{"pkg/figure", "github.com/janpfeifer/gonb/gonbui", "only pkg/notebook"},
		{"pkg/exercise", "github.com/janpfeifer/gonb/gonbui/dom", "only pkg/notebook"},
		{"pkg/exercise", "github.com/janpfeifer/gonb", "only pkg/notebook"},
		{"pkg/util", "fmt", "no floor"},
		{"pkg/nn", "ann/pkg/util", "no floor"},
		{"pkg/nn", "ann/notebooks", "no floor"},
		{"pkg", "fmt", "no floor"},
	} {
		why := forbidden(c.folder, c.imported)
		if (why == "") != (c.why == "") || !strings.Contains(why, c.why) {
			t.Errorf("%s importing %s: %q, want %q", c.folder, c.imported, why, c.why)
		}
	}
}

// TestViolationsAreFound runs the search on an invented module.
func TestViolationsAreFound(t *testing.T) {
	module := fstest.MapFS{
		"data/data.go":                 {Data: []byte("package data\n\nimport \"embed\"\n")},
		"pkg/scaling/a.go":             {Data: []byte("package scaling\n\nimport r \"ann/pkg/regression\"\n")},
		"pkg/scaling/a_test.go":        {Data: []byte("package scaling\n\nimport _ \"ann/pkg/notebook\"\n")},
		"pkg/regression/testdata/x.go": {Data: []byte("package x\n\nimport \"ann/pkg/notebook\"\n")},
		"pkg/figure/tagged.go":         {Data: []byte("//go:build never\n\npackage figure\n\nimport (\n\t\"fmt\"\n\t_ \"github.com/janpfeifer/gonb/gonbui\"\n)\n")},
		"pkg/notebook/n.go":            {Data: []byte("package notebook\n\nimport \"github.com/janpfeifer/gonb/gonbui\"\n")},
	}
	bad, files, err := violations(module)
	if err != nil {
		t.Fatal(err)
	}
	if files != 4 {
		t.Errorf("%d files read, want 4", files)
	}
	if len(bad) != 2 || !strings.HasPrefix(bad[0], "pkg/figure/tagged.go") || !strings.HasPrefix(bad[1], "pkg/scaling/a.go") {
		t.Errorf("found %q, want one violation in pkg/figure/tagged.go and one in pkg/scaling/a.go", bad)
	}
}
