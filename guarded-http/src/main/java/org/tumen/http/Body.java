package org.tumen.http;

import java.nio.charset.Charset;

/** The decoded bytes of an answer. */
public final class Body {

    private final byte[] bytes;

    public Body(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
