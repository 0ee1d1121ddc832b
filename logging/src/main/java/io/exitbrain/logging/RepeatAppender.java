package io.exitbrain.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.concurrent.TimeUnit;

/** Writes lines to stderr or a file. Of warnings that repeat it writes the first and, once a minute, how many more there were. */
final class RepeatAppender extends AppenderBase<ILoggingEvent> {

    static final String NAME = "exit-brain";

    private static final String FILE = "log.file";

    private final Repeats<ILoggingEvent> repeats = new Repeats<>();
    private LogFormat format;
    private final OutputStreamAppender<ILoggingEvent> out;

    RepeatAppender(LogFormat format) {
        this(format, target());
    }

    RepeatAppender(LogFormat format, OutputStreamAppender<ILoggingEvent> out) {
        this.format = format;
        this.out = out;
        setName(NAME);
    }

    @Override
    public void start() {
        startTarget();
        super.start();
        getContext()
                .addScheduledFuture(getContext()
                        .getScheduledExecutorService()
                        .scheduleWithFixedDelay(this::tellEnded, 1, 1, TimeUnit.SECONDS));
    }

    private static OutputStreamAppender<ILoggingEvent> target() {
        String file = System.getProperty(FILE, "");
        if (!file.isEmpty()) {
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setFile(file);
            appender.setAppend(false);
            return appender;
        }
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        return appender;
    }

    private void startTarget() {
        Encoder<ILoggingEvent> encoder = format.encoder();
        encoder.setContext(getContext());
        encoder.start();
        out.setContext(getContext());
        out.setEncoder(encoder);
        out.start();
    }

    synchronized void use(LogFormat newFormat) {
        if (format != newFormat) {
            format = newFormat;
            Encoder<ILoggingEvent> encoder = format.encoder();
            encoder.setContext(getContext());
            encoder.start();
            out.setEncoder(encoder);
        }
    }

    @Override
    protected synchronized void append(ILoggingEvent line) {
        if (!Lines.isCounted(line) || repeats.passes(Lines.kind(line), line, System.currentTimeMillis())) {
            out.doAppend(Lines.shortened(line));
        }
    }

    private synchronized void tellEnded() {
        repeats.ended(System.currentTimeMillis()).forEach(counted -> out.doAppend(Lines.counted(counted)));
    }

    synchronized void flush() {
        repeats.all().forEach(counted -> out.doAppend(Lines.counted(counted)));
    }

    @Override
    public void stop() {
        flush();
        super.stop();
        out.stop();
    }
}
