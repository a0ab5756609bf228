package dev.broadsheet.rig;

import dev.broadsheet.rig.plan.Fault;
import java.time.Duration;
import java.util.Optional;

/// How a pipeline came back after a fault.
///
/// @param fault that it came back from
/// @param overlapped whether the next fault came before that
/// @param first time from the fault to the first committed output of the stage after it; empty when
///     there was none within the limit
/// @param whole time until every partition of the stage that had work has moved; empty when one had
///     not within the limit
public record Recovery(
    Fault fault, boolean overlapped, Optional<Duration> first, Optional<Duration> whole) {}
