package nn

import (
	"bytes"
	"encoding/json"
	"strings"
)

// repeatedKey returns a key that stands twice in one object of b, which is valid JSON,
// or "". Of two params, package json would take the last without a word. It also takes
// "Params" for params, so that case makes no difference here.
func repeatedKey(b []byte) string {
	var open [][]string // the keys of each object that is not closed yet
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '{':
			open = append(open, nil)
		case '}':
			open = open[:len(open)-1]
		case '"':
			from := i
			for i++; b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			if !bytes.HasPrefix(bytes.TrimLeft(b[i+1:], " \t\r\n"), []byte(":")) {
				continue // a value
			}
			var key string
			if json.Unmarshal(b[from:i+1], &key) != nil {
				return string(b[from : i+1])
			}
			object := &open[len(open)-1]
			for _, other := range *object {
				if strings.EqualFold(key, other) {
					return key
				}
			}
			*object = append(*object, key)
		}
	}
	return ""
}
