/**
 * What came of a build, for machines ({@code report.json}) and for people ({@code report.html}, a
 * table in the log).
 */
package io.github.rustcross.maven.report;
