/// How far the pipeline is, as the reading room shows it.
@NullMarked
package dev.broadsheet.room.state;

import org.jspecify.annotations.NullMarked;
