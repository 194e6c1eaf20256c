package org.tumen.stack.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The terminal of the command. Colours are used only when the launcher saw a terminal that wants them
 * ({@code NO_COLOR} is honoured there). Lines of several threads do not mix.
 */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colours;

    public Terminal(PrintStream out, PrintStream err, boolean colours) {
        this.out = out;
        this.err = err;
        this.colours = colours;
    }

    /** Standard output and error, in UTF-8. */
    public static Terminal ofThisProcess() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("tumen.colours"));
    }

    /** A line of its own kind: the name of what follows. */
    public void title(String text) {
        line(paint("1", text));
    }

    /** A component and how it is: {@code broker      ready in 4.1 s   127.0.0.1:8083}. */
    public void good(String name, String state, String detail) {
        line("  " + pad(name, 12) + paint("32", pad(state, 17)) + paint("2", detail));
    }

    /** The same for what needs attention and mends itself. */
    public void warn(String name, String state, String detail) {
        line("  " + pad(name, 12) + paint("33", pad(state, 17)) + detail);
    }

    /** The same for what failed. */
    public void bad(String name, String state, String detail) {
        line("  " + pad(name, 12) + paint("31", pad(state, 17)) + detail);
    }

    public void line(String text) {
        out.println(text);
    }

    /** The last line of a command that could not do its work, on standard error. */
    public void fault(String text) {
        err.println(paint("31", "tumen:") + " " + text);
    }

    /** How far something is, on standard error, where it does not mix with what is printed; the launcher knows what that is. */
    public ProgressBar progress(String name) {
        return new ProgressBar(err, Boolean.getBoolean("tumen.terminal"), name);
    }

    /** Quiet text: what is good to know and easy to pass over. */
    public String dim(String text) {
        return paint("2", text);
    }

    /** Text that stands out. */
    public String strong(String text) {
        return paint("1", text);
    }

    public static String seconds(java.time.Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** Pads to the width, longer text is kept whole. */
    public static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
