/** The only place that starts processes; whatever ends the build ends them and their children. */
package io.github.rustcross.maven.process;
