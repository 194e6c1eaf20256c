package org.tumen.stack.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.process.Launched;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Ports;

/** The Kafka broker, in a process of its own that runs {@link BrokerMain} from this module's jar. */
public final class Broker implements Component {

    public static final String NAME = "broker";

    private final DataDirectory data;
    private final Ports ports;
    private final Path jar;
    private final int advertised;
    private final MoreEnvironment more;

    /**
     * Starts nothing yet.
     *
     * @param jar this module's
     */
    public Broker(DataDirectory data, Ports ports, Path jar) {
        this(data, ports, jar, ports.broker(), MoreEnvironment.NONE);
    }

    private Broker(DataDirectory data, Ports ports, Path jar, int advertised, MoreEnvironment more) {
        this.more = more;
        this.advertised = advertised;
        this.data = data;
        this.ports = ports;
        this.jar = jar;
    }

    /** The same for one that clients reach at another port, from where they are led to it. */
    public static Broker behind(DataDirectory data, Ports ports, Path jar, int port, MoreEnvironment more) {
        return new Broker(data, ports, jar, port, more);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String whereabouts() {
        return "Kafka on " + ports.bootstrapServers();
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public Launched start() {
        return Launched.child(new JavaProcess(
                        data.log(NAME),
                        List.of(
                                "-Xms256m",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dlogback.configurationFile=broker-logback.xml"),
                        List.of("-cp", jar.toString(), BrokerMain.class.getName()),
                        List.of(
                                data.broker().toString(),
                                String.valueOf(ports.broker()),
                                String.valueOf(ports.controller()),
                                String.valueOf(advertised)),
                        more.of(NAME),
                        true)
                .start());
    }

    /** The broker opens its port when it can serve. */
    @Override
    public boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), ports.broker()), 500);
            return true;
        } catch (IOException e) {
            return false; // Not yet.
        }
    }
}
