package io.quantedge.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgWriterTest {
  @Test
  void aChartIsWellFormedAndNamesEverySeriesOnceInEachPanel() throws Exception {
    Series first = new Series("no backoff", List.of(1.0, 10.0, 100.0));
    Series second = new Series("jitter <full> & \"ours\"", List.of(2.0, 3.0, 4.0));
    Chart chart =
        new Chart(
            "Races",
            "workers",
            List.of("2", "10", "100"),
            List.of(
                new Panel("Share", Scale.linear(100), List.of(first, second)),
                new Panel("Time", Scale.logarithmic(1, 100), List.of(first, second))));

    Document svg = parsed(SvgWriter.write(chart));

    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    assertThat(texts(svg)).contains("Races", "Share", "Time", "100");
    assertThat(texts(svg).stream().filter(second.label()::equals)).hasSize(2);
  }

  @Test
  void aSeriesThatDoesNotFitThePlacesIsRefused() {
    Panel panel =
        new Panel("Share", Scale.linear(1), List.of(new Series("short", List.of(1.0, 2.0))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chart("Races", "workers", List.of("2"), List.of(panel)))
        .withMessageContaining("'short' has 2 values for 1 places");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document svg) {
    var nodes = svg.getElementsByTagName("text");
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
