/// The way of one issue through the pipeline, as topics, groups and index tell it.
@NullMarked
package dev.broadsheet.cli.trace;

import org.jspecify.annotations.NullMarked;
