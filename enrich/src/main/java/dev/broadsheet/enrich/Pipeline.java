package dev.broadsheet.enrich;

/// The version of the code that makes documents. The same bytes and the same version give the same
/// document.
public final class Pipeline {
  public static final String VERSION = "0.1.0";

  private Pipeline() {}
}
