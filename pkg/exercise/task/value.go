package task

import (
	"fmt"
	"math"
	"reflect"

	"gonum.org/v1/gonum/mat"
)

// value is an argument or a result taken apart: what two answers are compared
// by and printed from. It shares no memory with what it was made of.
type value struct {
	shape string    // "a number", "3 values", "5×3", "nil", …: must agree first
	nums  []float64 // row by row
	cols  int       // of a matrix, else 0
	text  string    // of a string
	parts []value   // of a struct, or of several results
}

// valueOf takes v apart. Kinds that no exercise uses (channels, maps, …) become
// their type's name, which equals nothing but the same type.
func valueOf(v reflect.Value) value {
	if !v.IsValid() || (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice) && v.IsNil() {
		if v.IsValid() && v.Type() == errorType {
			return value{shape: "no error"}
		}
		return value{shape: "nil"}
	}
	if v.CanInterface() {
		switch x := v.Interface().(type) {
		case error:
			return value{shape: "an error"}
		case mat.Vector:
			return ofVector(x)
		case mat.Matrix:
			return ofMatrix(x)
		}
	}
	switch {
	case v.CanFloat():
		return number(v.Float())
	case v.CanInt():
		return number(float64(v.Int()))
	case v.CanUint():
		return number(float64(v.Uint()))
	}
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return value{shape: "true"}
		}
		return value{shape: "false"}
	case reflect.String:
		return value{shape: "a text", text: v.String()}
	case reflect.Interface, reflect.Pointer:
		return valueOf(v.Elem())
	case reflect.Slice, reflect.Array:
		return ofList(v)
	case reflect.Struct:
		s := value{shape: v.Type().String()}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.parts = append(s.parts, valueOf(v.Field(i)))
			}
		}
		return s
	}
	return value{shape: v.Type().String()}
}

var errorType = reflect.TypeFor[error]()

func number(x float64) value { return value{shape: "a number", nums: []float64{x}} }

func ofVector(x mat.Vector) value {
	v := value{shape: fmt.Sprintf("a vector of %d", x.Len())}
	for i := range x.Len() {
		v.nums = append(v.nums, x.AtVec(i))
	}
	return v
}

func ofMatrix(x mat.Matrix) value {
	rows, cols := x.Dims()
	v := value{shape: fmt.Sprintf("%d×%d", rows, cols), cols: cols}
	for i := range rows {
		for k := range cols {
			v.nums = append(v.nums, x.At(i, k))
		}
	}
	return v
}

// ofList takes a slice or array apart: numbers become one list, lists of equal
// length a matrix, anything else parts.
func ofList(v reflect.Value) value {
	list := value{shape: Plural(v.Len(), "value")}
	rectangular := v.Len() > 0
	for i := range v.Len() {
		p := valueOf(v.Index(i))
		list.parts = append(list.parts, p)
		rectangular = rectangular && len(p.parts) == 0 && p.shape == list.parts[0].shape
	}
	kind := v.Type().Elem().Kind()
	switch {
	case v.Len() == 0:
		return list
	case rectangular && list.parts[0].shape == "a number":
	case rectangular && (kind == reflect.Slice || kind == reflect.Array) && len(list.parts[0].nums) > 0:
		list.cols = len(list.parts[0].nums)
		list.shape = fmt.Sprintf("%d×%d", v.Len(), list.cols)
	default:
		list.shape = Plural(v.Len(), "part")
		return list
	}
	for _, p := range list.parts {
		list.nums = append(list.nums, p.nums...)
	}
	list.parts = nil
	return list
}

// Plural is a number with its noun: "1 value", "3 values".
func Plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// sameShape says whether got could equal want in its lengths, rows and columns.
func sameShape(want, got value) bool {
	if want.shape != got.shape || len(want.parts) != len(got.parts) {
		return false
	}
	for i := range want.parts {
		if !sameShape(want.parts[i], got.parts[i]) {
			return false
		}
	}
	return true
}

// difference is empty when got equals want: shapes and texts exactly, numbers
// to within tol times the largest |number| of the list or matrix they are in.
// NaN equals NaN, and infinities equal themselves; where all wanted are 0, so
// must the others be. Otherwise it says what is
// different, with indices from 0 as in Go.
func difference(want, got value, tol float64) string {
	if want.shape != got.shape || len(want.parts) != len(got.parts) {
		return fmt.Sprintf("wanted %s, got %s", want.shape, got.shape)
	}
	if want.text != got.text {
		return "the text is different"
	}
	scale := 0.0
	for _, x := range want.nums {
		if !math.IsInf(x, 0) {
			scale = math.Max(scale, math.Abs(x))
		}
	}
	for i, w := range want.nums {
		g := got.nums[i]
		if w == g || math.IsNaN(w) && math.IsNaN(g) || math.Abs(w-g) <= tol*scale {
			continue
		}
		return got.place(i) + " " + strange(g)
	}
	for i := range want.parts {
		if d := difference(want.parts[i], got.parts[i], tol); d != "" {
			return fmt.Sprintf("part %d of %d: %s", i+1, len(want.parts), d)
		}
	}
	return ""
}

// place names the i-th number.
func (v value) place(i int) string {
	switch {
	case v.cols > 0:
		return fmt.Sprintf("row %d, column %d (counted from 0)", i/v.cols, i%v.cols)
	case len(v.nums) > 1:
		return fmt.Sprintf("value [%d] (counted from 0)", i)
	}
	return "the number"
}

// strange ends the sentence that place begins.
func strange(x float64) string {
	switch {
	case math.IsNaN(x):
		return "is NaN: 0/0, or the root or logarithm of a negative number"
	case math.IsInf(x, 0):
		return "is infinite: a division by 0, or an overflow"
	}
	return "is different"
}
