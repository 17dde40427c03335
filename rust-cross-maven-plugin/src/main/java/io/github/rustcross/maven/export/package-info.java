/** What the catalog knows of a target on this machine, written down for other tools; pure. */
package io.github.rustcross.maven.export;
