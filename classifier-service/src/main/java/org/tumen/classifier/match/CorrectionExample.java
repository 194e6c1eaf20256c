package org.tumen.classifier.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Dyad;

/**
 * A place of a text that could tell a signal, with what there is to see of it: the models of pairs and of statuses are made of them.
 *
 * @param pairs of whom it could tell it
 * @param shown what the model of pairs sees of each
 * @param words what the model of statuses sees of the unit
 * @param stances what it sees beside, for each pair
 */
public record CorrectionExample(
        Signal signal,
        List<Dyad> pairs,
        List<Set<String>> shown,
        Map<String, Integer> words,
        List<Set<String>> stances) {}
