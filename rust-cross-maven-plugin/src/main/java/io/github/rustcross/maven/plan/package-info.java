/**
 * From what the user asks to what will be done: immutable, printable data, made without side
 * effects.
 */
package io.github.rustcross.maven.plan;
