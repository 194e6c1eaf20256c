package org.tumen.http;

import java.nio.charset.Charset;

/** The decoded bytes of an answer. */
public final class Body {

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    /** @param bytes that nobody else keeps: a page is not copied once more for each time that it is fetched */
    static Body owning(byte[] bytes) {
        return new Body(bytes);
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
