/// Reading topics and indices from end to end, beside the running pipeline.
@NullMarked
package dev.broadsheet.cli.scan;

import org.jspecify.annotations.NullMarked;
