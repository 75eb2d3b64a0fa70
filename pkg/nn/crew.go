package nn

import (
	"runtime"
	"sync/atomic"
)

// crew shares the lines of one product at a time among processors. A network
// keeps one.
//
// Every processor begins with a part of its own, the same one whenever a
// product comes again, because what it read and wrote last time lies in its
// own cache. Then it helps with the others' parts.
//
// To wake a sleeping processor takes as long as a small product. So a helper
// that has nothing left to take looks out for the next product a while before
// it goes, and it is not waited for unless it has taken something: if other
// programs keep the processors busy, the network does its work alone.
type crew struct {
	p      *product
	do     func(p *product, from, to int)
	lines  int
	size   int           // lines to be taken at once: a share
	used   atomic.Int64  // parts
	undone atomic.Int64  // shares that are not done
	done   chan struct{} // the last one is
	awake  atomic.Int64  // helpers
	number atomic.Int64  // of the helper that came last
	help   func()        // c.assist, made once
	_      [64]byte
	parts  [processors]part
}

// part is some of a product's shares, those from first on.
type part struct {
	first int
	left  atomic.Int64 // that nobody has taken; not more than 0 when there is none
	_     [48]byte     // so that no two parts lie in the same line of a cache
}

// processors is how many are used at most.
const processors = 32

// A product of at least shared multiply-adds, about 5 µs, is shared if helpers
// are awake. One of at least waking, about 50 µs, wakes them.
const (
	shared = 1 << 15
	waking = 1 << 18
)

// patience is how many times a helper looks for work before it goes, which
// takes it about 0.2 ms: longer than the rest of a step with products to share.
// Between two of yieldEvery looks it lets others run.
const (
	patience   = 50000
	yieldEvery = 10
)

// atOnce is the least number of multiply-adds worth taking: about 2 µs.
const atOnce = 1 << 13

// share calls do(p, 0, lines), which is work multiply-adds. If that is much,
// it is done in shares, a line each or several short ones.
func (c *crew) share(p *product, lines, work int, do func(p *product, from, to int)) {
	helpers := 0
	if work >= shared {
		helpers = min(runtime.GOMAXPROCS(0), lines, processors) - 1
	}
	if helpers == 0 || work < waking && c.awake.Load() == 0 {
		do(p, 0, lines)
		return
	}
	if c.help == nil {
		c.help, c.done = c.assist, make(chan struct{}, 1)
	}
	c.p, c.do = p, do
	c.lines, c.size = lines, 1+atOnce*lines/(work+1)
	shares, parts := (lines+c.size-1)/c.size, helpers+1
	c.undone.Store(int64(shares))
	c.used.Store(int64(parts))
	for i := range parts {
		first, end := i*shares/parts, (i+1)*shares/parts
		c.parts[i].first = first
		c.parts[i].left.Store(int64(end - first))
	}
	for work >= waking && int(c.awake.Load()) < helpers {
		c.awake.Add(1)
		go c.help()
	}
	c.take(0)
	for tries := 0; len(c.done) == 0 && tries < patience; tries++ { // for a share at most, less than sleep and awakening take
		if tries%yieldEvery == 0 {
			runtime.Gosched()
		}
	}
	<-c.done
}

// take does shares until none is left, of part own first, and reports whether
// there were any.
func (c *crew) take(own int) (some bool) {
	used := int(c.used.Load())
	for i := range used {
		part := &c.parts[(own+i)%used]
		for part.left.Load() > 0 {
			left := part.left.Add(-1)
			if left < 0 {
				break
			}
			some = true
			from := (part.first + int(left)) * c.size
			c.do(c.p, from, min(from+c.size, c.lines))
			if c.undone.Add(-1) == 0 {
				c.done <- struct{}{}
			}
		}
	}
	return some
}

func (c *crew) assist() {
	number := int(c.number.Add(1))
	for tries := 1; tries < patience; tries++ {
		if c.undone.Load() > 0 && c.take(1+number%max(1, int(c.used.Load())-1)) {
			tries = 0
		}
		if tries%yieldEvery == 0 {
			runtime.Gosched()
		}
	}
	c.awake.Add(-1)
}
