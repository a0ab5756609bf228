package dev.broadsheet.ingest.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Looks hosts up and lets only public addresses through. The client connects to the very
/// addresses that were checked, so a name that answers differently the second time gains nothing.
final class CheckedResolver implements DnsResolver {
  private final DnsResolver resolver;
  private final boolean privateAddresses;

  /// @param privateAddresses whether all addresses are let through
  CheckedResolver(DnsResolver resolver, boolean privateAddresses) {
    this.resolver = resolver;
    this.privateAddresses = privateAddresses;
  }

  /// An address that must not be connected to.
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Forbidden(String message) {
      super(message);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      if (!privateAddresses && !Addresses.isPublic(address)) {
        throw new Forbidden(
            "%s is at %s, which is not public".formatted(host, address.getHostAddress()));
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
