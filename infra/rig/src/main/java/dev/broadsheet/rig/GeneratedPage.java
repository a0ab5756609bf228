package dev.broadsheet.rig;

import java.util.List;

/// A page that was made up, and what is on it.
///
/// @param key issue key, `paper/2024-03-05/02`
/// @param text raw text
/// @param headlines of its articles, in order; each holds a word that no other article has
public record GeneratedPage(String key, String text, List<String> headlines) {
  public GeneratedPage {
    headlines = List.copyOf(headlines);
  }
}
