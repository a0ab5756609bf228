/// What the core costs, measured with JMH on pages that are made up.
@NullMarked
package dev.broadsheet.bench;

import org.jspecify.annotations.NullMarked;
