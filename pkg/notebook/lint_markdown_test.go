package notebook_test

import (
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var (
	headingLine = regexp.MustCompile(`^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$`)
	fence       = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	codeSpan    = regexp.MustCompile("``[^`].*?``|`[^`]*`")
	htmlComment = regexp.MustCompile(`(?s)<!--.*?-->`)
	linkTarget  = regexp.MustCompile(`\]\(\s*<?([^)\s>]*)>?(?:\s+["'][^)]*["'])?\s*\)`)
	anchorTag   = regexp.MustCompile(`(?is)<a\s(?:[^>"']|"[^"]*"|'[^']*')*>`)
	hrefOf      = regexp.MustCompile(`(?is)\shref\s*=\s*["']?([^"'\s>]+)`)
	scheme      = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*:`)
)

// heading is one in a Markdown cell.
type heading struct {
	cell, level int
	title       string
}

// outsideFences returns the lines of a Markdown text with those of fenced code made empty.
func outsideFences(source string) []string {
	lines, closing := strings.Split(source, "\n"), ""
	for i, line := range lines {
		m := fence.FindStringSubmatch(line)
		switch {
		case closing == "" && m != nil:
			closing, lines[i] = m[1], ""
		case closing != "":
			if m != nil && strings.HasPrefix(m[1], closing) {
				closing = ""
			}
			lines[i] = ""
		}
	}
	return lines
}

func (b *book) headings() (all []heading) {
	b.each("markdown", func(i int, c *cell) {
		for _, line := range outsideFences(string(c.Source)) {
			if m := headingLine.FindStringSubmatch(line); m != nil {
				all = append(all, heading{i, len(m[1]), m[2]})
			}
		}
	})
	return all
}

func ruleHeadings(b *book) (found complaints) {
	level := 0
	for _, h := range b.headings() {
		if h.level > level+1 {
			found.add(h.cell, "heading %q has level %d after level %d", h.title, h.level, level)
		}
		if h.level == 1 && level > 0 {
			found.add(h.cell, "heading %q is a second title", h.title)
		}
		level = h.level
	}
	if level == 0 {
		found.add(-1, "there is no heading")
	}
	return found
}

// headerParts is what the first cell of a chapter says.
var headerParts = map[string]*regexp.Regexp{
	"the slides it covers":     regexp.MustCompile(`(?i)\bslides?\b`),
	"goals":                    regexp.MustCompile(`(?i)\bgoals?\b|you (can|will)`),
	"what to know before":      regexp.MustCompile(`(?i)\bbefore\b|prerequisite|need to know|you need`),
	"how many minutes it asks": regexp.MustCompile(`(?i)\bmin(ute)?s?\b`),
}

// rulePattern wants the pieces that every chapter from 01 on has, and of every notebook that
// the kernel does not look for packages.
func rulePattern(b *book) (found complaints) {
	first := slices.IndexFunc(b.Cells, func(c *cell) bool { return c.Kind == "code" })
	if first >= 0 && !strings.HasPrefix(string(b.Cells[first].Source), "%noautoget\n") {
		found.add(first, "is the first code cell and lets the kernel look for packages: %%noautoget")
	}
	if b.chapter() == "00" || b.isSolution() {
		return found
	}
	header := b.Cells[0]
	if header.Kind != "markdown" || !strings.HasPrefix(string(header.Source), "# ") {
		found.add(0, "is no header with a title")
	}
	for what, pattern := range headerParts {
		if !pattern.MatchString(string(header.Source)) {
			found.add(0, "the header lacks %s", what)
		}
	}
	if first >= 0 && !strings.Contains(string(b.Cells[first].Source), "\nexercise.Review()") {
		found.add(first, "is the first code cell and does not ask what is due: exercise.Review()")
	}
	for _, title := range []string{"Exercises", "Quick questions", "Summary", "References"} {
		content, there := b.section(title)
		if !there {
			found.add(-1, "there is no section %q", title)
		} else if n := strings.Count(content, "<details"); title == "Quick questions" && n < 3 {
			found.add(-1, "section %q has %d folded answers, want 3 or more", title, n)
		}
	}
	return found
}

// section is the Markdown below a heading that contains the title, down to the
// next heading of its level or above.
func (b *book) section(title string) (content string, there bool) {
	level := 0
	b.each("markdown", func(_ int, c *cell) {
		for _, line := range outsideFences(string(c.Source)) {
			if m := headingLine.FindStringSubmatch(line); m != nil {
				if level > 0 && len(m[1]) <= level {
					level = 0
				}
				if level == 0 && !there && strings.Contains(strings.ToLower(m[2]), strings.ToLower(title)) {
					level, there = len(m[1]), true
				}
			}
			if level > 0 {
				content += line + "\n"
			}
		}
	})
	return content, there
}

func ruleMarkdownImages(b *book) (found complaints) {
	b.each("markdown", func(i int, c *cell) {
		shown := withoutCode(string(c.Source))
		for _, m := range markdownImage.FindAllStringSubmatch(shown, -1) {
			if strings.TrimSpace(m[1]) == "" {
				found.add(i, "the picture %s has no alt text", m[2])
			}
		}
		for _, tag := range imageTag.FindAllString(shown, -1) {
			if !altWords.MatchString(tag) {
				found.add(i, "a picture has no alt text: %.80s", tag)
			}
		}
	})
	return found
}

func withoutCode(source string) string {
	return htmlComment.ReplaceAllString(codeSpan.ReplaceAllString(strings.Join(outsideFences(source), "\n"), ""), "")
}

// ruleLinks follows the links to files of the course and to headings.
func ruleLinks(b *book) (found complaints) {
	b.each("markdown", func(i int, c *cell) {
		shown := withoutCode(string(c.Source))
		var targets []string
		for _, m := range linkTarget.FindAllStringSubmatch(shown, -1) {
			targets = append(targets, m[1])
		}
		for _, tag := range anchorTag.FindAllString(shown, -1) {
			if m := hrefOf.FindStringSubmatch(tag); m != nil {
				targets = append(targets, html.UnescapeString(m[1]))
			}
		}
		for _, target := range targets {
			if !b.leadsSomewhere(target) {
				found.add(i, "the link to %q leads nowhere", target)
			}
		}
	})
	return found
}

func (b *book) leadsSomewhere(target string) bool {
	if scheme.MatchString(target) {
		return target != "http://" && target != "https://"
	}
	path, anchor, _ := strings.Cut(target, "#")
	path, err := url.PathUnescape(path)
	anchor, err2 := url.PathUnescape(anchor)
	if err != nil || err2 != nil || strings.HasPrefix(path, "/") || path+anchor == "" {
		return false
	}
	if path == "" {
		return b.hasAnchor(anchor)
	}
	for _, root := range b.roots {
		place := filepath.Join(root, filepath.Dir(b.name), filepath.FromSlash(path))
		if _, err := os.Stat(place); err != nil {
			continue
		}
		if anchor == "" || !strings.HasSuffix(place, ".ipynb") {
			return true
		}
		content, err := os.ReadFile(place)
		if err != nil {
			return false
		}
		other, err := read(filepath.Base(place), content)
		return err == nil && other.hasAnchor(anchor)
	}
	return false
}

var (
	markup   = regexp.MustCompile(`</?[a-zA-Z][^>]*>|[*_` + "`" + `$\\]`)
	anyLink  = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	autoLink = regexp.MustCompile(`<(?:https?://|mailto:)[^>]*>|\bhttps?://[^\s)>]+`)
)

// hasAnchor knows how JupyterLab names a heading: its words, joined by dashes.
func (b *book) hasAnchor(anchor string) bool {
	return slices.ContainsFunc(b.headings(), func(h heading) bool {
		words := markup.ReplaceAllString(anyLink.ReplaceAllString(h.title, "$1"), "")
		return strings.ReplaceAll(html.UnescapeString(words), " ", "-") == anchor
	})
}
