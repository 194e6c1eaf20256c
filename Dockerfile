# One build for all services, and one image per service: docker build --target crawler-service .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -ntp -Psbom -DskipTests -pl crawler-service,classifier-service,alert-service -am package
# What changes seldom lies apart, so that a new version of Tumen is a small layer. Plain jars: a cache of classes knows no jar in a jar.
RUN for service in crawler-service alert-service; do \
      java -Djarmode=tools -jar $service/target/$service.jar extract --layers --destination /layers/$service; \
    done

FROM eclipse-temurin:25-jre AS service
# Nothing can be executed in the containers' /tmp: Netty does without its native library, which it would unpack there.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp -Dio.netty.transport.noNative=true"
WORKDIR /app

# Each image ends with a cache of loaded and linked classes (JEP 483, JEP 514), from a start of the service that ends before it
# reaches for broker or database. A service that finds the cache unfit, on another processor say, starts without it.
FROM service AS crawler-service
COPY --from=build /layers/crawler-service/dependencies/ ./
COPY --from=build /layers/crawler-service/snapshot-dependencies/ ./
COPY --from=build /layers/crawler-service/application/ ./
RUN --mount=type=bind,source=seeds,target=/etc/tumen \
    timeout 300 java -XX:AOTCacheOutput=classes.aot -Dspring.context.exit=onRefresh -Dspring.flyway.enabled=false \
      -Dspring.datasource.hikari.connection-timeout=250 -jar crawler-service.jar --tumen.crawler.feeds=/etc/tumen/feeds >/dev/null \
    && test -s classes.aot
USER 10001:10001
EXPOSE 8081
ENTRYPOINT ["java", "-XX:AOTCache=classes.aot", "-jar", "crawler-service.jar"]

FROM service AS classifier-service
COPY --from=build /src/classifier-service/target/lib/ ./lib/
COPY --from=build /src/classifier-service/target/classifier-service.jar ./
# It has no such end of its own: it is stopped once it listens.
RUN --mount=type=bind,source=seeds,target=/etc/tumen timeout 300 bash -c '\
    java -XX:AOTCacheOutput=classes.aot -Dtumen.classifier.signals=/etc/tumen/signals -Dtumen.classifier.actors=/etc/tumen/actors \
      -jar classifier-service.jar & \
    until (: </dev/tcp/127.0.0.1/8082) 2>/dev/null; do sleep 1; kill -0 $! || exit 1; done; \
    kill $!; wait $!; test -s classes.aot'
USER 10001:10001
EXPOSE 8082
# It holds 80 MB from its start on. From the few MB that a small container would begin with it would collect garbage hundreds of times on the way there.
# Its heap comes in pages of 2 MB, where the kernel lets it choose: touched the first time in the middle of a start, 4 kB at a time takes a third more of collecting.
ENTRYPOINT ["java", "-XX:AOTCache=classes.aot", "-XX:+UseTransparentHugePages", "-Xms256m", "-jar", "classifier-service.jar"]

FROM service AS alert-service
COPY --from=build /layers/alert-service/dependencies/ ./
COPY --from=build /layers/alert-service/snapshot-dependencies/ ./
COPY --from=build /layers/alert-service/application/ ./
# It ends where it first asks its database, which is near the end of its start.
RUN --mount=type=bind,source=seeds,target=/etc/tumen \
    timeout 300 java -XX:AOTCacheOutput=classes.aot -Dspring.context.exit=onRefresh -Dspring.flyway.enabled=false \
      -Dspring.datasource.hikari.connection-timeout=250 -jar alert-service.jar \
      --tumen.alert.subscriptions=/etc/tumen/subscriptions --tumen.alert.stories.terms=/etc/tumen/stories.yaml \
      --tumen.alert.calendar.days=/etc/tumen/calendar.yaml --tumen.alert.baseline.limits=/etc/tumen/baseline.yaml \
      --tumen.alert.index.weights=/etc/tumen/index.yaml --tumen.alert.expectations.expected=/etc/tumen/expectations.yaml >/dev/null; \
    test -s classes.aot
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:AOTCache=classes.aot", "-jar", "alert-service.jar"]
