package io.quantedge.localstack.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One short HTTP request, without the threads of a full client. */
public final class HttpProbe {
  /** Status of a request that got no answer. */
  public static final int NO_ANSWER = 0;

  private static final int TIMEOUT_MILLIS = 3_000;

  private HttpProbe() {}

  /** Status of a GET, or {@link #NO_ANSWER}. */
  public static int get(URI uri) {
    return send(uri, Map.of(), "");
  }

  /** Status of a POST, or {@link #NO_ANSWER}. */
  static int post(URI uri, Map<String, String> headers, String body) {
    return send(uri, headers, body);
  }

  private static int send(URI uri, Map<String, String> headers, String body) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      headers.forEach(connection::setRequestProperty);
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      int status = connection.getResponseCode();
      drain(connection, status);
      return status;
    } catch (IOException e) {
      return NO_ANSWER;
    }
  }

  private static void drain(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      if (in != null) {
        in.readAllBytes();
      }
    } finally {
      connection.disconnect();
    }
  }
}
