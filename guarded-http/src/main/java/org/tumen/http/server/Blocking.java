package org.tumen.http.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a served request does that blocks, such as asking the database. Once begun it is seen to its end though whoever asked has hung up:
 * Reactor's own scheduler interrupts it then, and a thread that is interrupted while it waits for PostgreSQL costs the pool
 * the connection (ADR 0031).
 */
public final class Blocking {

    /** More than a pool has connections: the rest waits for one there. */
    static final int MOST = 20;

    /** The platform's, as those of the deliveries (ADR 0024). */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            MOST, Thread.ofPlatform().daemon().name("blocking-", 0).factory());

    /** Of a bare executor, as the work of a service's would be interrupted. */
    private static final Scheduler UNINTERRUPTED = Schedulers.fromExecutor(work -> THREADS.execute(work));

    private Blocking() {}

    /**
     * What {@code work} returns; nothing when that is null; its exception when it throws. Begins when somebody subscribes, and
     * not at all when nobody waits for it by the time that there is a thread: strangers who hang up leave no queue.
     */
    public static <T> Mono<T> call(Supplier<T> work) {
        return Mono.fromSupplier(work).subscribeOn(UNINTERRUPTED);
    }

    /** What {@code work} finds; nothing when it finds none. Begins when somebody subscribes. */
    public static <T> Mono<T> find(Supplier<Optional<T>> work) {
        return call(work).flatMap(Mono::justOrEmpty);
    }

    /** Completes when {@code work} has ended. Begins when somebody subscribes, and is done then whoever waits. */
    public static Mono<Void> run(Runnable work) {
        return Mono.fromFuture(() -> CompletableFuture.runAsync(work, THREADS), true);
    }
}
