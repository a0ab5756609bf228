/// Tables of numbers under hashed keys, for what is remembered of millions of issues.
@NullMarked
package dev.broadsheet.ingest.table;

import org.jspecify.annotations.NullMarked;
