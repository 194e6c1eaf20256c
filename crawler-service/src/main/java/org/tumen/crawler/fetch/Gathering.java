package org.tumen.crawler.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Puts questions that many threads have at the same moment into one: whoever finds nobody asking asks for all that have
 * gathered. A single thread asks at once, many share the cost. Safe for use by many threads.
 */
final class Gathering<Q, A> {

    private static final int MOST = 256;

    private final Function<List<Q>, List<A>> together;
    private final Queue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock asking = new ReentrantLock();

    /** @param together answers many questions, in their order */
    Gathering(Function<List<Q>, List<A>> together) {
        this.together = together;
    }

    /**
     * The answer to one question.
     *
     * @throws RuntimeException what went wrong for all that were asked together
     */
    A ask(Q question) {
        var mine = new Waiting<Q, A>(question, new CompletableFuture<>());
        waiting.add(mine);
        asking.lock();
        try {
            while (!mine.answer.isDone()) {
                askForAll();
            }
        } finally {
            asking.unlock();
        }
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Also when this thread is to stop: it asks for others too, and a database's driver refuses interrupted ones. */
    private void askForAll() {
        var all = new ArrayList<Waiting<Q, A>>();
        for (var next = waiting.poll(); next != null; next = all.size() < MOST ? waiting.poll() : null) {
            all.add(next);
        }
        var interrupted = Thread.interrupted();
        try {
            var answers = together.apply(all.stream().map(Waiting::question).toList());
            for (var i = 0; i < all.size(); i++) {
                all.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            all.forEach(one -> one.answer.completeExceptionally(e));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A question whose answer is waited for. */
    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}
}
