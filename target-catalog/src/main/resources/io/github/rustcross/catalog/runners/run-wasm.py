"""Runs a WebAssembly program with the Python package wasmtime.

    python3 run-wasm.py [--dir FOLDER]... PROGRAM [ARGUMENT]...

PROGRAM is a module for WASI 0.1 or a component for WASI 0.2. It sees the environment, the standard
streams, the current folder under relative paths and each FOLDER under its own absolute path. Its
exit code is handed on (WASI 0.2 knows 0 and 1 only, so that any failure is 1 there); a trap ends
with 134, as a program that aborts does; what this script or wasmtime itself cannot do ends with
125.
"""

import os
import signal
import sys

ABORTED = 134
NOT_RUN = 125
COMPONENT = b"\x00asm\x0d\x00\x01\x00"


def fail(message):
    print(f"run-wasm: {message}", file=sys.stderr, flush=True)
    sys.exit(NOT_RUN)


def arguments(line):
    folders = [os.getcwd()]
    while line[:1] == ["--dir"] and len(line) > 1:
        folders.append(os.path.abspath(line[1]))
        line = line[2:]
    if not line or line[0].startswith("--"):
        fail("usage: run-wasm.py [--dir FOLDER]... PROGRAM [ARGUMENT]...")
    return folders, line


def store_of(wasmtime, engine, folders, line):
    wasi = wasmtime.WasiConfig()
    wasi.argv = line
    wasi.inherit_env()
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    # A folder "/" would take relative paths away from the current folder: to wasi-libc both are "".
    wasi.preopen_dir(".", ".")
    for folder in dict.fromkeys(folders):
        if os.path.isdir(folder) and folder != "/":
            wasi.preopen_dir(folder, folder.replace("\\", "/"))
    store = wasmtime.Store(engine)
    store.set_wasi(wasi)
    return store


def command_component(engine, store, path):
    from wasmtime import component

    linker = component.Linker(engine)
    linker.add_wasip2()
    program = component.Component.from_file(engine, path)
    interface = next(
        (name for name in program.type.exports(engine) if name.startswith("wasi:cli/run@")), None
    )
    if interface is None:
        fail(f"{path} has no wasi:cli/run: it is a library, not a program")
    instance = linker.instantiate(store, program)
    index = instance.get_export_index(store, "run", instance.get_export_index(store, interface))
    return instance.get_func(store, index)


def command_module(wasmtime, engine, store, path):
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    exports = linker.instantiate(store, wasmtime.Module.from_file(engine, path)).exports(store)
    if "_start" not in exports:
        fail(f"{path} has no _start: it is a library, not a program")
    return exports["_start"]


def trapped(message):
    """The cause is the last line; where it came from stands before."""
    trace, _, causes = message.strip().rpartition("Caused by:")
    cause = causes.strip().splitlines()[-1].split("wasm trap: ")[-1]
    print(f"run-wasm: trap: {cause}\n{trace.strip()}", file=sys.stderr, flush=True)
    sys.exit(ABORTED)


def main():
    # Python only notes an interrupt until the program returns, which may be never.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    folders, line = arguments(sys.argv[1:])
    path = line[0]
    try:
        with open(path, "rb") as file:
            head = file.read(len(COMPONENT))
    except OSError as e:
        fail(f"{path} cannot be read: {e.strerror}")
    if head[:4] != COMPONENT[:4]:
        fail(f"{path} is not WebAssembly")
    try:
        import wasmtime
    except Exception as e:
        fail(f"the Python package wasmtime cannot be loaded by {sys.executable}: {e}")
    config = wasmtime.Config()
    config.cache = True
    engine = wasmtime.Engine(config)
    store = store_of(wasmtime, engine, folders, line)
    try:
        if head == COMPONENT:
            command = command_component(engine, store, path)
        else:
            command = command_module(wasmtime, engine, store, path)
    except (wasmtime.WasmtimeError, wasmtime.Trap) as e:
        fail(f"{path} cannot be run by wasmtime: {e}")
    try:
        command(store)
    except wasmtime.ExitTrap as e:
        sys.exit(e.code)
    except (wasmtime.WasmtimeError, wasmtime.Trap) as e:
        trapped(str(e))


main()
