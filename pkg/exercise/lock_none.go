//go:build !linux && !darwin

package exercise

// lock does nothing here: two notebooks that save at the same moment may lose
// one of the two changes.
func lock(string) (unlock func()) { return func() {} }
