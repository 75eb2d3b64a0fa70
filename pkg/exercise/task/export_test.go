package task

import (
	"testing"
	"time"
)

// Impatient shortens the limit for endless loops.
func Impatient(t testing.TB) {
	old := patience
	patience = 300 * time.Millisecond
	t.Cleanup(func() { patience = old })
}
