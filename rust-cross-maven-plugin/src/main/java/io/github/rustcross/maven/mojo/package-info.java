/** The goals: parameters in, a request out, failures mapped; no decision of the domain. */
package io.github.rustcross.maven.mojo;
