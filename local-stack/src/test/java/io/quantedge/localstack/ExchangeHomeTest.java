package io.quantedge.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeHomeTest {
  @TempDir Path folder;

  @Test
  void thePropertyNamesTheFolder() throws IOException {
    makeHome(folder);
    assertThat(ExchangeHome.find(folder.toString(), Path.of("/")).root()).isEqualTo(folder);
  }

  @Test
  void aPropertyThatNamesAnotherFolderIsRefusedWithItsValue() {
    assertThatThrownBy(() -> ExchangeHome.find(folder.toString(), folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("is not the folder of the exchange");
  }

  @Test
  void withoutThePropertyTheFolderIsFoundFromAnywhereInsideIt() throws IOException {
    makeHome(folder);
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    assertThat(ExchangeHome.find(null, deep).root()).isEqualTo(folder);
    assertThat(ExchangeHome.find("", deep).root()).isEqualTo(folder);
  }

  @Test
  void outsideOfAnyHomeTheMessageSaysWhatToDo() {
    assertThatThrownBy(() -> ExchangeHome.find(null, folder))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(ExchangeHome.PROPERTY);
  }

  @Test
  void anUnbuiltHomeSaysWhatIsMissing() throws IOException {
    makeHome(folder);
    assertThatThrownBy(() -> new ExchangeHome(folder).partsClasspath())
        .hasMessageContaining("runtime.classpath is missing");
  }

  private static void makeHome(Path root) throws IOException {
    Files.createFile(root.resolve("pom.xml"));
    Files.createDirectories(root.resolve("local-stack"));
    Files.createFile(root.resolve("local-stack/pom.xml"));
  }
}
