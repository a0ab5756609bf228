/// What happens to which component of a run and when, from a seed.
@NullMarked
package dev.broadsheet.rig.plan;

import org.jspecify.annotations.NullMarked;
