/// What the reading room asks of the index, and what it is told.
@NullMarked
package dev.broadsheet.room.search;

import org.jspecify.annotations.NullMarked;
