package io.github.rustcross.maven.sysroot;

import io.github.rustcross.catalog.ArchiveKey;
import io.github.rustcross.maven.debian.OpenPgpVerifier;
import io.github.rustcross.maven.debian.ReleaseFile;
import io.github.rustcross.maven.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides over release files: whether somebody signed them who is trusted, and what they are of.
 */
final class ReleaseCheck {
  private final SuiteRequest request;
  private final Instant now;

  ReleaseCheck(SuiteRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /**
   * Checks a release file.
   *
   * @param document {@code InRelease}, or {@code Release} where there is a signature beside it
   * @param signature what lies beside it
   * @param place where it is from, for messages
   * @throws ProblemException if it is not signed, of another release, too old, or has nothing for
   *     the architecture
   */
  ReleaseFile check(String document, Optional<String> signature, String place)
      throws ProblemException {
    ReleaseFile release;
    try {
      OpenPgpVerifier verifier = verifier();
      if (signature.isPresent()) {
        verifier.detached(document, signature.get(), now);
        release = ReleaseFile.parse(document);
      } else {
        release = ReleaseFile.parse(verifier.clearSigned(document, now));
      }
    } catch (IOException e) {
      throw untrusted(place, e.getMessage());
    }
    if (!release.isOf(request.suite().suite())) {
      throw untrusted(
          place, "it is that of '%s' (%s)".formatted(release.suite(), release.codename()));
    }
    if (release.validUntil().isPresent() && release.validUntil().get().isBefore(now)) {
      throw untrusted(place, "it was valid until %s".formatted(release.validUntil().get()));
    }
    if (!release.architectures().isEmpty()
        && !release.architectures().contains(request.architecture())) {
      throw SysrootProblems.source(
          "%s (%s) has no packages for %s, only for %s"
              .formatted(
                  request.label(),
                  place,
                  request.architecture(),
                  String.join(", ", release.architectures())));
    }
    return release;
  }

  private OpenPgpVerifier verifier() throws ProblemException {
    List<String> keys = new ArrayList<>();
    for (ArchiveKey key : request.archive().keys()) {
      try {
        keys.add(key.read());
        OpenPgpVerifier.of(List.of(keys.get(keys.size() - 1)));
      } catch (IOException e) {
        throw SysrootProblems.untrusted(
            "archives.%s.keys: %s cannot be used: %s"
                .formatted(request.archive().name(), key.label(), e.getMessage()));
      }
    }
    try {
      return OpenPgpVerifier.of(keys);
    } catch (IOException e) {
      throw new IllegalStateException("each of them was read before", e);
    }
  }

  private ProblemException untrusted(String place, String reason) {
    return SysrootProblems.untrusted(
        "the release file of %s (%s) is not trusted: %s".formatted(request.label(), place, reason));
  }
}
