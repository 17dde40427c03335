/**
 * Libraries for the JVM: the native methods that classes have against the functions that libraries
 * export.
 */
package io.github.rustcross.maven.verify.jni;
