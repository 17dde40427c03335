// A library with a C interface, which calls C itself.
package main

/*
#include <string.h>
static int length(const char *text) { return (int) strlen(text); }
*/
import "C"

import (
	"fmt"
	"runtime"
)

//export Greeting
func Greeting(name *C.char) *C.char {
	return C.CString(fmt.Sprintf("Go greets %s, %d letters, on %s/%s",
		C.GoString(name), int(C.length(name)), runtime.GOOS, runtime.GOARCH))
}

func main() {}
