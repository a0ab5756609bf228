package dev.broadsheet.cli;

/// Whether people are looking.
final class Terminal {
  private Terminal() {}

  /// Whether standard output is a terminal, where bars and colours help.
  @SuppressWarnings("SystemConsoleNull") // the method may still return null by its contract
  static boolean isThere() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}
