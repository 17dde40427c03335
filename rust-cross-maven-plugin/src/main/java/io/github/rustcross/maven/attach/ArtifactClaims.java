package io.github.rustcross.maven.attach;

import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.ExpectedArtifact;
import io.github.rustcross.maven.plan.TargetPlan;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/**
 * Who attaches what to a project. Maven itself keeps the last of two artifacts with one type and
 * classifier, and says nothing; here the second that wants to attach one learns of the first.
 */
public final class ArtifactClaims {
  /** Where a project keeps them: other modules may have a plugin class of their own. */
  private static final String CONTEXT = ArtifactClaims.class.getName();

  private ArtifactClaims() {}

  /**
   * Claims the artifacts of a plan for an execution, which may do so any number of times.
   *
   * @return a problem {@link ProblemCode#ARTIFACT_REPEATED} for each that another execution has
   *     claimed or another plugin has attached
   */
  public static List<Problem> claim(MavenProject project, String execution, BuildPlan plan) {
    Map<String, String> owners = owners(project);
    List<Problem> problems = new ArrayList<>();
    wanted(plan)
        .forEach(
            (key, file) -> {
              String owner = owners.get(key);
              if (owner == null && isAttached(project, key)) {
                problems.add(repeated(execution, file, key, "which another plugin has attached"));
              } else if (owner != null && !owner.equals(execution)) {
                problems.add(
                    repeated(execution, file, key, "which execution '%s' has".formatted(owner)));
              } else {
                owners.put(key, execution);
              }
            });
    project.setContextValue(CONTEXT, owners);
    return problems;
  }

  private static Map<String, String> owners(MavenProject project) {
    Map<String, String> owners = new HashMap<>();
    if (project.getContextValue(CONTEXT) instanceof Map<?, ?> known) {
      known.forEach((key, owner) -> owners.put((String) key, (String) owner));
    }
    return owners;
  }

  /** The first file of each: the libraries of a platform share one jar. */
  private static Map<String, String> wanted(BuildPlan plan) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (TargetPlan target : plan.targets()) {
      for (ExpectedArtifact artifact : target.artifacts()) {
        wanted.putIfAbsent(
            key(artifact.type(), artifact.classifier()),
            target.target().triple() + "/" + artifact.file());
      }
    }
    return wanted;
  }

  /** How Maven tells the artifacts of a project apart, in words. */
  private static String key(String type, String classifier) {
    return "type '%s' and classifier '%s'".formatted(type, classifier);
  }

  private static boolean isAttached(MavenProject project, String key) {
    return project.getAttachedArtifacts().stream()
        .anyMatch(artifact -> key.equals(key(artifact.getType(), artifact.getClassifier())));
  }

  private static Problem repeated(String execution, String file, String key, String other) {
    return Problem.of(
        ProblemCode.ARTIFACT_REPEATED,
        "execution '%s': %s would be attached with %s, %s".formatted(execution, file, key, other),
        "Give one of them other targets, or other words with <classifier>triple</classifier>.");
  }
}
