package figure

// drawn is what a figure and a surface keep of the calls: the first error, the legend, the looks handed out.
type drawn struct {
	err   error
	keys  []key
	looks cycle
}
