/// Bylines, agencies and datelines. Pure functions of text.
@NullMarked
package dev.broadsheet.enrich.byline;

import org.jspecify.annotations.NullMarked;
