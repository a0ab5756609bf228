/// Bulk requests out of the records' own bytes, and what became of each record.
@NullMarked
package dev.broadsheet.sink.bulk;

import org.jspecify.annotations.NullMarked;
