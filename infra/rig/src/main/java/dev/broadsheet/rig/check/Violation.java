package dev.broadsheet.rig.check;

/// An invariant that does not hold.
///
/// @param invariant such as `I2 once`
/// @param subject the article, issue, file, partition or process that it concerns
/// @param found what is wrong with it
public record Violation(String invariant, String subject, String found) {
  @Override
  public String toString() {
    return "%s: %s: %s".formatted(invariant, subject, found);
  }
}
