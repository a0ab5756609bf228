/// Whether everything that was taken in is where it should be.
@NullMarked
package dev.broadsheet.cli.reconcile;

import org.jspecify.annotations.NullMarked;
