/// What can be known of an issue beside its text: from the path of its file and from a file
/// beside it.
@NullMarked
package dev.broadsheet.ingest.hint;

import org.jspecify.annotations.NullMarked;
