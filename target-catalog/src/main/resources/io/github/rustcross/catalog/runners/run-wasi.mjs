// Runs a WebAssembly program with the WASI 0.1 of Node.js.
//
//   node run-wasi.mjs [--dir FOLDER]... PROGRAM [ARGUMENT]...
//
// The program sees the environment, the standard streams, the current folder under relative paths
// and each FOLDER under its own absolute path. Its exit code is handed on; a trap ends with 134, as
// a program that aborts does; what this script or Node.js itself cannot do ends with 125.
import { readFile } from "node:fs/promises";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";

const ABORTED = 134;
const NOT_RUN = 125;

function fail(message) {
  process.stderr.write(`run-wasi: ${message}\n`);
  process.exit(NOT_RUN);
}

const line = process.argv.slice(2);
const folders = [process.cwd()];
while (line[0] === "--dir" && line.length > 1) {
  folders.push(resolve(line[1]));
  line.splice(0, 2);
}
if (line.length === 0 || line[0].startsWith("--")) {
  fail("usage: run-wasi.mjs [--dir FOLDER]... PROGRAM [ARGUMENT]...");
}
const path = line[0];

let bytes;
try {
  bytes = await readFile(path);
} catch (e) {
  fail(`${path} cannot be read: ${e.message}`);
}
if (bytes.toString("latin1", 0, 4) !== "\0asm") {
  fail(`${path} is not WebAssembly`);
}
if (bytes[4] === 0x0d) {
  fail(`${path} is a component, and Node.js runs modules only`);
}

// node:wasi warns of being experimental when it is loaded.
process.removeAllListeners("warning");
const { WASI } = await import("node:wasi");

// A folder "/" would take relative paths away from the current folder: to wasi-libc both are "".
const preopens = { ".": "." };
for (const folder of folders) {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory() && folder !== "/") {
    preopens[folder.replaceAll("\\", "/")] = folder;
  }
}

let instance;
const wasi = new WASI({
  version: "preview1",
  args: line,
  env: process.env,
  preopens,
  returnOnExit: true,
});
try {
  const module = await WebAssembly.compile(bytes);
  instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
} catch (e) {
  fail(`${path} cannot be run by Node.js ${process.version}: ${e.message}`);
}
if (!(instance.exports._start instanceof Function)) {
  fail(`${path} has no _start: it is a library, not a program`);
}
try {
  process.exitCode = wasi.start(instance);
} catch (e) {
  if (!(e instanceof WebAssembly.RuntimeError) && !(e instanceof RangeError)) {
    throw e;
  }
  process.stderr.write(`run-wasi: trap: ${e.message}\n`);
  process.exitCode = ABORTED;
}
