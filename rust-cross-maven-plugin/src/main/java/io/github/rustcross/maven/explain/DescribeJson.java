package io.github.rustcross.maven.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustcross.catalog.CatalogValue;
import io.github.rustcross.maven.explain.TargetDescription.Way;
import io.github.rustcross.maven.plan.TargetView;
import io.github.rustcross.toolchain.Remedy;
import java.util.List;

/** What the goal {@code describe} says to programs. */
public final class DescribeJson {
  private DescribeJson() {}

  /** The document. */
  public static String of(TargetView view, List<TargetDescription> targets) {
    ObjectNode root = Json.document();
    root.put("catalogVersion", view.catalog().version());
    root.put("host", view.host().triple().value());
    ArrayNode array = root.putArray("targets");
    targets.forEach(target -> target(array.addObject(), target));
    return Json.text(root);
  }

  private static void target(ObjectNode node, TargetDescription described) {
    TargetJson.put(node, described.target());
    ArrayNode settings = node.putArray("settings");
    described
        .settings()
        .forEach(
            (name, setting) ->
                settings
                    .addObject()
                    .put("name", name)
                    .put("value", setting.value())
                    .put("origin", setting.origin().toString()));
    values(node.putArray("values"), described.values());
    ArrayNode ways = node.putArray("builds");
    described.ways().forEach(way -> way(ways.addObject(), way));
    ArrayNode runs = node.putArray("runs");
    described
        .runs()
        .forEach((name, selection) -> RunnerJson.put(runs.addObject(), name, selection));
  }

  private static void way(ObjectNode node, Way way) {
    TargetJson.toolchain(node, way.choice());
    node.put("description", way.toolchain().description());
    Json.texts(node.putArray("hints"), way.toolchain().terms().hints());
    Json.texts(node.putArray("serves"), way.serves());
    ArrayNode rejections = node.putArray("rejections");
    way.rejections()
        .forEach(
            (what, why) -> {
              ObjectNode rejection = rejections.addObject();
              rejection.put("what", what).put("reason", why.reason());
              Json.texts(rejection.putArray("remedies"), Remedy.commands(why.remedies()));
            });
    values(node.putArray("values"), way.values());
  }

  private static void values(ArrayNode array, List<CatalogValue> values) {
    for (CatalogValue value : values) {
      array
          .addObject()
          .put("path", value.path())
          .put("value", value.text())
          .put("origin", value.origin().toString());
    }
  }
}
