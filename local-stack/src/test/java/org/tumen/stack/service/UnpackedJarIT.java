package org.tumen.stack.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.settings.Home;

/** The jars that ship, unpacked by the tool that is in them. */
class UnpackedJarIT {

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void aJarIsBuilt() throws IOException {
        jar = folder.resolve("a-service.jar");
        build("crawler-service");
    }

    @Test
    void isMadeOnceWithItsLibrariesBesideIt() throws IOException {
        var first = UnpackedJar.of(jar);
        var made = Files.getLastModifiedTime(first.getParent());

        assertThat(first).exists().isNotEqualTo(jar).hasFileName("a-service.jar");
        assertThat(first.resolveSibling("lib")).isDirectoryContaining("glob:**/spring-boot-*.jar");
        assertThat(UnpackedJar.of(jar)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.getParent())).isEqualTo(made);
    }

    @Test
    void takesThePlaceOfThatOfAnEarlierBuild() throws IOException {
        var first = UnpackedJar.of(jar);
        var time = Files.getLastModifiedTime(jar);
        build("alert-service");
        Files.setLastModifiedTime(jar, time);

        assertThat(UnpackedJar.of(jar)).exists().isNotEqualTo(first);
        assertThat(first).doesNotExist();
        assertThat(folder.resolve("unpacked")).isDirectoryNotContaining("glob:**/begun*");
    }

    @Test
    void isTheJarItselfWhereItCannotBeUnpacked() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("without-the-tool.txt"));
        }

        assertThat(UnpackedJar.of(jar)).isEqualTo(jar);
    }

    private void build(String module) throws IOException {
        Files.copy(Home.ofThisJar().jar(module), jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
