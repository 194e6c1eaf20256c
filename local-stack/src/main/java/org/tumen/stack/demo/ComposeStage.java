package org.tumen.stack.demo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;

/** The services of the compose project in which this process is a container. Whoever started the project tells the rest. */
final class ComposeStage implements Stage {

    private final OperatorTokens tokens;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param operator the folder in which the alert service leaves its token */
    ComposeStage(Path operator) {
        this.tokens = OperatorTokens.in(operator);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public Places places() {
        return Places.IN_COMPOSE;
    }

    @Override
    public OperatorTokens tokens() {
        return tokens;
    }

    @Override
    public Optional<String> invitation() {
        return Optional.empty();
    }

    @Override
    public void tellHowItIs() {}

    @Override
    public String logs() {
        return "the containers";
    }

    @Override
    public void end() {
        ended.countDown();
    }

    @Override
    public boolean isEnding() {
        return ended.getCount() == 0;
    }
}
