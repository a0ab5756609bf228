/// The page as rows that know where their characters stand in the raw text, and the repair of what
/// extraction did to them. Pure functions of the text.
@NullMarked
package dev.broadsheet.enrich.page;

import org.jspecify.annotations.NullMarked;
