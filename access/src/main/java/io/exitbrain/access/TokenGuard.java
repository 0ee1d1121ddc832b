package io.exitbrain.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests without the token. The paths that tell only whether the process lives and is ready stay open, for
 * its platform.
 */
final class TokenGuard {

    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready");

    private final Token token;

    TokenGuard(Token token) {
        this.token = token;
    }

    /** Ends a request with 401 if it has no token, or another one. */
    void check(Context context) {
        if (!OPEN.contains(context.path()) && !isAllowed(Optional.ofNullable(context.header("Authorization")))) {
            // A browser asks for user and password. The user is not looked at.
            context.header("WWW-Authenticate", "Basic realm=\"exit-brain\", charset=\"UTF-8\", Bearer");
            Refusal.of(
                    context,
                    HttpStatus.UNAUTHORIZED,
                    "a token is needed: send \"Authorization: Bearer <token>\", or the token as password");
        }
    }

    private boolean isAllowed(Optional<String> authorization) {
        return authorization.map(token::isIn).orElse(false);
    }
}
