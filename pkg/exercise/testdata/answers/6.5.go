// Wrong answers to exercise 6.5. How such a file is written is said in answers_test.go.
package answers

// line 4: +1 on the wrong side
func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += units[l-1] * (units[l] + 1)
	}
	return sum
}

// line 4: no bias
func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += units[l-1] * units[l]
	}
	return sum
}

// line 4: bracket: units[l-1] + 1*units[l]
func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += units[l-1] + 1*units[l]
	}
	return sum
}

// line 2, 4: one bias for the whole network
func countParameters(units []int) int {
	sum := 1
	for l := 1; l < len(units); l++ {
		sum += units[l-1] * units[l]
	}
	return sum
}

// line 3, 4: the units are added
// said: It looks like this: all units and bias units are added up
func countParameters(units []int) int {
	sum := 0
	for _, u := range units {
		sum += u + 1
	}
	return sum
}

// line 3: the last layer is left out
func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units)-1; l++ {
		sum += (units[l-1] + 1) * units[l]
	}
	return sum
}

// line 3, 4: from 0: index out of range
func countParameters(units []int) int {
	sum := 0
	for l := 0; l < len(units); l++ {
		sum += (units[l] + 1) * units[l+1]
	}
	return sum
}

// line 4: bias on both
func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += (units[l-1] + 1) * (units[l] + 1)
	}
	return sum
}

// line 4: = for +=
func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum = (units[l-1] + 1) * units[l]
	}
	return sum
}
