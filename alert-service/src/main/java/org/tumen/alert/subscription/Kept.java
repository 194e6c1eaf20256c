package org.tumen.alert.subscription;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.subscription.SubscriptionFile.Entry;

/**
 * A subscription with what it was made of.
 *
 * @param entry as somebody wrote it
 * @param file in which it stands; null when it was made by REST
 */
record Kept(
        Entry entry, Subscription subscription, @Nullable Path file) {}
