package dev.broadsheet.rig.proxy;

/// Is told of the moments of all connections of a proxy, by their threads.
@FunctionalInterface
public interface MomentListener {
  /// Does whatever is to be done before the bytes go on.
  ///
  /// @return whether to cut the connection instead of passing the bytes on
  boolean at(Moment moment);
}
