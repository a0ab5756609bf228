/// When a paper comes out, and what that says about issues that are missing.
@NullMarked
package dev.broadsheet.ingest.calendar;

import org.jspecify.annotations.NullMarked;
