package io.quantedge.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void freePortsAreDifferentAndFree() {
    assertThat(Ports.free(20)).doesNotHaveDuplicates().allMatch(Ports::isFree);
  }

  @Test
  void aPortThatSomebodyListensOnIsTakenAndItsHolderIsNamed() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
      assertThat(PortHolder.of(socket.getLocalPort()))
          .hasValueSatisfying(
              holder -> assertThat(holder).startsWith("pid " + ProcessHandle.current().pid()));
    }
  }

  @Test
  void aPortOnAllAddressesIsTakenToo() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void onlyListenersOfThatVeryPortHoldIt() {
    String line =
        "  0: 0100007F:4A94 00000000:0000 %s 00000000:00000000 00:00000000 00000000 0 0 4711 1";
    assertThat(PortHolder.inodeOfListener(line.formatted("0A"), 0x4A94)).contains("4711");
    assertThat(PortHolder.inodeOfListener(line.formatted("01"), 0x4A94)).isEmpty();
    assertThat(PortHolder.inodeOfListener(line.formatted("0A"), 0x4A95)).isEmpty();
    assertThat(PortHolder.inodeOfListener("  sl  local_address rem_address   st", 1)).isEmpty();
  }
}
