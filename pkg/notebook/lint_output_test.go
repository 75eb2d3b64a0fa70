package notebook_test

import (
	"encoding/base64"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

const (
	maxPicture  = 100_000   // bytes of an encoded picture
	maxNotebook = 3_000_000 // bytes of the file
)

var (
	dataURI     = regexp.MustCompile(`data:[\w/+.-]+(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=]+)`)
	imageTag    = regexp.MustCompile(`(?is)<img\b(?:[^>"']|"[^"]*"|'[^']*')*>`)
	altWords    = regexp.MustCompile(`(?is)\salt\s*=\s*("[^"]*[^"\s][^"]*"|'[^']*[^'\s][^']*'|[^\s"'>]+)`)
	srcdoc      = regexp.MustCompile(`(?is)\ssrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	machinePath = regexp.MustCompile(`(?:^|[\s"'=(:>\[])(/(?:tmp|home|root|Users|var/folders|private|work|usr|opt|mnt|go/pkg)/[\w.-]+|[A-Z]:\\\w+)|(gonb_[0-9a-f]{6,})`)
	address     = regexp.MustCompile(`(?i)\b(?:https?|wss?|ftp)://[^\s"'<>)]*`)
	bareAddress = regexp.MustCompile(`(?i)(?:\b(?:src|href|srcset|action|poster)\s*=\s*["']?|url\(\s*["']?)(//[^\s"'>)]+)`)
	namespace   = regexp.MustCompile(`^https?://www\.w3\.org/`)
)

// page is one HTML document of an output: the output itself, or what an iframe
// in it holds. Base64 data are taken out, for anything could occur in them.
type page string

func pages(source string) []page {
	all := []page{page(dataURI.ReplaceAllString(unescaped(source), "data:"))}
	for _, m := range srcdoc.FindAllStringSubmatch(source, -1) {
		all = append(all, pages(html.UnescapeString(m[1]+m[2]))...)
	}
	return all
}

// unescaped undoes what a template does to + and = within attributes and scripts.
func unescaped(s string) string {
	return strings.NewReplacer("&#43;", "+", "&#61;", "=", `\u002b`, "+", `\u003d`, "=", `\/`, "/", `\u002f`, "/").Replace(s)
}

// texts are an output's parts that somebody reads; kind is a MIME type.
func (o output) texts(f func(kind, content string)) {
	if o.Kind == "stream" {
		f("text/plain", string(o.Text))
	}
	for kind, content := range o.Data {
		if !strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "image/svg") {
			f(kind, string(content))
		}
	}
}

func (b *book) eachOutput(f func(i int, o output)) {
	b.each("code", func(i int, c *cell) {
		for _, o := range c.Outputs {
			f(i, o)
		}
	})
}

func ruleErrors(b *book) (found complaints) {
	b.eachOutput(func(i int, o output) {
		if o.Kind == "error" {
			found.add(i, "a saved error")
		}
		if o.Kind == "stream" && o.Name == "stderr" {
			found.add(i, "saved output on stderr: %.60q", o.Text)
		}
	})
	return found
}

func rulePictures(b *book) (found complaints) {
	b.eachOutput(func(i int, o output) {
		described := false
		o.texts(func(kind, content string) {
			if kind != "text/html" {
				return
			}
			for _, p := range pages(content) {
				for _, tag := range imageTag.FindAllString(string(p), -1) {
					described = true
					if !altWords.MatchString(tag) {
						found.add(i, "a picture without alt text in the output: %.80s", tag)
					}
				}
			}
		})
		for kind, content := range o.Data {
			if !strings.HasPrefix(kind, "image/") {
				continue
			}
			if !described {
				found.add(i, "a picture of type %s without an <img alt=…> beside it", kind)
			}
			data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(content)), ""))
			if kind != "image/svg+xml" && err != nil {
				found.add(i, "a picture that is not base64: %v", err)
			}
			if n := max(len(data), len(content)*3/4); n > maxPicture {
				found.add(i, "a picture of %d kB, at most %d are allowed", n/1000, maxPicture/1000)
			}
		}
		o.texts(func(_, content string) {
			plain := unescaped(html.UnescapeString(unescaped(content)))
			for _, m := range dataURI.FindAllStringSubmatch(plain, -1) {
				if n := base64.RawStdEncoding.DecodedLen(len(strings.TrimRight(m[1], "="))); n > maxPicture {
					found.add(i, "a picture of %d kB in the HTML, at most %d are allowed", n/1000, maxPicture/1000)
				}
			}
		})
	})
	if b.size > maxNotebook {
		found.add(-1, "the notebook has %.1f MB, at most %.1f are allowed", float64(b.size)/1e6, float64(maxNotebook)/1e6)
	}
	return found
}

// rulePlaces forbids what works, or reads well, on the author's machine only.
func rulePlaces(b *book) (found complaints) {
	own := ownPlaces()
	b.eachOutput(func(i int, o output) {
		o.texts(func(kind, content string) {
			for _, p := range pages(content) {
				if m := machinePath.FindStringSubmatch(string(p)); m != nil {
					found.add(i, "a path of the author's machine in the output: %s", m[1]+m[2])
				}
				for _, place := range own {
					if strings.Contains(string(p), place) {
						found.add(i, "a path of this machine in the output: %s", place)
					}
				}
				if kind == "text/html" {
					for _, a := range addresses(string(p)) {
						found.add(i, "an outside address in the HTML output: %s", a)
					}
				} else if kind == "text/markdown" {
					for _, a := range fetched(string(p)) {
						found.add(i, "the output fetches something from outside: %s", a)
					}
				}
			}
		})
	})
	b.each("markdown", func(i int, c *cell) {
		for _, a := range fetched(string(c.Source)) {
			found.add(i, "fetches something from outside: %s", a)
		}
	})
	return found
}

// ownPlaces are this machine's paths, where they are long enough to mean something.
func ownPlaces() (places []string) {
	root, _ := filepath.Abs("../..")
	home, _ := os.UserHomeDir()
	for _, place := range []string{root, home, os.TempDir()} {
		if strings.Count(place, string(filepath.Separator)) > 1 {
			places = append(places, place)
		}
	}
	return places
}

// addresses are the places in the net that an HTML text names.
func addresses(s string) (found []string) {
	for _, a := range address.FindAllString(s, -1) {
		if !namespace.MatchString(a) {
			found = append(found, a)
		}
	}
	for _, m := range bareAddress.FindAllStringSubmatch(s, -1) {
		found = append(found, m[1])
	}
	return found
}

var (
	markdownImage = regexp.MustCompile(`!\[([^\]]*)\]\(\s*<?([^)\s>]+)`)
	loadingTag    = regexp.MustCompile(`(?is)<(?:img|script|iframe|link|video|audio|source|object|embed)\b(?:[^>"']|"[^"]*"|'[^']*')*>`)
)

// fetched are the outside addresses that a browser fetches when it shows a
// Markdown text; a link that waits for a click is none.
func fetched(s string) (found []string) {
	for _, m := range markdownImage.FindAllStringSubmatch(s, -1) {
		if address.MatchString(m[2]) || strings.HasPrefix(m[2], "//") {
			found = append(found, m[2])
		}
	}
	for _, tag := range loadingTag.FindAllString(s, -1) {
		found = append(found, addresses(tag)...)
	}
	return found
}
