package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script in a small exchange of its own, with a JDK and a Maven that only take notes.
 */
@Timeout(60)
class LauncherScriptTest {
  private static final String JAVA = "#!/bin/sh\necho \"java $*\"\n";
  private static final String MAVEN =
      """
      #!/bin/sh
      if [ "$2" = -v ]; then printf '\\033[0mApache Maven MAVEN_VERSION\\033[m\\n'; exit 0; fi
      echo "$*" >> maven-calls
      if [ -f maven-hangs ]; then echo $$ > maven-pid; exec sleep 60; fi
      if [ -f maven-fails ]; then cat maven-fails; rm maven-fails; exit 1; fi
      echo "[INFO] Building Quant Edge Exchange :: contracts 0.1.0-SNAPSHOT   [1/2]"
      mkdir -p contracts/target exchange-cli/target
      touch exchange-cli/target/exchange-cli-1.jar
      echo "/m2/io/quantedge/contracts/1/contracts-1.jar:/m2/x/y.jar" > exchange-cli/target/runtime.classpath
      """;

  @TempDir Path folder;
  private Path home;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void makeASmallExchange() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    Path script = Path.of(System.getProperty("exchange.home")).resolve("exchange");
    Files.copy(script, home.resolve("exchange"), StandardCopyOption.COPY_ATTRIBUTES);
    write(
        "pom.xml",
        "<modules><module>contracts</module>\n<module>exchange-cli</module>\n<module>e2e-tests</module></modules>");
    for (String module : List.of("contracts", "exchange-cli")) {
      write(module + "/pom.xml", "<artifactId>%s</artifactId>".formatted(module));
      write(module + "/src/main/java/A.java", "class A {}");
    }
    write(
        "exchange-cli/pom.xml",
        "<artifactId>exchange-cli</artifactId><artifactId>contracts</artifactId>");
    Path jdk = jdk("jdk", "25.0.3");
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("EXCHANGE_JDK_DIRS", "");
    environment.put(
        "EXCHANGE_MVN", executable("maven/mvn", MAVEN.replace("MAVEN_VERSION", "3.8.7")));
  }

  @Test
  void theFirstTimeEverythingIsBuiltAndThenHandedOver() throws Exception {
    Ended ended = run("demo", "--exit", "--bids", "5");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(calls()).singleElement().asString().contains("-pl contracts,exchange-cli -am");
    assertThat(ended.output())
        .contains("Building what has changed: contracts exchange-cli")
        .contains("Building [1/2] contracts")
        .contains("-Dexchange.home=" + home.toRealPath())
        .contains("io.quantedge.cli.Main demo --exit --bids 5")
        .contains(home.toRealPath() + "/contracts/target/contracts-1.jar:/m2/x/y.jar");
  }

  @Test
  void whatIsFreshIsNotBuiltAgain() throws Exception {
    run("up");
    assertThat(run("up").output()).doesNotContain("Building");
    assertThat(calls()).hasSize(1);
  }

  @Test
  void aChangedModuleIsBuiltWithWhatNeedsItAndOffline() throws Exception {
    run("up");
    touchLater("contracts/src/main/java/A.java");
    run("up");
    assertThat(calls()).hasSize(2);
    assertThat(calls().getLast())
        .startsWith("-B -ntp -o ")
        .endsWith("-pl contracts,exchange-cli -am");
    run("up");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void whatAChangedModuleNeedsIsFreshAndStaysOut() throws Exception {
    run("up");
    touchLater("exchange-cli/src/main/java/A.java");
    run("up");
    assertThat(calls().getLast()).endsWith("-pl exchange-cli -am");
  }

  @Test
  void aDeletedFileIsAChangeToo() throws Exception {
    run("up");
    Files.delete(home.resolve("contracts/src/main/java/A.java"));
    touchLater("contracts/src/main/java");
    run("up");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void whatIsMissingOfflineIsFetchedOnline() throws Exception {
    run("up");
    touchLater("contracts/pom.xml");
    write("maven-fails", "[ERROR] Cannot access central in offline mode");
    assertThat(run("up").exitCode()).isZero();
    assertThat(calls()).hasSize(3);
    assertThat(calls().getLast()).doesNotContain(" -o ");
  }

  @Test
  void aFailedBuildShowsItsErrorsAndWhereTheRestIs() throws Exception {
    write("maven-fails", "[INFO] noise\n[ERROR] A.java:[1,2] missing return statement\n");
    Ended ended = run("up");
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.output())
        .contains("A.java:[1,2] missing return statement")
        .contains(".local/logs/build.log")
        .doesNotContain("noise")
        .doesNotContain("io.quantedge.cli.Main");
    assertThat(run("up").exitCode()).isZero();
  }

  @Test
  void aBuiltCommandLineNeedsNoBuildForHelpStatusAndDown() throws Exception {
    run("up");
    touchLater("contracts/src/main/java/A.java");
    for (String command : List.of("help", "status", "down")) {
      assertThat(run(command).output()).contains("io.quantedge.cli.Main " + command);
    }
    assertThat(calls()).hasSize(1);
  }

  @Test
  void aJdkThatIsTooOldGetsOneSentence() throws Exception {
    Path old = jdk("old", "17.0.15");
    environment.put("JAVA_HOME", old.toString());
    environment.put("PATH", old.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    Ended ended = run("help");
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.output().strip().lines())
        .singleElement()
        .asString()
        .startsWith("exchange: JDK 25 or newer is needed and none was found")
        .contains("adoptium.net")
        .contains("JAVA_HOME");
  }

  @Test
  void aJdkInAUsualFolderIsFoundBehindAnOldOneOnThePath() throws Exception {
    Path old = jdk("old", "17.0.15");
    jdk("jvms/temurin-25", "25");
    environment.put("JAVA_HOME", "");
    environment.put("PATH", old.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    environment.put("EXCHANGE_JDK_DIRS", folder.resolve("jvms").toString());
    Ended ended = run("help");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }

  @Test
  void aMavenThatIsTooOldGetsOneSentence() throws Exception {
    environment.put("EXCHANGE_MVN", executable("old/mvn", MAVEN.replace("MAVEN_VERSION", "3.6.3")));
    Ended ended = run("test");
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.output())
        .contains("Maven 3.8.7 or newer is needed and none was found (but 3.6.3 was)");
  }

  @Test
  void anInterruptedBuildEndsMavenToo() throws Exception {
    write("maven-hangs", "");
    Process script = start("up");
    Path pidFile = home.resolve("maven-pid");
    await().until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
    ProcessHandle maven =
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
    script.destroy();
    assertThat(script.waitFor()).isEqualTo(130);
    await().until(() -> !maven.isAlive());
    Files.delete(home.resolve("maven-hangs"));
    assertThat(run("up").exitCode()).isZero();
  }

  @Test
  void aSecondCallWaitsForTheBuildOfTheFirst() throws Exception {
    write("maven-hangs", "");
    Process first = start("up");
    await().until(() -> Files.exists(home.resolve("maven-pid")));
    Files.delete(home.resolve("maven-hangs"));
    Process second = start("up");
    await().until(() -> Files.readString(outputOf(second)).contains("waiting for it"));
    first.destroy();
    first.waitFor();
    assertThat(second.waitFor()).as(Files.readString(outputOf(second))).isZero();
    assertThat(calls()).hasSize(2);
  }

  @Test
  void itWorksThroughASymbolicLinkFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("exchange"));
    Process process =
        withEnvironment(new ProcessBuilder(link.toString(), "help"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("link-output").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(folder.resolve("link-output")))
        .contains("-Dexchange.home=" + home.toRealPath());
  }

  private record Ended(int exitCode, String output) {}

  private Ended run(String... words) throws Exception {
    Process process = start(words);
    int exitCode = process.waitFor();
    return new Ended(exitCode, Files.readString(outputOf(process)));
  }

  private Process start(String... words) throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(home.resolve("exchange").toString());
    builder.command().addAll(List.of(words));
    Process process =
        withEnvironment(builder)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Files.move(output, outputOf(process), StandardCopyOption.REPLACE_EXISTING);
    return process;
  }

  private Path outputOf(Process process) {
    return folder.resolve("output-" + process.pid());
  }

  private ProcessBuilder withEnvironment(ProcessBuilder builder) {
    builder.environment().putAll(environment);
    return builder;
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(home.resolve("maven-calls"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    executable(name + "/bin/java", JAVA);
    executable(name + "/bin/javac", JAVA);
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }

  private String executable(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void touchLater(String name) throws IOException {
    Files.setLastModifiedTime(home.resolve(name), FileTime.from(Instant.now().plusMillis(20)));
  }
}
