package io.exitbrain.topology.process;

import java.nio.file.Path;

/** Another engine uses the state folder. */
public final class StateFolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StateFolderInUse(Path folder, String applicationId) {
        super(
                "another engine with application.id %s uses the folder %s: stop that engine, or set state.dir to another folder"
                        .formatted(applicationId, folder));
    }
}
