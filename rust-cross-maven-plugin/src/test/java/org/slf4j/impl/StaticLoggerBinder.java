package org.slf4j.impl;

import io.github.rustcross.maven.fixture.RecordedLog;
import org.slf4j.ILoggerFactory;
import org.slf4j.spi.LoggerFactoryBinder;

/** How SLF4J 1.7 finds its implementation: by the name of this class. */
public final class StaticLoggerBinder implements LoggerFactoryBinder {
  private static final StaticLoggerBinder SINGLETON = new StaticLoggerBinder();

  private StaticLoggerBinder() {}

  /** The only one. */
  public static StaticLoggerBinder getSingleton() {
    return SINGLETON;
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return RecordedLog.FACTORY;
  }

  @Override
  public String getLoggerFactoryClassStr() {
    return RecordedLog.class.getName();
  }
}
