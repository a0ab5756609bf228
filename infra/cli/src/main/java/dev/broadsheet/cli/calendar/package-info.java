/// Which issues of a paper are there, asked of the index, and shown as a year at a glance.
@NullMarked
package dev.broadsheet.cli.calendar;

import org.jspecify.annotations.NullMarked;
