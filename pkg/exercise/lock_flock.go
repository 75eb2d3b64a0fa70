//go:build linux || darwin

package exercise

import (
	"os"
	"syscall"
	"time"
)

// lock takes the lock that path stands for and returns how to give it back. The
// system gives it back too when the process ends. After five seconds, or where
// locks do not exist (some network folders), it goes on without.
func lock(path string) (unlock func()) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return func() {}
	}
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err != syscall.EWOULDBLOCK && err != syscall.EINTR {
			break
		}
	}
	return func() { f.Close() } // closing gives the lock back
}
