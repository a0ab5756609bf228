/// The inputs of a run: pages, revisions, withdrawals and poison.
@NullMarked
package dev.broadsheet.rig.feed;

import org.jspecify.annotations.NullMarked;
