package org.tumen.model.assessment;

/**
 * The event types of PLOVER as POLECAT uses them, each in its quad class (Halterman et al., PLOVER and POLECAT, 2023).
 * CONCEDE is the one that is also called RETREAT or YIELD.
 */
public enum EventType {
    AGREE(QuadClass.VERBAL_COOPERATION),
    CONSULT(QuadClass.VERBAL_COOPERATION),
    SUPPORT(QuadClass.VERBAL_COOPERATION),
    COOPERATE(QuadClass.MATERIAL_COOPERATION),
    AID(QuadClass.MATERIAL_COOPERATION),
    CONCEDE(QuadClass.MATERIAL_COOPERATION),
    REQUEST(QuadClass.VERBAL_CONFLICT),
    ACCUSE(QuadClass.VERBAL_CONFLICT),
    REJECT(QuadClass.VERBAL_CONFLICT),
    THREATEN(QuadClass.VERBAL_CONFLICT),
    PROTEST(QuadClass.MATERIAL_CONFLICT),
    SANCTION(QuadClass.MATERIAL_CONFLICT),
    MOBILIZE(QuadClass.MATERIAL_CONFLICT),
    COERCE(QuadClass.MATERIAL_CONFLICT),
    ASSAULT(QuadClass.MATERIAL_CONFLICT);

    private final QuadClass quad;

    EventType(QuadClass quad) {
        this.quad = quad;
    }

    public QuadClass quad() {
        return quad;
    }
}
