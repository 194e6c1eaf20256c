package org.tumen.model.parts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that run twice when {@code -Dtumen.containers} asks for it: with broker and database in this process, as all do, and with those of
 * docker-compose.yml ({@link Containers}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ExtendWith(NeedsEngine.class)
public @interface AlsoInContainers {}
