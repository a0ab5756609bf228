/// The text of PDF files. The parser runs in a process of its own, which may be killed; this
/// package holds both ends of the pipe between them.
@NullMarked
package dev.broadsheet.ingest.pdf;

import org.jspecify.annotations.NullMarked;
