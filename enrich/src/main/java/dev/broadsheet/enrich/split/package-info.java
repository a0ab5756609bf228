/// Cuts the raw text of a page into articles: repair, roles of lines, assembly. Pure functions of
/// the text.
@NullMarked
package dev.broadsheet.enrich.split;

import org.jspecify.annotations.NullMarked;
