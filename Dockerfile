# One image for every command that ships: run, sidecar, replay, topics. From the jars that `./exit-brain build` makes.
FROM eclipse-temurin:17-jre

RUN groupadd --gid 10001 exitbrain \
 && useradd --uid 10001 --gid exitbrain --no-create-home --shell /usr/sbin/nologin exitbrain \
 && install -d -o exitbrain -g exitbrain /data

# libraries first: they change less often than our own jars
COPY topology/target/lib/ /app/topology/lib/
COPY health-sidecar/target/lib/ /app/health-sidecar/lib/
COPY topology/target/topology-*.jar /app/topology/
COPY health-sidecar/target/health-sidecar-*.jar /app/health-sidecar/
COPY --chmod=755 docker/exit-brain docker/healthy /usr/local/bin/

# nothing is written but below /data and /tmp: run it with a read-only root file system
USER 10001:10001
WORKDIR /data
VOLUME /data
ENV EXIT_BRAIN_STATE_DIR=/data/state \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp"
EXPOSE 8001 8003
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=5 CMD ["healthy"]
ENTRYPOINT ["exit-brain"]
CMD ["run"]
