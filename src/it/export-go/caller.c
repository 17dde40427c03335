/* Loads the library that it is given, and calls it. */
#include <stdio.h>
#ifdef _WIN32
#include <windows.h>
#define LOAD(file) ((void *) LoadLibraryA(file))
#define FIND(library, name) ((void *) GetProcAddress((HMODULE) library, name))
#define FAULT "LoadLibrary failed"
#else
#include <dlfcn.h>
#define LOAD(file) dlopen(file, RTLD_NOW)
#define FIND(library, name) dlsym(library, name)
#define FAULT dlerror()
#endif

int main(int count, char **arguments) {
  void *library = LOAD(arguments[1]);
  if (!library) {
    fprintf(stderr, "%s\n", FAULT);
    return 1;
  }
  char *(*greeting)(const char *) = (char *(*)(const char *)) FIND(library, "Greeting");
  puts(greeting("Maven"));
  return 0;
}
