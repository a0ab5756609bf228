/// How often the index is made searchable anew: every second day by day, less often in a backfill.
@NullMarked
package dev.broadsheet.sink.refresh;

import org.jspecify.annotations.NullMarked;
