/// The pages in the bytes of a file, whatever its format. The format is told by the content.
/// Everything that unpacks is held by limits.
@NullMarked
package dev.broadsheet.ingest.format;

import org.jspecify.annotations.NullMarked;
