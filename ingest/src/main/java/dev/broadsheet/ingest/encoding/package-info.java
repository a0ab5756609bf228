/// Which encoding bytes are in, decided by strict decoding and by how the text reads. Nothing here
/// ever puts a replacement character for what it cannot read.
@NullMarked
package dev.broadsheet.ingest.encoding;

import org.jspecify.annotations.NullMarked;
