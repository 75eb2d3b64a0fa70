package notebook

import (
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"math"
	"strings"

	"ann/pkg/figure"
)

// showMessage builds the output of Show. The picture is sent as HTML, because JupyterLab
// shows an alternative text only there, and as image/png for programs that show no HTML. An
// <img> with a data address and a <figure> are left when JupyterLab cleans the outputs of a
// notebook that is not trusted.
func showMessage(alt string, d figure.Drawing) (message, error) {
	alt, err := checkAlt(alt)
	if err != nil {
		return message{}, err
	}
	p, err := paint(d)
	if err != nil {
		return message{}, err
	}
	return message{
		html:  fmt.Sprintf(`<figure style="margin:0">%s</figure>`, p.img(alt, ` style="max-width:100%;height:auto"`)),
		png:   p.png,
		plain: "[figure: " + alt + "]",
	}, nil
}

// checkAlt returns alt as one line of text, or an error if it is empty.
func checkAlt(alt string) (string, error) {
	alt = strings.Join(strings.Fields(alt), " ")
	if alt == "" {
		return "", errors.New("the alternative text is empty: say in words what the figure shows")
	}
	return alt, nil
}

// picture is a drawing as PNG with its size on the screen.
type picture struct {
	png           []byte
	width, height int // width and height are in CSS pixels
}

// paint draws d as a picture.
func paint(d figure.Drawing) (picture, error) {
	if d == nil {
		return picture{}, errors.New("the drawing is nil")
	}
	png, err := figure.PNG(d)
	if err != nil {
		return picture{}, err
	}
	w, h := d.Size()
	pixels := func(points float64) int { return int(math.Round(points * 96 / 72)) }
	return picture{png, pixels(w.Points()), pixels(h.Points())}, nil
}

// img returns the picture as an HTML element with the attributes more.
func (p picture) img(alt, more string) string {
	return fmt.Sprintf(`<img alt="%s" width="%d"%s src="data:image/png;base64,%s">`,
		html.EscapeString(alt), p.width, more, base64.StdEncoding.EncodeToString(p.png))
}
