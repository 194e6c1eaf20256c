package org.tumen.stack.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the constructor of a record says that it expects when it refuses a value: {@code window: … (expected: …)}. */
final class Refusals extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Pattern EXPECTED = Pattern.compile("\\(expected: (.*)\\)$");

    private final List<String> messages = new ArrayList<>();

    Refusals(ClassTree type) {
        type.getMembers().stream()
                .filter(member -> member instanceof MethodTree method && method.getReturnType() == null)
                .forEach(constructor -> scan(constructor, null));
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree refusal, @Nullable Void nothing) {
        if (refusal.getExpression() instanceof NewClassTree made
                && !made.getArguments().isEmpty()) {
            messages.add(message(made.getArguments().getFirst()));
        }
        return super.visitThrow(refusal, null);
    }

    /** Of this component; empty when its values are not looked at. */
    String expected(String component) {
        return messages.stream()
                .filter(message -> isAbout(message, component))
                .map(EXPECTED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).replaceAll(",? ?<\\w+>|^all ", ""))
                .findFirst()
                .orElse("");
    }

    private static boolean isAbout(String message, String component) {
        var head = message.split(":", 2)[0];
        return head.substring(head.lastIndexOf('.') + 1).replace("-", "").equalsIgnoreCase(component)
                || message.contains(SettingRecords.kebab(component) + " <" + component + ">");
    }

    /** The text with the names of what is put into it in angle brackets. */
    private static String message(ExpressionTree expression) {
        return switch ((Tree) expression) {
            case BinaryTree sum -> message(sum.getLeftOperand()) + message(sum.getRightOperand());
            case LiteralTree literal -> String.valueOf(literal.getValue());
            default -> "<" + expression + ">";
        };
    }
}
