package io.exitbrain.health.probe;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 KiB of the body of an HTTP answer.
 *
 * @param isCut whether the body is longer
 */
record HttpBody(byte[] bytes, boolean isCut) {

    static final int MAX_BYTES = 64 * 1024;

    static BodySubscriber<HttpBody> reader() {
        return new Reader();
    }

    /** Cancels the answer at the limit, which closes its connection: a body may be endless. */
    private static final class Reader implements BodySubscriber<HttpBody> {

        private final CompletableFuture<HttpBody> body = new CompletableFuture<>();
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<HttpBody> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
            newSubscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[Math.min(part.remaining(), MAX_BYTES + 1 - read.size())];
                part.get(bytes);
                read.writeBytes(bytes);
            }
            if (read.size() > MAX_BYTES && subscription != null) {
                subscription.cancel();
                complete();
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            complete();
        }

        private void complete() {
            body.complete(new HttpBody(read.toByteArray(), read.size() > MAX_BYTES));
        }
    }
}
