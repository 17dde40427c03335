/** What runs a target's programs on this machine: which runner serves, and how it is called. */
package io.github.rustcross.runner;
