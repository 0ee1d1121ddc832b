package io.exitbrain.topology.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of queries. */
final class Parameters {

    private Parameters() {}

    /** Which stores may answer. */
    static Scope scope(Context context) {
        if (isSet(context, "copy")) {
            return Scope.COPY;
        }
        return isSet(context, "local") ? Scope.HERE : Scope.GROUP;
    }

    /** What is wanted of a list. */
    static Lists.Wanted wanted(Context context) {
        return new Lists.Wanted(
                Optional.ofNullable(context.queryParam("symbol")),
                isSet(context, "local"),
                isSet(context, "partial"),
                Optional.ofNullable(context.queryParam("copies"))
                        .map(Parameters::numbers)
                        .orElse(Set.of()));
    }

    private static Set<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .filter(number -> number.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isSet(Context context, String name) {
        return "true".equals(context.queryParam(name));
    }
}
