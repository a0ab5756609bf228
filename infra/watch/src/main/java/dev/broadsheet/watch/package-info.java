/// Metrics and health of a stage: what is counted, whether it gets on, and the listener that says
/// so.
@NullMarked
package dev.broadsheet.watch;

import org.jspecify.annotations.NullMarked;
