package org.tumen.alert.baseline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tumen.model.assessment.SignalId;

/**
 * What signals are made of: material acts outweigh statements and ceremony, and words that no deed follows are performed
 * intimacy (Jun 2025, parts III and IV).
 */
public record SignalKinds(Set<SignalId> material, Set<SignalId> words) {

    /** In the order of their weight. */
    public enum Kind {
        WORDS,
        ACT,
        MATERIAL
    }

    public SignalKinds {
        material = Set.copyOf(material);
        words = Set.copyOf(words);
    }

    static SignalKinds of(BaselineFile.Kinds kinds) {
        return new SignalKinds(set(kinds.material()), set(kinds.words()));
    }

    public Kind of(SignalId signal) {
        if (material.contains(signal)) {
            return Kind.MATERIAL;
        }
        return words.contains(signal) ? Kind.WORDS : Kind.ACT;
    }

    private static Set<SignalId> set(List<SignalId> signals) {
        return Set.copyOf(new HashSet<>(signals));
    }
}
