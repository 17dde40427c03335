/** Text for people who look at a terminal: lines of at most 80 columns, tables, colours. */
package io.github.rustcross.maven.text;
