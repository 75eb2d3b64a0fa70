package nn

import (
	"runtime"
	"sync/atomic"
)

// crew shares the lines of one product at a time among processors. A network
// keeps one.
//
// To wake a sleeping processor takes as long as a small product. So a helper
// that has nothing left to take looks out for the next product a while before
// it goes, and it is not waited for unless it has taken something: where other
// programs keep the processors busy, the network does its work alone.
type crew struct {
	p      *product
	part   func(p *product, from, to int)
	lines  int
	size   int           // lines to be taken at once
	left   atomic.Int64  // shares that nobody has taken; not more than 0 when there is no product
	undone atomic.Int64  // shares that are not done
	done   chan struct{} // the last one is
	awake  atomic.Int64  // helpers
	help   func()        // c.assist, made once
}

// A product is shared from so many multiply-adds on, about 5 µs of work, with
// helpers that are awake, and from so many with others, about 50 µs.
const (
	shared = 1 << 15
	waking = 1 << 18
)

// patience is how often a helper looks for work before it goes, which takes
// it about 0.2 ms: longer than the rest of a step with products to share.
const patience = 5000

// atOnce is the least number of multiply-adds worth taking: about 2 µs.
const atOnce = 1 << 13

// do calls part(p, 0, lines), which is work multiply-adds. If that is much,
// every processor takes one share after the other until none is left: a line,
// or several short ones.
func (c *crew) do(p *product, lines, work int, part func(p *product, from, to int)) {
	helpers := 0
	if work >= shared {
		helpers = min(runtime.GOMAXPROCS(0), lines) - 1
	}
	if helpers == 0 || work < waking && c.awake.Load() == 0 {
		part(p, 0, lines)
		return
	}
	if c.help == nil {
		c.help, c.done = c.assist, make(chan struct{}, 1)
	}
	c.p, c.part = p, part
	c.lines, c.size = lines, 1+atOnce*lines/(work+1)
	shares := int64((lines + c.size - 1) / c.size)
	c.undone.Store(shares)
	c.left.Store(shares)
	for work >= waking && int(c.awake.Load()) < helpers {
		c.awake.Add(1)
		go c.help()
	}
	c.take()
	for tries := 0; len(c.done) == 0 && tries < patience; tries++ { // for a share at most, less than sleep and awakening take
		runtime.Gosched()
	}
	<-c.done
}

// take does shares until none is left.
func (c *crew) take() {
	for i := c.left.Add(-1); i >= 0; i = c.left.Add(-1) {
		from := int(i) * c.size
		c.part(c.p, from, min(from+c.size, c.lines))
		if c.undone.Add(-1) == 0 {
			c.done <- struct{}{}
		}
	}
}

func (c *crew) assist() {
	for tries := 0; tries < patience; tries++ {
		if c.left.Load() > 0 {
			c.take()
			tries = 0
		}
		runtime.Gosched()
	}
	c.awake.Add(-1)
}
