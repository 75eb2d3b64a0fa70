package figure

import "testing"

// Panels have letters before their titles, but for one alone and where the titles are names.
func TestPanelLetters(t *testing.T) {
	figs := []Drawing{New("left", "", ""), New("", "", "")}
	g := Grid("", 2, figs...)
	for k, want := range []string{"(a) left", "(b)"} {
		if got := g.titleOf(k); got != want {
			t.Errorf("panel %d: %q, want %q", k, got, want)
		}
	}
	g.Unlettered = true
	if got := g.titleOf(0); got != "left" {
		t.Errorf("without letters: %q", got)
	}
	if got := Grid("", 1, figs[0]).titleOf(0); got != "left" {
		t.Errorf("alone: %q", got)
	}
}
