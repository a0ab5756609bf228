/// Which offsets are settled, and how far they may be committed.
@NullMarked
package dev.broadsheet.sink.offset;

import org.jspecify.annotations.NullMarked;
