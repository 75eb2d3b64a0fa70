package figure

import (
	"fmt"
	"math"
)

// enormous is the largest magnitude that is drawn: sums and differences of a few
// such values must not overflow.
const enormous = 1e305

// infinitesimal is the smallest positive number with all its digits, about: smaller ones are
// not drawn on logarithmic axes, and no axis has a shorter range.
const infinitesimal = 1e-300

// fail remembers the first error.
func (d *drawn) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("figure: "+format, args...)
	}
}

// checkName remembers a name the font cannot write.
func (d *drawn) checkName(name string) {
	if err := checkText("name", name); err != nil && d.err == nil {
		d.err = err
	}
}

// called is the beginning of a message: the method and the name it was given.
func called(method, name string) string {
	if name == "" {
		return method
	}
	return fmt.Sprintf("%s %q", method, name)
}

// series holds the values of an argument, and its label for messages: "x", "y", "lo", …
type series struct {
	label  string
	values []float64
}

// ready checks lengths (panic) and values (sticky error) of a call; it is false when
// nothing may be drawn.
func (d *drawn) ready(method, name string, cols ...series) bool {
	d.checkName(name)
	for _, c := range cols[1:] {
		if len(c.values) != len(cols[0].values) {
			panic(fmt.Sprintf("figure: %s: %s has %d values, %s has %d", called(method, name),
				cols[0].label, len(cols[0].values), c.label, len(c.values)))
		}
	}
	if len(cols[0].values) == 0 {
		d.fail("%s: no values to draw", called(method, name))
		return false
	}
	for _, c := range cols {
		for i, v := range c.values {
			if why := undrawable(v); why != "" {
				d.fail("%s: %s[%d] is %s", called(method, name), c.label, i, why)
				return false
			}
		}
	}
	return true
}

// readyOne is ready for single numbers.
func (d *drawn) readyOne(method, name string, labels []string, values ...float64) bool {
	d.checkName(name)
	for i, v := range values {
		if why := undrawable(v); why != "" {
			d.fail("%s: %s is %s", called(method, name), labels[i], why)
			return false
		}
	}
	return true
}

// undrawable says what is wrong with v, or nothing.
func undrawable(v float64) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "+Inf"
	case math.IsInf(v, -1):
		return "−Inf"
	case math.Abs(v) > enormous:
		return fmt.Sprintf("%g, too large to draw (limit %g)", v, enormous)
	}
	return ""
}

// onLog is a set of values that must be positive if their axis is logarithmic.
type onLog struct {
	call       string // call is the method and the name that brought the values
	isVertical bool   // isVertical says whether their axis is y
	series     series
}

// logCheck keeps values for checkLog, because LogX and LogY may be called later.
func (f *Figure) logCheck(method, name string, isVertical bool, label string, values ...float64) {
	f.logs = append(f.logs, onLog{called(method, name), isVertical, series{label, values}})
}

// logCheckBox keeps the lower ends of a box for checkLog.
func (f *Figure) logCheckBox(method, name string, box Box) {
	f.logCheck(method, name, false, "box[0][0]", box[0][0])
	f.logCheck(method, name, true, "box[1][0]", box[1][0])
}

// checkLog returns an error for the first value that a logarithmic axis cannot show.
func (f *Figure) checkLog() error {
	for _, l := range f.logs {
		axis := "x"
		if l.isVertical {
			axis = "y"
		}
		if l.isVertical && !f.isLogY || !l.isVertical && !f.isLogX {
			continue
		}
		for i, v := range l.series.values {
			if v >= infinitesimal {
				continue
			}
			at := l.series.label
			if len(l.series.values) > 1 {
				at = fmt.Sprintf("%s[%d]", at, i)
			}
			return fmt.Errorf("figure: %s: %s is %g, but the %s axis is logarithmic and shows only values above 0 (from %g)", l.call, at, v, axis, infinitesimal)
		}
	}
	return nil
}
