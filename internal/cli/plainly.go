package cli

import (
	"errors"
	"fmt"
	"io/fs"
)

// plainly leaves out what the system call was.
func plainly(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		var at *fs.PathError
		if errors.As(err, &at) {
			return fmt.Errorf("there is no file or folder %s", at.Path)
		}
	}
	return err
}
