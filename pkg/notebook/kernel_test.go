//go:build unix

package notebook

import (
	"encoding/gob"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// cells are run in a process of their own, as the kernel does, by TestAsCell.
var cells = map[string]func(){
	"all": func() {
		Show("first", plain(1))
		Markdown("**second**")
		Frames("third", "p", frames(2))
		Show("fourth", plain(2))
	},
	"impatient": func() {
		patience = 2 * time.Second
		Show("only", plain(1))
	},
}

const cellVariable = "ANN_TEST_CELL"

func TestAsCell(t *testing.T) {
	if cell := cells[os.Getenv(cellVariable)]; cell != nil { // else not started by kernel
		cell()
	}
}

// kernel stands in for GoNB: it reads what a cell sends and answers its Sync requests, until
// alive, asked after each message, says no or takes its time. It returns what arrived, and the output of the cell.
func kernel(t *testing.T, cell string, alive func(arrived []string) bool) (arrived []string, output string, failed error) {
	t.Helper()
	dir := t.TempDir()
	there, back := filepath.Join(dir, "there"), filepath.Join(dir, "back")
	for _, p := range []string{there, back} {
		if err := syscall.Mkfifo(p, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	program := exec.Command(os.Args[0], "-test.run=^TestAsCell$")
	program.Env = append(os.Environ(), cellVariable+"="+cell, protocol.GONB_PIPE_ENV+"="+there, protocol.GONB_PIPE_BACK_ENV+"="+back)
	var out strings.Builder
	program.Stdout, program.Stderr = &out, &out
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		in, err := os.OpenFile(there, os.O_RDONLY, 0)
		if err != nil {
			return
		}
		defer in.Close()
		answer, err := os.OpenFile(back, os.O_WRONLY, 0)
		if err != nil {
			return
		}
		defer answer.Close()
		decoder, encoder := gob.NewDecoder(in), gob.NewEncoder(answer)
		for {
			var d protocol.DisplayData
			if decoder.Decode(&d) != nil {
				return
			}
			v, isSync := d.Data[protocol.MIMECommValue].(protocol.CommValue)
			if isSync {
				arrived = append(arrived, "sync")
			} else {
				arrived = append(arrived, fmt.Sprintf("%d forms: %.21s", len(d.Data), d.Data[protocol.MIMETextPlain]))
			}
			if !alive(arrived) {
				return // closes the pipes
			}
			if isSync && encoder.Encode(&protocol.CommValue{Address: protocol.GonbuiSyncAckAddress, Value: v.Value}) != nil {
				return
			}
		}
	}()
	failed = program.Wait()
	<-done
	return arrived, out.String(), failed
}

// Every output is one message between two Syncs, in the order of the calls.
func TestOutputsArriveInOrder(t *testing.T) {
	arrived, output, err := kernel(t, "all", func([]string) bool { return true })
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	want := "sync, 3 forms: [figure: first], sync, sync, 2 forms: **second**, sync, sync, 3 forms: [figure: third p = 1,, sync, sync, 3 forms: [figure: fourth], sync"
	if got := strings.Join(arrived, ", "); got != want {
		t.Errorf("arrived %s\nwant    %s", got, want)
	}
}

// Without figures only the text arrives, and what cannot be drawn does no harm.
func TestWithoutFigures(t *testing.T) {
	t.Setenv("ANN_NO_FIGURES", "1")
	arrived, output, err := kernel(t, "all", func([]string) bool { return true })
	if got := strings.Join(arrived, ", "); err != nil || got != "sync, 2 forms: **second**, sync" {
		t.Errorf("arrived %s, error %v\n%s", got, err, output)
	}
	Show("", nil)
	Frames("", "", nil)
}

// A kernel that goes away or no longer answers makes the cell fail, and soon.
func TestLostKernel(t *testing.T) {
	for name, alive := range map[string]func([]string) bool{
		"gone before the message": func(arrived []string) bool { return len(arrived) < 1 },
		"gone after the message":  func(arrived []string) bool { return len(arrived) < 2 },
		"silent after the message": func(arrived []string) bool {
			if len(arrived) == 3 {
				time.Sleep(3500 * time.Millisecond)
			}
			return len(arrived) < 3
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			_, output, err := kernel(t, "impatient", alive)
			if err == nil || !strings.Contains(output, "notebook: Show: the output did not reach the notebook: ") {
				t.Errorf("error %v, output %.300s", err, output)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("it took %.0f s", math.Round(d.Seconds()))
			}
		})
	}
}
