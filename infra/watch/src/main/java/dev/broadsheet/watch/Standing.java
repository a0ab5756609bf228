package dev.broadsheet.watch;

/// How far one part of the work is, such as a partition.
///
/// @param part name of the part: `broadsheet.articles-3`
/// @param done what is finished, in any unit: an offset, a count. It changes when work gets on
/// @param behind what is known to be left; 0 when there is nothing to do
public record Standing(String part, long done, long behind) {}
