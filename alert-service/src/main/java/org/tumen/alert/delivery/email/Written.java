package org.tumen.alert.delivery.email;

/** A mail as it is to be read: one subject, and the same facts as text and as HTML. */
record Written(String subject, String text, String html) {}
