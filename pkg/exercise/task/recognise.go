package task

import (
	"reflect"

	"ann/pkg/exercise/repair"
)

// recognise returns the mistake that gives what the learner's function gave in
// every case, or nil. A case where the wrong function itself panics says
// nothing: there learners get anything, from a panic to noise.
func (f Function) recognise(got []outcome) *Mistake {
	for i, m := range f.Wrong {
		wrong := callAll(reflect.ValueOf(m.Answer), f.Cases, patience, nil)
		if len(wrong) == len(got) && m.alike(wrong, got) {
			return &f.Wrong[i]
		}
	}
	return nil
}

func (m Mistake) alike(wrong, got []outcome) bool {
	told := false
	for i := range wrong {
		if !wrong[i].fine() {
			continue
		}
		if !got[i].fine() {
			return false
		}
		told = true
		if m.ByShape {
			if !sameShape(wrong[i].got, got[i].got) {
				return false
			}
		} else if difference(wrong[i].got, got[i].got, tolerance) != "" {
			return false
		}
	}
	return told
}

// lines is how a recognised mistake is said: its name on a line of its own.
func (m Mistake) lines() string {
	return "  It looks like this: " + m.Name + ".\n" + sentence(m.Says)
}

// tolerance is by how much a number may be off, relative to the largest of the
// list or matrix that it is in.
const tolerance = 1e-9

// untouched says whether the learner's function gives what the stub gives.
func (f Function) untouched(got []outcome) bool {
	stub := callAll(reflect.ValueOf(f.Stub), f.Cases, patience, nil)
	if len(stub) != len(got) {
		return false
	}
	for i := range stub {
		if !got[i].fine() || difference(stub[i].got, got[i].got, 0) != "" {
			return false
		}
	}
	return true
}

// isWritten says whether the source is another one than the stub's.
func (f Function) isWritten(e Exercise, source *repair.Function) bool {
	return source != nil && !repair.Same(source.Text, e.method("stub.go", f.Name).function())
}
