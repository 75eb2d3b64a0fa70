package exercise

import "fmt"

// Cure is a way to fit, or to mend, in exercise 1.6.
type Cure int

// The cures of exercise 1.6. Student-t noise belongs to the same family as
// LeastAbsolute, so only one of the two is on offer.
const (
	Undecided     Cure = iota
	LeastSquares       // minimise Σ r²
	Ridge              // J + λ/2 |θ̄|²
	Lasso              // J + λ |θ̄|₁
	LeastAbsolute      // minimise Σ |r|
	Bayes              // a Gaussian prior on θ̄; gives a distribution of θ
	RepairPoint        // look at the point; correct it, or leave it out and say so
)

var cureNames = [...]string{"Undecided", "LeastSquares", "Ridge", "Lasso", "LeastAbsolute", "Bayes", "RepairPoint"}

// String returns the constant's name.
func (c Cure) String() string {
	if c < 0 || int(c) >= len(cureNames) {
		return fmt.Sprintf("Cure(%d)", int(c))
	}
	return cureNames[c]
}

// Cures is the answer of exercise 1.6: for each ill the one method to reach for.
type Cures struct {
	Healthy     Cure // 392 clean points, 3 independent features, normal noise: you want θ
	OutliersInY Cure // 4 of 40 values of y are wildly off, nobody can say which: you want the line of the other 36
	FarX        Cure // the weight of one car was typed a factor 1000 too large: you want the line of the others
	Twins       Cure // two features carry the same information, both shall stay: you want one steady θ, no band
	Sparse      Cure // more features than points: most θ_k shall be exactly 0
	Band        Cure // you know beforehand how large θ̄ may be: you want an error band for a new car that uses this knowledge
}

// ills are the fields of Cures with what the right cure must do.
var ills = []struct {
	name string
	at   func(*Cures) *Cure
	need string
}{
	{"Healthy", func(c *Cures) *Cure { return &c.Healthy }, "nothing is ill here, so what does the plain method lack?"},
	{"OutliersInY", func(c *Cures) *Cure { return &c.OutliersInY }, "the pull of a huge residual must be bounded."},
	{"FarX", func(c *Cures) *Cure { return &c.FarX }, "a huge x pulls whatever is done to its residual."},
	{"Twins", func(c *Cures) *Cure { return &c.Twins }, "XᵀX is (nearly) singular; something must decide how the two share the weight."},
	{"Sparse", func(c *Cures) *Cure { return &c.Sparse }, "the penalty must have a corner where θ_k = 0."},
	{"Band", func(c *Cures) *Cure { return &c.Band }, "the answer is a distribution, and the knowledge beforehand must enter it."},
}

// judgeCures says for each ill whose cure is wrong what it asks for.
func judgeCures(answer any) []string {
	got, want := answer.(Cures), solution01{}.cures()
	var lines []string
	for _, ill := range ills {
		switch chosen := *ill.at(&got); chosen {
		case *ill.at(&want):
		case Undecided:
			lines = append(lines, ill.name+": not chosen yet.")
		default:
			lines = append(lines, fmt.Sprintf("%s: %v is not the cure: %s", ill.name, chosen, ill.need))
		}
	}
	if len(lines) > 0 {
		lines = append([]string{fmt.Sprintf("%d of %d are right.", len(ills)-len(lines), len(ills))}, lines...)
	}
	return lines
}

// cureMistake is the mistake to choose this wrong cure for the ill.
func cureMistake(ill int, wrong Cure, name, says string) mistake {
	at := ills[ill].at
	answer := solution01{}.cures()
	*at(&answer) = wrong
	return mistake{name: name, says: says, answer: answer, seen: func(a any) bool {
		c := a.(Cures)
		return *at(&c) == wrong
	}}
}

func curesExercise() exercise {
	const healthy, outliers, farX, twins, sparse, band = 0, 1, 2, 3, 4, 5
	return exercise{
		id: "1.6", name: "cures", title: "Which cure for which ill",
		hints: [3]string{
			"Ask of each ill: is it y, is it x, are there too few points for the features, or is it the question that is different?",
			"A penalty on θ helps where the data leave θ open; it does nothing against a wrong value. Another loss helps against a wrong y, not against a wrong x.",
			"One each: LeastSquares, LeastAbsolute, RepairPoint, Ridge, Lasso and Bayes, in the order of the fields.",
		},
		why: "Outliers in y, a far x, features that say the same, too few points and the wish for a band are different ills, and each method changes only one thing: the loss, the penalty, or what is asked for. " +
			"A point that is wrong in x needs your eyes, because the fit bends to it and its residual looks harmless.",
		stub: stub01{}.cures(), solution: solution01{}.cures(),
		judge: judgeCures,
		mistakes: []mistake{
			cureMistake(healthy, Ridge, "Ridge where nothing is ill", "With many clean points and independent features a penalty only pulls θ away from the truth."),
			cureMistake(healthy, LeastAbsolute, "least absolute deviation where noise is normal", "It works, but its θ scatters about 1.25 times as much as that of least squares."),
			cureMistake(outliers, LeastSquares, "least squares against outliers", "A residual ten times larger pulls a hundred times as much on J: the four bad points decide the line."),
			cureMistake(outliers, Ridge, "Ridge against outliers", "It still adds r², so the outliers pull as before; it only makes θ̄ smaller. That is another ill's cure."),
			cureMistake(outliers, Lasso, "Lasso against outliers", "It still adds r², so the outliers pull as before; it only sets some θ_k to 0."),
			cureMistake(outliers, Bayes, "Bayes with normal noise against outliers", "Normal noise means r² again. The prior is on θ, the ill is in y."),
			cureMistake(outliers, RepairPoint, "repairing points that nobody can name", "To throw out whatever does not fit is to choose the result. Take a loss that can live with them."),
			cureMistake(farX, LeastSquares, "least squares with a far x", "It goes (almost) through the wrong point and gives the other cars up."),
			cureMistake(farX, LeastAbsolute, "least absolute deviation against a far x", "|r| bounds the pull of a wrong y. A far x is a lever: turning the line away from it makes this one |r| larger than all others together."),
			cureMistake(farX, Ridge, "Ridge against a far x", "The slope that follows the far point is nearly 0, so the penalty even likes it."),
			cureMistake(twins, LeastSquares, "least squares with twin features", "XᵀX is (nearly) singular: θ_1 + θ_2 is known, how they share it is noise."),
			cureMistake(twins, Lasso, "Lasso with twin features", "It keeps one of them, whichever happens to fit a little better, and sets the other to 0. Both shall stay."),
			cureMistake(twins, Bayes, "Bayes where one θ is asked for", "It works, and its mean is the θ of Ridge. But no band was asked for: Ridge is that θ without the rest."),
			cureMistake(sparse, LeastSquares, "least squares with more features than points", "There are infinitely many θ with J = 0, and nothing chooses among them."),
			cureMistake(sparse, Ridge, "Ridge for exact zeros", "It makes all θ_k smaller and none exactly 0: the slope of θ² at 0 is 0."),
			cureMistake(sparse, Bayes, "a Gaussian prior for exact zeros", "Its mean is the θ of Ridge: small, but not 0."),
			cureMistake(band, LeastSquares, "least squares for a band with a prior", "It gives a band too, but from these data alone; what you know beforehand has no place in it."),
			cureMistake(band, Ridge, "Ridge for a band", "Ridge gives one θ. The band is in the distribution of which this θ is the mean."),
		},
	}
}
