package io.github.rustcross.maven.build;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of the work, whose time those who debug are told; {@code bench/} adds them up. */
public final class Phase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Phase.class);

  private final String name;
  private final long start;

  private Phase(String name) {
    this.name = name;
    this.start = System.nanoTime();
  }

  /** Begins a phase; it ends when it is closed. */
  public static Phase begin(String name) {
    return new Phase(name);
  }

  @Override
  public void close() {
    LOG.debug("phase {}: {} ms", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }
}
