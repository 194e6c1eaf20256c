package org.tumen.stack.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.docs.Setting.Group;

/** Finds the records that settings are bound to, of Spring Boot and of Micronaut alike, in the sources of a module. */
final class SettingRecords extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees docs;
    private final Map<String, String> given;
    private final Map<String, Group> found = new TreeMap<>();

    private SettingRecords(DocTrees docs, Map<String, String> given) {
        this.docs = docs;
        this.given = given;
    }

    /**
     * Reads what is in a module.
     *
     * @param given what the module's own application.yaml says, which counts before the default of the record
     */
    static List<Group> in(Path module, Map<String, String> given) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var sources = Files.walk(module.resolve("src/main/java"));
                var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var bound = sources.filter(SettingRecords::bindsSettings).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(bound));
            var records = new SettingRecords(DocTrees.instance(task), given);
            records.scan(task.parse(), null);
            return List.copyOf(records.found.values());
        }
    }

    private static boolean bindsSettings(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("@ConfigurationProperties(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        annotation(type.getModifiers().getAnnotations(), "ConfigurationProperties")
                .ifPresent(bound -> {
                    var prefix = value(bound).orElseThrow();
                    found.put(
                            prefix + " " + type.getSimpleName(),
                            new Group(prefix, firstSentence(), settings(prefix, type, getCurrentPath())));
                });
        return super.visitClass(type, null);
    }

    private List<Setting> settings(String prefix, ClassTree type, TreePath path) {
        var settings = new ArrayList<Setting>();
        var allowed = new Refusals(type);
        for (var member : type.getMembers()) {
            if (member instanceof VariableTree component
                    && !component.getModifiers().getFlags().contains(Modifier.STATIC)
                    && !isSection(component, type)) {
                settings.add(setting(prefix, component, path, allowed));
            }
        }
        return settings;
    }

    /** A component that is a record of its own here repeats what another record describes. */
    private static boolean isSection(VariableTree component, ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member -> member instanceof ClassTree inner
                        && inner.getSimpleName()
                                .contentEquals(component.getType().toString()));
    }

    private Setting setting(String prefix, VariableTree component, TreePath path, Refusals refusals) {
        var name = component.getName().toString();
        var key = prefix + "." + kebab(name);
        var annotations = component.getModifiers().getAnnotations();
        var form = form(component.getType().toString());
        return new Setting(
                key,
                form,
                Optional.ofNullable(given.get(key)).orElseGet(() -> standard(annotations)),
                meaning(path, name),
                allowed(annotations, refusals.expected(name)));
    }

    private static String standard(List<? extends AnnotationTree> annotations) {
        return annotation(annotations, "DefaultValue")
                .or(() -> annotation(annotations, "Bindable"))
                .map(found -> value(found).orElse("[]"))
                .orElse("");
    }

    private static String allowed(List<? extends AnnotationTree> annotations, String expected) {
        var rules = new ArrayList<String>();
        for (var annotation : annotations) {
            var value = value(annotation).orElse("");
            switch (annotation.getAnnotationType().toString()) {
                case "NotBlank", "NotNull", "NotEmpty" -> rules.add("must be given");
                case "Min" -> rules.add(value + " or more");
                case "Max" -> rules.add(value + " or less");
                case "Email" -> rules.add("an e-mail address");
                case "Pattern" -> rules.add("matches `" + value + "`");
                default -> {} // Says nothing of what is allowed.
            }
        }
        if (!expected.isEmpty()) {
            rules.add(expected);
        }
        return String.join(", ", rules);
    }

    private static String form(String type) {
        return switch (type.replaceAll("@\\w+(\\(\\))? ?", "")) {
            case "Duration" -> "duration";
            case "DataSize" -> "size";
            case "int", "long" -> "whole number";
            case "double" -> "number";
            case "boolean" -> "`true` or `false`";
            case "Path" -> "path";
            case "URI" -> "address";
            case "String" -> "text";
            case "List<Duration>" -> "durations";
            case "List<String>" -> "texts";
            case String other -> other;
        };
    }

    private String meaning(TreePath path, String name) {
        return comment(path).stream()
                .flatMap(comment -> comment.getBlockTags().stream())
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param -> param.getName().getName().contentEquals(name))
                .map(param -> words(param.getDescription()))
                .findFirst()
                .orElse("");
    }

    private String firstSentence() {
        return comment(getCurrentPath())
                .map(comment -> words(comment.getFirstSentence()))
                .orElse("");
    }

    private Optional<DocCommentTree> comment(TreePath path) {
        return Optional.ofNullable(docs.getDocCommentTree(path));
    }

    private static String words(List<?> tree) {
        return tree.stream()
                .map(Object::toString)
                .collect(Collectors.joining())
                .replaceAll("\\{@code ([^}]+)}", "`$1`")
                .replaceAll("\\bnull\\b", "not set")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<AnnotationTree> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .<AnnotationTree>map(annotation -> annotation)
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .findFirst();
    }

    /** The only value that is given; of several, those of an array, as a YAML list. */
    private static Optional<String> value(AnnotationTree annotation) {
        return annotation.getArguments().stream().findFirst().map(SettingRecords::text);
    }

    private static String text(ExpressionTree expression) {
        return switch ((Tree) expression) {
            case AssignmentTree named -> text(named.getExpression());
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case NewArrayTree array ->
                array.getInitializers().stream().map(SettingRecords::text).collect(Collectors.joining(", ", "[", "]"));
            default -> expression.toString();
        };
    }

    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
