package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
)

// notebook is a file of Jupyter's format 4.5. The fields of all types here stand
// in alphabetic order, because they are written in the order of the fields and
// Jupyter sorts them.
type notebook struct {
	Cells         []cell          `json:"cells"`
	Metadata      json.RawMessage `json:"metadata"`
	NBFormat      int             `json:"nbformat"`
	NBFormatMinor int             `json:"nbformat_minor"`
}

type cell struct {
	Kind     string          `json:"cell_type"`
	Count    *int            `json:"execution_count"` // of code
	ID       string          `json:"id"`
	Metadata metadata        `json:"metadata"`
	Outputs  json.RawMessage `json:"outputs"` // of code
	Source   lines           `json:"source"`
}

type metadata struct {
	Tags []string `json:"tags,omitempty"`
}

// lines is a text that is written as a list of its lines.
type lines string

func (l *lines) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*l = lines(one)
		return nil
	}
	var many []string
	if err := json.Unmarshal(b, &many); err != nil {
		return err
	}
	*l = lines(strings.Join(many, ""))
	return nil
}

func (l lines) MarshalJSON() ([]byte, error) { return plain(strings.SplitAfter(string(l), "\n")) }

// MarshalJSON leaves out what Markdown cells do not have.
func (c cell) MarshalJSON() ([]byte, error) {
	if c.Kind == "code" {
		type same cell
		return plain(same(c))
	}
	return plain(struct {
		Kind     string   `json:"cell_type"`
		ID       string   `json:"id"`
		Metadata metadata `json:"metadata"`
		Source   lines    `json:"source"`
	}{c.Kind, c.ID, c.Metadata, c.Source})
}

// plain is JSON in which < and & stay readable.
func plain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

func read(path string) (notebook, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return notebook{}, err
	}
	var n notebook
	if err := json.Unmarshal(text, &n); err != nil {
		return notebook{}, fmt.Errorf("%s is not a notebook: %w", path, err)
	}
	return n, nil
}

// write writes all or nothing.
func (n notebook) write(path string) error {
	text, err := plain(n)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", text, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// same compares all but what comes from running the cells.
func (n notebook) same(other notebook) bool {
	return reflect.DeepEqual(n.unrun(), other.unrun())
}

func (n notebook) unrun() []cell {
	cells := append([]cell(nil), n.Cells...)
	for i := range cells {
		cells[i].Count, cells[i].Outputs = nil, nil
	}
	return cells
}
