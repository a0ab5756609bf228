/// Issues fetched from the e-paper sites of publishers: politely, and never from where they must
/// not come.
@NullMarked
package dev.broadsheet.ingest.poll;

import org.jspecify.annotations.NullMarked;
