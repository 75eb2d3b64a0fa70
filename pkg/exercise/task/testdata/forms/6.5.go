package forms

func countParameters(units []int) int {
	weights := make([]int, 0)
	below := units[:len(units)-1]
	for l, in := range below {
		weights = append(weights, (in+1)*units[l+1])
	}
	total := 0
	for _, w := range weights {
		total += w
	}
	return total
}

func countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += (units[l-1] + 1) * units[l]
	}
	return sum
}

func countParameters(units []int) int {
	total := 0
	for i := 0; i < len(units)-1; i++ {
		rows := units[i+1]
		columns := units[i] + 1
		total = total + rows*columns
	}
	return total
}
