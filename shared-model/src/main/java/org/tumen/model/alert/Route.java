package org.tumen.model.alert;

/**
 * One alert to one subscription.
 *
 * @param subscription which
 * @param reason why it matched, in words for its reader
 */
public record Route(SubscriptionId subscription, String reason) {}
