package io.quantedge.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds what a manifest says that the Kubernetes model has no field for. */
final class UnknownFields {
  private UnknownFields() {}

  static void collect(Object node, String path, List<String> unknown) {
    switch (node) {
      case Collection<?> items -> items.forEach(item -> collect(item, path + "[]", unknown));
      case Map<?, ?> map -> map.forEach((key, value) -> collect(value, path + "." + key, unknown));
      case Object model when model.getClass().getName().startsWith("io.fabric8.kubernetes.api") ->
          collectModel(model, path, unknown);
      default -> {}
    }
  }

  private static void collectModel(Object model, String path, List<String> unknown) {
    for (Method method : model.getClass().getMethods()) {
      boolean getter =
          method.getName().startsWith("get")
              && method.getParameterCount() == 0
              && !method.getName().equals("getClass");
      if (!getter || model instanceof Enum<?>) {
        continue;
      }
      Object value = invoke(method, model);
      String field = path + "." + method.getName().substring(3);
      if (method.getName().equals("getAdditionalProperties")) {
        ((Map<?, ?>) value).keySet().forEach(key -> unknown.add(path + "." + key));
      } else if (value != null) {
        collect(value, field, unknown);
      }
    }
  }

  private static Object invoke(Method method, Object target) {
    try {
      return method.invoke(target);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + method, e);
    }
  }
}
