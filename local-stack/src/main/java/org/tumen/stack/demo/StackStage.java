package org.tumen.stack.demo;

import java.util.Optional;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import org.tumen.stack.status.Status;
import org.tumen.stack.up.Stack;

/** A stack that the demo started itself. */
record StackStage(Stack stack, StackSettings settings, Terminal terminal) implements Stage {

    @Override
    public Places places() {
        return Places.on(settings.ports());
    }

    @Override
    public OperatorTokens tokens() {
        return OperatorTokens.in(settings.data().root());
    }

    @Override
    public Optional<String> invitation() {
        var page = "  Alerts also on "
                + terminal.strong(
                        "http://" + Ports.HOST + ":" + settings.ports().page() + "/");
        return Optional.of(
                page + stack.firstLogin().map(words -> "\n  " + words).orElse(""));
    }

    @Override
    public void tellHowItIs() {
        terminal.line("");
        new Status(settings.data(), settings.ports(), terminal).processes();
    }

    @Override
    public String logs() {
        return settings.data().logs().toString();
    }

    @Override
    public void end() {
        stack.end();
    }

    @Override
    public boolean isEnding() {
        return stack.isEnding();
    }
}
