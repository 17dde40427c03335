package io.github.rustcross.catalog;

/**
 * What the catalog knows of a rule. Texts are templates of the words that a broken rule has: {@code
 * {file}}, {@code {triple}}, {@code {measured}}, {@code {promised}}, and further ones of its own.
 *
 * @param description one line for people: what is looked at
 * @param level how much it counts where the user says nothing
 * @param cause what usually leads to it
 * @param fix what to do
 * @param origin where the catalog says so
 */
public record RuleKnowledge(
    String description, RuleLevel level, String cause, String fix, Origin origin) {}
