package org.tumen.crawler.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Puts questions that many threads have at the same moment into one: while one is asked the next gather. A single
 * question is asked at once, many share the cost. Safe for use by many threads.
 */
final class Gathering<Q, A> {

    private static final int MOST = 256;

    private final Function<List<Q>, List<A>> together;
    private final Queue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    /** @param together answers many questions, in their order */
    Gathering(Function<List<Q>, List<A>> together) {
        this.together = together;
    }

    /**
     * The answer to one question. It is waited for also by a thread that is to stop.
     *
     * @throws RuntimeException what went wrong for all that were asked together
     */
    A ask(Q question) {
        var mine = new Waiting<Q, A>(question, new CompletableFuture<>());
        waiting.add(mine);
        askInBackground();
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** On a thread of its own: none of those who ask has to ask for others for long, or is interrupted while it does. */
    private void askInBackground() {
        if (asking.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::askAll);
        }
    }

    private void askAll() {
        try {
            while (!waiting.isEmpty()) {
                askTogether();
            }
        } finally {
            asking.set(false);
        }
        if (!waiting.isEmpty()) { // One that came between the last look and the end.
            askInBackground();
        }
    }

    private void askTogether() {
        var all = new ArrayList<Waiting<Q, A>>();
        for (var next = waiting.poll(); next != null; next = all.size() < MOST ? waiting.poll() : null) {
            all.add(next);
        }
        try {
            var answers = together.apply(all.stream().map(Waiting::question).toList());
            for (var i = 0; i < all.size(); i++) {
                all.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            all.forEach(one -> one.answer.completeExceptionally(e));
        }
    }

    /** A question whose answer is waited for. */
    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}
}
