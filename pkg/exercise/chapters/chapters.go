// Package chapters lists the folders of exercises, one a chapter.
package chapters

import (
	"ann/pkg/exercise/ch00"
	"ann/pkg/exercise/ch01"
	"ann/pkg/exercise/ch02"
	"ann/pkg/exercise/ch03"
	"ann/pkg/exercise/ch04"
	"ann/pkg/exercise/ch06"
	"ann/pkg/exercise/task"
)

// All returns the chapters that have exercises, in their order.
func All() []task.Chapter {
	return []task.Chapter{
		ch00.Chapter(), ch01.Chapter(), ch02.Chapter(), ch03.Chapter(), ch04.Chapter(), ch06.Chapter(),
	}
}

// Find returns the exercise of an id such as "1.2" and its chapter. Where there
// is none, ok is false.
func Find(id string) (e task.Exercise, c task.Chapter, ok bool) {
	for _, c := range All() {
		for _, e := range c.Exercises {
			if e.ID == id {
				return e, c, true
			}
		}
	}
	return task.Exercise{}, task.Chapter{}, false
}
