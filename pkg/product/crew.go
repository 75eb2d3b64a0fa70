package product

import (
	"runtime"
	"sync/atomic"
)

// Crew shares the work of one call at a time among processors. The Products of
// a network have one in common; new(Crew) makes one.
//
// What is shared are the items of a result: its rows or columns, pairs or
// groups of rows, panels. Neighbouring items make a chunk, because to take a
// single short one would cost more than to do it. The processor that calls and
// its helpers are members, and every member owns some chunks. It begins with
// them, and they are the same ones whenever a call comes again, because what it
// read and wrote last time lies in its own cache. Then it helps with the chunks
// of the others.
//
// To wake a sleeping processor takes as long as a small product. So a helper
// that finds no chunk waits a while for the next call before it goes to sleep.
// Nobody waits for a helper that has taken no chunk: if other programs keep the
// processors busy, the caller does all the work alone.
type Crew struct {
	p       *Product                       // p is the Product whose call is shared
	do      func(p *Product, from, to int) // do(p, from, to) does the items from ≤ i < to
	items   int                            // items is how many items the call has
	size    int                            // size is how many items a chunk has
	members atomic.Int64                   // members is how many processors own chunks of the call
	undone  atomic.Int64                   // undone is how many chunks are not done yet
	done    chan struct{}                  // done receives a value when the last chunk is done
	helpers atomic.Int64                   // helpers is how many helpers are awake
	woken   atomic.Int64                   // woken is how many helpers have ever been woken
	help    func()                         // help is c.assist: a method taken as a func is allocated, so it is taken once
	_       [64]byte                       // a gap: members write into owned, and must not slow down who reads help
	owned   [maxMembers]chunks             // owned[i] is what member i owns; the caller is member 0
}

// chunks are the chunks that one member owns: first, first + 1, …
type chunks struct {
	first int
	left  atomic.Int64 // left is how many of them nobody has taken; below 0 means 0
	_     [48]byte     // a gap, because two members that write into one line of the cache wait for each other
}

// maxMembers is how many processors are used at most.
const maxMembers = 32

const (
	// leastToShare is how many multiply-adds a call has at least, about 5 µs,
	// to be shared with helpers that are awake.
	leastToShare = 1 << 15
	// leastToWake is how many multiply-adds a call has at least, about 50 µs,
	// to wake helpers.
	leastToWake = 1 << 18
	// leastToTake is how many multiply-adds a chunk has at least, about 2 µs.
	leastToTake = 1 << 13
)

const (
	// patience is how many times a helper looks for a chunk before it goes to
	// sleep, which takes about 0.2 ms: a training step has shorter gaps between
	// two calls to share.
	patience = 50000
	// yieldEvery is after how many looks a helper lets other goroutines run.
	yieldEvery = 10
)

// share calls do(p, 0, items), which is work multiply-adds. If that is much,
// helpers do some of its chunks.
func (c *Crew) share(p *Product, items, work int, do func(p *Product, from, to int)) {
	helpers := 0
	if work >= leastToShare {
		helpers = min(runtime.GOMAXPROCS(0), items, maxMembers) - 1
	}
	if helpers == 0 || work < leastToWake && c.helpers.Load() == 0 {
		do(p, 0, items)
		return
	}
	if c.help == nil {
		c.help, c.done = c.assist, make(chan struct{}, 1)
	}
	c.p, c.do = p, do
	c.items, c.size = items, 1+leastToTake*items/(work+1)
	count, members := (items+c.size-1)/c.size, helpers+1
	c.undone.Store(int64(count))
	c.members.Store(int64(members))
	for i := range members {
		first, end := i*count/members, (i+1)*count/members
		c.owned[i].first = first
		c.owned[i].left.Store(int64(end - first))
	}
	for work >= leastToWake && int(c.helpers.Load()) < helpers {
		c.helpers.Add(1)
		go c.help()
	}
	c.take(0)
	// To sleep and be woken takes longer than what helpers may still have to do, the rest of a
	// chunk. So the caller looks for the end before it sleeps on the channel.
	for looks := 0; len(c.done) == 0 && looks < patience; looks++ {
		if looks%yieldEvery == 0 {
			runtime.Gosched()
		}
	}
	<-c.done
}

// take does chunks until none is left, those of member i first, and reports
// whether it has done any.
func (c *Crew) take(i int) (hasTaken bool) {
	members := int(c.members.Load())
	for q := range members {
		owned := &c.owned[(i+q)%members]
		for owned.left.Load() > 0 {
			left := owned.left.Add(-1)
			if left < 0 {
				break
			}
			hasTaken = true
			from := (owned.first + int(left)) * c.size
			c.do(c.p, from, min(from+c.size, c.items))
			if c.undone.Add(-1) == 0 {
				c.done <- struct{}{}
			}
		}
	}
	return hasTaken
}

// assist is the life of a helper: it does chunks until there has been none for
// a while. Helpers get their numbers one after the other, so that those that
// are awake together begin with different chunks.
func (c *Crew) assist() {
	number := int(c.woken.Add(1))
	for looks := 1; looks < patience; looks++ {
		if c.undone.Load() > 0 && c.take(1+number%max(1, int(c.members.Load())-1)) {
			looks = 0
		}
		if looks%yieldEvery == 0 {
			runtime.Gosched()
		}
	}
	c.helpers.Add(-1)
}
