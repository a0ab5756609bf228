/// The archive of record through the current code into a new index.
@NullMarked
package dev.broadsheet.cli.reindex;

import org.jspecify.annotations.NullMarked;
