package io.quantedge.localstack.stack;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.part.Blueprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A part that is a shell script; it is ready when the script has made the file {@code ready}. */
record FakePart(String name, String script, Path folder, AtomicInteger cleanUps)
    implements Blueprint {
  static FakePart of(String name, String script, Path folder) {
    return new FakePart(name, script, folder, new AtomicInteger());
  }

  @Override
  public List<Integer> ports() {
    return List.of(1);
  }

  @Override
  public List<String> command(ExchangeHome home) {
    return List.of("/bin/sh", "-c", "cd '%s'; %s".formatted(folder, script));
  }

  @Override
  public boolean isReady() {
    return Files.exists(folder.resolve(name + ".ready"));
  }

  @Override
  public void cleanUp() {
    cleanUps.incrementAndGet();
  }
}
