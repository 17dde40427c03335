/** What the scripts in {@code src/it} share: reading reports and logs, running foreign binaries. */
package io.github.rustcross.maven.it;
