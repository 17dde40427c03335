/** Which proxies and mirrors everything that a build fetches goes through; asks nobody. */
package io.github.rustcross.maven.network;
