package org.tumen.stack.bench;

/** Where on an alert's way the service is killed. */
enum Step {
    /** While it starts, before anything can be known of it. */
    STARTING("while it starts"),
    /** The broker has just acknowledged an assessment. */
    ON_THE_TOPIC("assessment on the topic"),
    /** An alert has just been stored, with its deliveries. */
    STORED("alert stored"),
    /** The mail server has a whole mail and has not answered yet. */
    MAIL_TAKEN("mail taken, not answered"),
    /** The mail server has accepted a mail. */
    MAIL_ACCEPTED("mail accepted"),
    /** The receiver has a whole call and has not answered yet. */
    CALL_TAKEN("call taken, not answered"),
    /** The receiver has accepted a call. */
    CALL_ACCEPTED("call accepted"),
    /** Any other moment under load. */
    ANY_MOMENT("any other moment");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
