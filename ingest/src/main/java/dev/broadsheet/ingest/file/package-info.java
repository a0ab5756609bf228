/// Files as sources of issues: finding them, naming them, reading them, and refusing what is not a
/// page of text. Nothing here knows Kafka.
@NullMarked
package dev.broadsheet.ingest.file;

import org.jspecify.annotations.NullMarked;
