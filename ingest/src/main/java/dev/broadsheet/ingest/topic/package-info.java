/// The topics of the pipeline, made and kept as the contract wants them.
@NullMarked
package dev.broadsheet.ingest.topic;

import org.jspecify.annotations.NullMarked;
