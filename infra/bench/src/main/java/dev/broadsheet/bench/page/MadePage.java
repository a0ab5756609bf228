package dev.broadsheet.bench.page;

/// A page that was made up.
///
/// @param key issue key, `paper/2024-03-05/02`
/// @param text raw text
public record MadePage(String key, String text) {}
