package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.host.HostSystem;
import javax.inject.Inject;

/** What the goals that look at a crate share. */
public final class MojoServices {
  private final HostSystem host;
  private final CatalogOverlays overlays;
  private final SettingsNetwork settings;

  /** Wired by Maven. */
  @Inject
  public MojoServices(HostSystem host, CatalogOverlays overlays, SettingsNetwork settings) {
    this.host = host;
    this.overlays = overlays;
    this.settings = settings;
  }

  HostSystem host() {
    return host;
  }

  CatalogOverlays overlays() {
    return overlays;
  }

  SettingsNetwork settings() {
    return settings;
  }
}
