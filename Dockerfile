# One build for all services, and one image per service: docker build --target crawler-service .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -Psbom -DskipTests -pl crawler-service,classifier-service,alert-service -am package
# Spring Boot's layers: what changes seldom comes first, so that a new version of Tumen is a small layer.
RUN java -Djarmode=tools -jar crawler-service/target/crawler-service.jar extract --layers --launcher --destination /layers/crawler-service \
 && java -Djarmode=tools -jar alert-service/target/alert-service.jar extract --layers --launcher --destination /layers/alert-service

FROM eclipse-temurin:25-jre AS service
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp"
WORKDIR /app
USER 10001:10001

FROM service AS crawler-service
COPY --from=build /layers/crawler-service/dependencies/ ./
COPY --from=build /layers/crawler-service/spring-boot-loader/ ./
COPY --from=build /layers/crawler-service/snapshot-dependencies/ ./
COPY --from=build /layers/crawler-service/application/ ./
EXPOSE 8081
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]

FROM service AS classifier-service
COPY --from=build /src/classifier-service/target/lib/ ./lib/
COPY --from=build /src/classifier-service/target/classifier-service.jar ./
EXPOSE 8082
ENTRYPOINT ["java", "-jar", "classifier-service.jar"]

FROM service AS alert-service
COPY --from=build /layers/alert-service/dependencies/ ./
COPY --from=build /layers/alert-service/spring-boot-loader/ ./
COPY --from=build /layers/alert-service/snapshot-dependencies/ ./
COPY --from=build /layers/alert-service/application/ ./
EXPOSE 8080
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
