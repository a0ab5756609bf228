/// From files to the ledger: reads what it is offered, publishes it in batches, and gives every
/// file exactly one outcome.
@NullMarked
package dev.broadsheet.ingest.intake;

import org.jspecify.annotations.NullMarked;
