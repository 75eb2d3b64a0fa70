package dataset

import (
	"sync"

	"ann/data"
)

// AutoMPG returns fuel use of 398 cars (mpg, cylinders, displacement_cu_in,
// horsepower, weight_lb, acceleration_s, model_year, origin, car_name);
// horsepower is missing in 6 rows. Source: Quinlan, UCI, 1993; see
// data/README.md for units.
func AutoMPG() *Table { return autoMPG.read("auto-mpg.csv") }

// CarFeatures returns the names of the six columns of AutoMPG that are numbers
// and may explain mpg: cylinders, displacement, horsepower, weight,
// acceleration and model year.
func CarFeatures() []string {
	return []string{"cylinders", "displacement_cu_in", "horsepower", "weight_lb", "acceleration_s", "model_year"}
}

// Penguins returns 344 penguins (species, island, bill_length_mm,
// bill_depth_mm, flipper_length_mm, body_mass_g, sex, year), some with missing
// values. Source: Horst, Hill, Gorman, palmerpenguins, 2020.
func Penguins() *Table { return penguins.read("penguins.csv") }

// Iris returns 150 flowers (sepal_length_cm, sepal_width_cm, petal_length_cm,
// petal_width_cm, species). Source: Fisher, 1936.
func Iris() *Table { return iris.read("iris.csv") }

// Digits returns handwritten digits of 8×8 pixels (p00 … p77, each 0 to 16,
// and digit): 3,823 to train on and 1,797, by other writers, to test with.
// Source: Alpaydin, Kaynak, UCI, 1998.
func Digits() (train, test *Table) {
	return digitsTrain.read("digits-train.csv"), digitsTest.read("digits-test.csv")
}

var autoMPG, penguins, iris, digitsTrain, digitsTest embedded

// embedded is a file of package data that is read once, when it is first asked
// for: a Table never changes. Nothing is done before, so that a program that
// asks for no file, such as a page that only trains a network, is built without
// the files.
type embedded struct {
	once  sync.Once
	table *Table
}

func (e *embedded) read(name string) *Table {
	e.once.Do(func() {
		f, err := data.Files.Open(name)
		if err != nil {
			panic("dataset: " + err.Error()) // cannot happen: the file was there at compile time
		}
		defer f.Close()
		if e.table, err = Read(f); err != nil {
			panic("dataset: " + name + ": " + err.Error()) // cannot happen: the tests read every file
		}
	})
	return e.table
}
