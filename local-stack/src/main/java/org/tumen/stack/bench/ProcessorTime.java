package org.tumen.stack.bench;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processor time that a process and all that it has started have used until one moment: a figure that other work on
 * the machine does not spoil, as it does every time that is waited for.
 */
public record ProcessorTime(Map<Long, Duration> byProcess) {

    public static final ProcessorTime NONE = new ProcessorTime(Map.of());

    public ProcessorTime {
        byProcess = Map.copyOf(byProcess);
    }

    public static ProcessorTime of(ProcessHandle process) {
        return new ProcessorTime(Stream.concat(Stream.of(process), process.descendants())
                .collect(Collectors.toMap(ProcessHandle::pid, ProcessorTime::used, (one, _) -> one)));
    }

    /** Of those that run now. What ended since, or began and ended, is not known. */
    public Duration since(ProcessorTime before) {
        return byProcess.entrySet().stream()
                .map(now -> now.getValue().minus(before.byProcess.getOrDefault(now.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
