package org.tumen.classifier.commandline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on several items at once and gives the results in the order of the items, holding no more than a few. */
final class InOrder<I, R> implements Iterator<R>, AutoCloseable {

    private static final int AHEAD_PER_JOB = 16;

    private final Iterator<I> items;
    private final Function<I, R> work;
    private final int ahead;
    private final ExecutorService workers;
    private final Queue<Future<R>> running = new ArrayDeque<>();

    InOrder(Iterator<I> items, Function<I, R> work, int jobs) {
        this.items = items;
        this.work = work;
        this.ahead = jobs * AHEAD_PER_JOB;
        this.workers = Executors.newFixedThreadPool(jobs);
    }

    @Override
    public boolean hasNext() {
        return !running.isEmpty() || items.hasNext();
    }

    @Override
    public R next() {
        while (running.size() < ahead && items.hasNext()) {
            var item = items.next();
            running.add(workers.submit(() -> work.apply(item)));
        }
        var first = running.poll();
        if (first == null) {
            throw new NoSuchElementException("no more items");
        }
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a line was worked on", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
