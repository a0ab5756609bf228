/// Dates in text and the date of the issue. Pure functions of text and issue metadata.
@NullMarked
package dev.broadsheet.enrich.date;

import org.jspecify.annotations.NullMarked;
