package dev.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.19.0.1",
        "192.0.2.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "fec0::1"
      })
  void keepsOutOfWhatIsNotPublic(String literal) throws Exception {
    assertThat(Addresses.isPublic(InetAddress.getByName(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.43.8",
        "172.32.0.1",
        "172.15.255.255",
        "100.128.0.1",
        "2606:4700::1111",
        "2400:3200::1"
      })
  void letsPublicAddressesThrough(String literal) throws Exception {
    assertThat(Addresses.isPublic(InetAddress.getByName(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://a/", "http:///a", "http://a@b/", "a", "mailto:a@b"})
  void knowsWhatIsNoWebAddress(String uri) {
    assertThat(Addresses.isWeb(URI.create(uri))).isFalse();
  }
}
