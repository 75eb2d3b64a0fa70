package product

import (
	"runtime"
	"sync/atomic"
)

// Crew shares the work of one call at a time among processors. The Products of
// a network have one in common; new(Crew) makes one.
//
// What is shared are the items of a result: its rows or columns, pairs or
// groups of rows, panels. Several short items make a chunk, which is taken at
// once. Every processor begins with chunks of its own, the same ones whenever a
// call comes again, because what it read and wrote last time lies in its own
// cache. Then it helps with the others'.
//
// To wake a sleeping processor takes as long as a small product. So a helper
// that has nothing left to take looks out for the next call a while before it
// goes, and it is not waited for unless it has taken something: if other
// programs keep the processors busy, the network does its work alone.
type Crew struct {
	p       *Product                       // whose call it is
	do      func(p *Product, from, to int) // does some of the items
	items   int                            // of the call
	size    int                            // items in a chunk
	owners  atomic.Int64                   // processors that have chunks of their own
	undone  atomic.Int64                   // chunks that are not done
	done    chan struct{}                  // gets a value when the last chunk is done
	helpers atomic.Int64                   // awake
	numbers atomic.Int64                   // given to helpers so far
	help    func()                         // c.assist, made a func once
	_       [64]byte                       // keeps what follows out of the cache lines above
	own     [processors]chunks
}

// chunks are what one processor begins with, those from first on.
type chunks struct {
	first int
	left  atomic.Int64 // that nobody has taken; 0 or less when there are none
	_     [48]byte     // so that no two processors write into the same line of the cache
}

// processors is how many are used at most.
const processors = 32

// A call of at least shared multiply-adds, about 5 µs, is shared if helpers
// are awake. One of at least waking, about 50 µs, wakes them.
const (
	shared = 1 << 15
	waking = 1 << 18
)

// patience is how many times a helper looks for work before it goes, which
// takes it about 0.2 ms: longer than the rest of a step with calls to share.
// After yieldEvery looks it lets others run.
const (
	patience   = 50000
	yieldEvery = 10
)

// atOnce is the least number of multiply-adds worth taking: about 2 µs.
const atOnce = 1 << 13

// share calls do(p, 0, items), which is work multiply-adds. If that is much,
// it is done in chunks.
func (c *Crew) share(p *Product, items, work int, do func(p *Product, from, to int)) {
	helpers := 0
	if work >= shared {
		helpers = min(runtime.GOMAXPROCS(0), items, processors) - 1
	}
	if helpers == 0 || work < waking && c.helpers.Load() == 0 {
		do(p, 0, items)
		return
	}
	if c.help == nil {
		c.help, c.done = c.assist, make(chan struct{}, 1)
	}
	c.p, c.do = p, do
	c.items, c.size = items, 1+atOnce*items/(work+1)
	count, owners := (items+c.size-1)/c.size, helpers+1
	c.undone.Store(int64(count))
	c.owners.Store(int64(owners))
	for i := range owners {
		first, end := i*count/owners, (i+1)*count/owners
		c.own[i].first = first
		c.own[i].left.Store(int64(end - first))
	}
	for work >= waking && int(c.helpers.Load()) < helpers {
		c.helpers.Add(1)
		go c.help()
	}
	c.take(0)
	for tries := 0; len(c.done) == 0 && tries < patience; tries++ { // for the rest of a chunk at most, which takes less than to sleep and wake
		if tries%yieldEvery == 0 {
			runtime.Gosched()
		}
	}
	<-c.done
}

// take does chunks until none is left, those of processor i first, and reports
// whether there were any.
func (c *Crew) take(i int) (some bool) {
	owners := int(c.owners.Load())
	for q := range owners {
		own := &c.own[(i+q)%owners]
		for own.left.Load() > 0 {
			left := own.left.Add(-1)
			if left < 0 {
				break
			}
			some = true
			from := (own.first + int(left)) * c.size
			c.do(c.p, from, min(from+c.size, c.items))
			if c.undone.Add(-1) == 0 {
				c.done <- struct{}{}
			}
		}
	}
	return some
}

// assist is what a helper does.
func (c *Crew) assist() {
	number := int(c.numbers.Add(1))
	for tries := 1; tries < patience; tries++ {
		if c.undone.Load() > 0 && c.take(1+number%max(1, int(c.owners.Load())-1)) {
			tries = 0
		}
		if tries%yieldEvery == 0 {
			runtime.Gosched()
		}
	}
	c.helpers.Add(-1)
}
