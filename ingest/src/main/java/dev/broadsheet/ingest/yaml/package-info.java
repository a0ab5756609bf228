/// Files that people write: YAML read into typed values, with mistakes told by the place they are
/// in.
@NullMarked
package dev.broadsheet.ingest.yaml;

import org.jspecify.annotations.NullMarked;
