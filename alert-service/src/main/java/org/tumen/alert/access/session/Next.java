package org.tumen.alert.access.session;

import java.util.regex.Pattern;

/** Where somebody wanted to go who was asked to log in first: a place of ours, or the first page. */
final class Next {

    /** Neither another host, as {@code //evil.example} is, nor anything that means something else to somebody. */
    private static final Pattern OURS = Pattern.compile("/(?:[\\w.~%=&?+:,-][\\w.~%=&?+:,/-]*)?");

    private static final int LONGEST = 1_000;

    private Next() {}

    static String of(String wanted) {
        return wanted.length() <= LONGEST && OURS.matcher(wanted).matches() ? wanted : "/";
    }
}
