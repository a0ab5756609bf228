package dev.broadsheet.rig.plan;

import dev.broadsheet.rig.proxy.ProxyMode;
import java.time.Duration;

/// Something bad that happens to a pipeline.
public sealed interface Fault {
  /// The component whose work is disturbed.
  Component component();

  /// `kill -9`, and a start.
  record Kill(Victim victim) implements Fault {
    @Override
    public Component component() {
      return victim.component();
    }
  }

  /// SIGSTOP, and SIGCONT after a while: a process that has lost its place and does not know it.
  record Pause(Victim victim, Duration time) implements Fault {
    @Override
    public Component component() {
      return victim.component();
    }
  }

  /// An end in order, and a start.
  record Restart(Victim victim) implements Fault {
    @Override
    public Component component() {
      return victim.component();
    }
  }

  /// The connections to a server are treated badly for a while.
  ///
  /// @param server `BROKER` or `NODE`
  record Disturb(Component server, ProxyMode mode, Duration time) implements Fault {
    public Disturb {
      if (server.isStage()) {
        throw new IllegalArgumentException("%s is no server".formatted(server));
      }
    }

    @Override
    public Component component() {
      return server;
    }
  }
}
