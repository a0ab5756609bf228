package dev.broadsheet.rig.proxy;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The mode of a proxy, and a way to wait for another one. Safe for any thread.
final class ModeHolder {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private ProxyMode mode = new ProxyMode.Pass();
  private long number;

  /// A mode, and a number that no other has.
  record Setting(ProxyMode mode, long number) {}

  ProxyMode current() {
    return setting().mode();
  }

  Setting setting() {
    lock.lock();
    try {
      return new Setting(mode, number);
    } finally {
      lock.unlock();
    }
  }

  /// Sets a mode and returns the one before.
  ProxyMode change(ProxyMode next) {
    lock.lock();
    try {
      ProxyMode before = mode;
      mode = next;
      number++;
      changed.signalAll();
      return before;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until another mode than `known` is set.
  void awaitOther(Setting known) throws InterruptedException {
    lock.lock();
    try {
      while (number == known.number()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
