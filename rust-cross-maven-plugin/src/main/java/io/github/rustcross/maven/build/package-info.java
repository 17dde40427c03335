/** The build itself: plan, obtain, compile, inspect, lay out, in that order. */
package io.github.rustcross.maven.build;
