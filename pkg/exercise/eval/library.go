package eval

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"

	"ann/pkg/regression"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// library is what a source may import: functions, numbers, types, and methods
// under "Type.Method". A package or member that is not here is [Unsupported].
// Methods are listed, not looked up, because a program that looks methods up by
// name makes the linker keep all of them.
var library = map[string]map[string]any{
	"fmt": { // what is printed is thrown away
		"Println": func(...any) (int, error) { return 0, nil },
		"Printf":  func(string, ...any) (int, error) { return 0, nil },
		"Print":   func(...any) (int, error) { return 0, nil },
		"Sprint":  fmt.Sprint, "Sprintf": fmt.Sprintf, "Sprintln": fmt.Sprintln, "Errorf": fmt.Errorf,
	},
	"errors": {"New": errors.New},
	"sort":   {"Float64s": sort.Float64s, "Ints": sort.Ints, "Slice": sort.Slice},
	"slices": {
		"Max": anyElement("Max"), "Min": anyElement("Min"), "Clone": anySlice("Clone"),
		"Sort": noResult("Sort"), "Reverse": noResult("Reverse"),
	},
	"math": {
		"Abs": math.Abs, "Acos": math.Acos, "Acosh": math.Acosh, "Asin": math.Asin,
		"Asinh": math.Asinh, "Atan": math.Atan, "Atan2": math.Atan2, "Atanh": math.Atanh,
		"Cbrt": math.Cbrt, "Ceil": math.Ceil, "Copysign": math.Copysign, "Cos": math.Cos,
		"Cosh": math.Cosh, "Dim": math.Dim, "Erf": math.Erf, "Erfc": math.Erfc, "Exp": math.Exp,
		"Exp2": math.Exp2, "Expm1": math.Expm1, "Floor": math.Floor, "Gamma": math.Gamma,
		"Hypot": math.Hypot, "Inf": math.Inf, "IsInf": math.IsInf, "IsNaN": math.IsNaN,
		"Log": math.Log, "Log10": math.Log10, "Log1p": math.Log1p, "Log2": math.Log2,
		"Max": math.Max, "Min": math.Min, "Mod": math.Mod, "Modf": math.Modf, "NaN": math.NaN,
		"Pow": math.Pow, "Pow10": math.Pow10, "Round": math.Round, "Signbit": math.Signbit,
		"Sin": math.Sin, "Sincos": math.Sincos, "Sinh": math.Sinh, "Sqrt": math.Sqrt,
		"Tan": math.Tan, "Tanh": math.Tanh, "Trunc": math.Trunc,
		"Pi": math.Pi, "E": math.E, "Sqrt2": math.Sqrt2, "SqrtPi": math.SqrtPi, "Ln2": math.Ln2, "Ln10": math.Ln10,
		"MaxFloat64": math.MaxFloat64, "SmallestNonzeroFloat64": math.SmallestNonzeroFloat64, "MaxInt": math.MaxInt, "MinInt": math.MinInt,
	},
	"gonum.org/v1/gonum/floats": {
		"Add": floats.Add, "AddConst": floats.AddConst, "AddScaled": floats.AddScaled,
		"AddScaledTo": floats.AddScaledTo, "AddTo": floats.AddTo, "Count": floats.Count,
		"CumProd": floats.CumProd, "CumSum": floats.CumSum, "Distance": floats.Distance,
		"Div": floats.Div, "DivTo": floats.DivTo, "Dot": floats.Dot, "Equal": floats.Equal,
		"EqualApprox": floats.EqualApprox, "HasNaN": floats.HasNaN, "LogSpan": floats.LogSpan,
		"LogSumExp": floats.LogSumExp, "Max": floats.Max, "MaxIdx": floats.MaxIdx,
		"Min": floats.Min, "MinIdx": floats.MinIdx, "Mul": floats.Mul, "MulTo": floats.MulTo,
		"Norm": floats.Norm, "Prod": floats.Prod, "Scale": floats.Scale,
		"ScaleTo": floats.ScaleTo, "Span": floats.Span, "Sub": floats.Sub, "SubTo": floats.SubTo,
		"Sum": floats.Sum,
	},
	"gonum.org/v1/gonum/stat": {
		"Covariance": stat.Covariance, "Correlation": stat.Correlation,
		"LinearRegression": stat.LinearRegression, "Mean": stat.Mean,
		"MeanStdDev": stat.MeanStdDev, "MeanVariance": stat.MeanVariance,
		"PopMeanStdDev": stat.PopMeanStdDev, "PopMeanVariance": stat.PopMeanVariance,
		"PopStdDev": stat.PopStdDev, "PopVariance": stat.PopVariance, "StdDev": stat.StdDev,
		"Variance": stat.Variance, "RSquared": stat.RSquared, "RSquaredFrom": stat.RSquaredFrom,
		"Skew": stat.Skew, "CrossEntropy": stat.CrossEntropy, "Entropy": stat.Entropy,
	},
	"gonum.org/v1/gonum/mat": {
		"NewDense": mat.NewDense, "NewVecDense": mat.NewVecDense, "NewSymDense": mat.NewSymDense,
		"NewDiagDense": mat.NewDiagDense, "DenseCopyOf": mat.DenseCopyOf,
		"VecDenseCopyOf": mat.VecDenseCopyOf, "Col": mat.Col, "Row": mat.Row, "Dot": mat.Dot,
		"Sum": mat.Sum, "Norm": mat.Norm, "Max": mat.Max, "Min": mat.Min, "Det": mat.Det,
		"Trace": mat.Trace, "Cond": mat.Cond, "Equal": mat.Equal, "EqualApprox": mat.EqualApprox,
		"Inner":  mat.Inner,
		"Matrix": reflect.TypeFor[mat.Matrix](), "Matrix.Dims": mat.Matrix.Dims,
		"Matrix.At": mat.Matrix.At, "Matrix.T": mat.Matrix.T,
		"Vector": reflect.TypeFor[mat.Vector](), "Vector.Dims": mat.Vector.Dims,
		"Vector.At": mat.Vector.At, "Vector.T": mat.Vector.T, "Vector.AtVec": mat.Vector.AtVec,
		"Vector.Len": mat.Vector.Len,
		"Symmetric":  reflect.TypeFor[mat.Symmetric](), "Symmetric.Dims": mat.Symmetric.Dims,
		"Symmetric.At": mat.Symmetric.At, "Symmetric.T": mat.Symmetric.T,
		"Symmetric.SymmetricDim": mat.Symmetric.SymmetricDim,
		"Dense":                  reflect.TypeFor[mat.Dense](), "Dense.Add": (*mat.Dense).Add,
		"Dense.Apply": (*mat.Dense).Apply, "Dense.At": (*mat.Dense).At,
		"Dense.Augment": (*mat.Dense).Augment, "Dense.CloneFrom": (*mat.Dense).CloneFrom,
		"Dense.ColView": (*mat.Dense).ColView, "Dense.Copy": (*mat.Dense).Copy,
		"Dense.Dims": (*mat.Dense).Dims, "Dense.DivElem": (*mat.Dense).DivElem,
		"Dense.Exp": (*mat.Dense).Exp, "Dense.Inverse": (*mat.Dense).Inverse,
		"Dense.IsEmpty": (*mat.Dense).IsEmpty, "Dense.Mul": (*mat.Dense).Mul,
		"Dense.MulElem": (*mat.Dense).MulElem, "Dense.Norm": (*mat.Dense).Norm,
		"Dense.Outer": (*mat.Dense).Outer, "Dense.Pow": (*mat.Dense).Pow,
		"Dense.Product": (*mat.Dense).Product, "Dense.RankOne": (*mat.Dense).RankOne,
		"Dense.RawMatrix": (*mat.Dense).RawMatrix, "Dense.RawRowView": (*mat.Dense).RawRowView,
		"Dense.Reset": (*mat.Dense).Reset, "Dense.RowView": (*mat.Dense).RowView,
		"Dense.Scale": (*mat.Dense).Scale, "Dense.Set": (*mat.Dense).Set,
		"Dense.SetCol": (*mat.Dense).SetCol, "Dense.SetRow": (*mat.Dense).SetRow,
		"Dense.Slice": (*mat.Dense).Slice, "Dense.Solve": (*mat.Dense).Solve,
		"Dense.Stack": (*mat.Dense).Stack, "Dense.Sub": (*mat.Dense).Sub,
		"Dense.T": (*mat.Dense).T, "Dense.Trace": (*mat.Dense).Trace,
		"Dense.Zero":            (*mat.Dense).Zero,
		"VecDense":              reflect.TypeFor[mat.VecDense](),
		"VecDense.AddScaledVec": (*mat.VecDense).AddScaledVec,
		"VecDense.AddVec":       (*mat.VecDense).AddVec, "VecDense.At": (*mat.VecDense).At,
		"VecDense.AtVec":        (*mat.VecDense).AtVec,
		"VecDense.CloneFromVec": (*mat.VecDense).CloneFromVec,
		"VecDense.CopyVec":      (*mat.VecDense).CopyVec, "VecDense.Dims": (*mat.VecDense).Dims,
		"VecDense.DivElemVec": (*mat.VecDense).DivElemVec,
		"VecDense.IsEmpty":    (*mat.VecDense).IsEmpty, "VecDense.Len": (*mat.VecDense).Len,
		"VecDense.MulElemVec": (*mat.VecDense).MulElemVec,
		"VecDense.MulVec":     (*mat.VecDense).MulVec, "VecDense.Norm": (*mat.VecDense).Norm,
		"VecDense.RawVector": (*mat.VecDense).RawVector, "VecDense.Reset": (*mat.VecDense).Reset,
		"VecDense.ScaleVec": (*mat.VecDense).ScaleVec, "VecDense.SetVec": (*mat.VecDense).SetVec,
		"VecDense.SliceVec": (*mat.VecDense).SliceVec,
		"VecDense.SolveVec": (*mat.VecDense).SolveVec, "VecDense.SubVec": (*mat.VecDense).SubVec,
		"VecDense.T": (*mat.VecDense).T, "VecDense.Zero": (*mat.VecDense).Zero,
		"SymDense": reflect.TypeFor[mat.SymDense](), "SymDense.At": (*mat.SymDense).At,
		"SymDense.Dims": (*mat.SymDense).Dims, "SymDense.SetSym": (*mat.SymDense).SetSym,
		"SymDense.SymOuterK":    (*mat.SymDense).SymOuterK,
		"SymDense.SymRankOne":   (*mat.SymDense).SymRankOne,
		"SymDense.SymmetricDim": (*mat.SymDense).SymmetricDim, "SymDense.T": (*mat.SymDense).T,
		"SymDense.Zero": (*mat.SymDense).Zero,
		"DiagDense":     reflect.TypeFor[mat.DiagDense](), "DiagDense.At": (*mat.DiagDense).At,
		"DiagDense.Dims": (*mat.DiagDense).Dims, "DiagDense.SetDiag": (*mat.DiagDense).SetDiag,
		"DiagDense.T": (*mat.DiagDense).T,
		"QR":          reflect.TypeFor[mat.QR](), "QR.At": (*mat.QR).At, "QR.Dims": (*mat.QR).Dims,
		"QR.T": (*mat.QR).T, "QR.Factorize": (*mat.QR).Factorize, "QR.QTo": (*mat.QR).QTo,
		"QR.RTo": (*mat.QR).RTo, "QR.SolveTo": (*mat.QR).SolveTo,
		"QR.SolveVecTo": (*mat.QR).SolveVecTo, "QR.Cond": (*mat.QR).Cond,
		"Cholesky": reflect.TypeFor[mat.Cholesky](), "Cholesky.At": (*mat.Cholesky).At,
		"Cholesky.Dims": (*mat.Cholesky).Dims, "Cholesky.T": (*mat.Cholesky).T,
		"Cholesky.Factorize":  (*mat.Cholesky).Factorize,
		"Cholesky.SolveTo":    (*mat.Cholesky).SolveTo,
		"Cholesky.SolveVecTo": (*mat.Cholesky).SolveVecTo, "Cholesky.Det": (*mat.Cholesky).Det,
		"Cholesky.SymmetricDim": (*mat.Cholesky).SymmetricDim,
		"EigenSym":              reflect.TypeFor[mat.EigenSym](), "EigenSym.Factorize": (*mat.EigenSym).Factorize,
		"EigenSym.Values": (*mat.EigenSym).Values, "EigenSym.VectorsTo": (*mat.EigenSym).VectorsTo,
		"LU": reflect.TypeFor[mat.LU](), "LU.At": (*mat.LU).At, "LU.Dims": (*mat.LU).Dims,
		"LU.T": (*mat.LU).T, "LU.Factorize": (*mat.LU).Factorize, "LU.SolveTo": (*mat.LU).SolveTo,
		"LU.SolveVecTo": (*mat.LU).SolveVecTo, "LU.Det": (*mat.LU).Det,
	},
	"ann/pkg/regression": {"Gradient": regression.Gradient, "J": regression.J},
	"gonum.org/v1/gonum/blas/blas64": {
		"Asum": blas64.Asum, "Axpy": blas64.Axpy, "Copy": blas64.Copy, "Dot": blas64.Dot,
		"Nrm2": blas64.Nrm2, "Scal": blas64.Scal, "Vector": reflect.TypeFor[blas64.Vector](),
		"General": reflect.TypeFor[blas64.General](),
	},
}
