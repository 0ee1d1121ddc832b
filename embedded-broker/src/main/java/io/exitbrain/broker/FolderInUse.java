package io.exitbrain.broker;

import java.nio.file.Path;

/** Another broker uses the data folder. */
public final class FolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super("another broker uses the data folder %s: stop that one, or choose another folder with --data"
                .formatted(folder));
    }
}
