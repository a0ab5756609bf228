/// Names of persons, places and organisations. Pure functions of text.
@NullMarked
package dev.broadsheet.enrich.name;

import org.jspecify.annotations.NullMarked;
