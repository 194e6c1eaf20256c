package org.tumen.http.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * What a served request does that blocks, such as asking the database. It is seen to its end though whoever asked has hung up:
 * Reactor's own scheduler interrupts it then, and a thread that is interrupted while it waits for PostgreSQL costs the pool
 * the connection (ADR 0031).
 */
public final class Blocking {

    /** More than a pool has connections: the rest waits for one there. */
    private static final int MOST = 20;

    /** The platform's, as those of the deliveries (ADR 0024). */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            MOST, Thread.ofPlatform().daemon().name("blocking-", 0).factory());

    private Blocking() {}

    /** What {@code work} returns; nothing when that is null; its exception when it throws. Begins when somebody subscribes. */
    public static <T> Mono<T> call(Supplier<T> work) {
        return Mono.fromFuture(() -> CompletableFuture.supplyAsync(work, THREADS), true);
    }

    /** What {@code work} finds; nothing when it finds none. Begins when somebody subscribes. */
    public static <T> Mono<T> find(Supplier<Optional<T>> work) {
        return call(work).flatMap(Mono::justOrEmpty);
    }

    /** Completes when {@code work} has ended. Begins when somebody subscribes. */
    public static Mono<Void> run(Runnable work) {
        return Mono.fromFuture(() -> CompletableFuture.runAsync(work, THREADS), true);
    }
}
