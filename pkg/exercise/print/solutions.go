package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"ann/pkg/exercise/task"
)

// kernel is the metadata of every notebook of the course.
const kernel = `{"kernelspec": {"display_name": "Go (gonb)", "language": "go", "name": "gonb"},
	"language_info": {"codemirror_mode": "", "file_extension": ".go", "mimetype": "text/x-go", "name": "go",
	"nbconvert_exporter": "", "pygments_lexer": "", "version": "go1.26"}}`

const opening = `# Solutions to chapter %s · %s

Each cell below solves one exercise of [the chapter](../%s). Try first: a wrong answer that you understand is worth more than a right one that you have read. Running these cells leaves your progress as it is.`

// solutions is the solution notebook of a chapter whose notebook has this name.
func solutions(c task.Chapter, name string) notebook {
	n := notebook{Metadata: json.RawMessage(kernel), NBFormat: 4, NBFormatMinor: 5}
	markdown := func(id, source string) {
		n.Cells = append(n.Cells, cell{Kind: "markdown", ID: id, Source: lines(source)})
	}
	markdown("title", fmt.Sprintf(opening, number(c), c.Title, name))
	for i, e := range c.Exercises {
		id := strings.ReplaceAll(e.ID, ".", "-")
		markdown("exercise-"+id, strings.TrimSpace("## "+e.Heading()+"\n\n"+e.Tables()))
		source := e.SolutionCell()
		if i == 0 {
			source = "%noautoget\n" + imports(append(c.Imports(), "ann/pkg/exercise")) + source
		}
		n.Cells = append(n.Cells, cell{Kind: "code", ID: "solution-" + id, Metadata: metadata{[]string{"exercise"}},
			Outputs: json.RawMessage("[]"), Source: lines(source)})
	}
	return n
}

// imports is an import declaration with the standard library, the course and
// the rest in groups of their own.
func imports(paths []string) string {
	var groups [3][]string
	for _, p := range paths {
		first, _, _ := strings.Cut(p, "/")
		group := 0
		switch {
		case first == "ann":
			group = 1
		case strings.Contains(first, "."):
			group = 2
		}
		groups[group] = append(groups[group], fmt.Sprintf("\t%q\n", p))
	}
	var blocks []string
	for _, g := range groups {
		if len(g) > 0 {
			blocks = append(blocks, strings.Join(g, ""))
		}
	}
	return "import (\n" + strings.Join(blocks, "\n") + ")\n\n"
}
