import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import * as fs from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";

/** Folders of one stack's life: nothing of the user's own Pulumi set-up is read or written. */
export interface TemporaryWorkspace {
  readonly work: string;
  /** Where the launcher of policy packs goes; first on the PATH. */
  readonly bin: string;
  readonly packConfigFile: string;
  readonly pulumiHome: string;
  readonly backendUrl: string;
  /** For the CLI and all that it starts. */
  readonly environment: Record<string, string>;
  remove(): Promise<void>;
}

/** Makes the folders. They are removed by `remove`, and at the latest when the process exits. */
export async function temporaryWorkspace(): Promise<TemporaryWorkspace> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), "hipaa-engine-"));
  const removeNow = () => rmSync(root, { recursive: true, force: true });
  process.once("exit", removeNow);
  const folder = (name: string) => path.join(root, name);
  await Promise.all(["work", "bin", "home", "state"].map((name) => fs.mkdir(folder(name))));
  const backendUrl = pathToFileURL(folder("state")).href;
  return {
    work: folder("work"),
    bin: folder("bin"),
    packConfigFile: folder("policy-config.json"),
    pulumiHome: folder("home"),
    backendUrl,
    environment: {
      PATH: [folder("bin"), process.env.PATH].filter(Boolean).join(path.delimiter),
      // Stronger than the project's own setting, and so than what the user's shell has.
      PULUMI_BACKEND_URL: backendUrl,
      // The state lives as long as this process and holds simulated values only.
      PULUMI_CONFIG_PASSPHRASE: randomUUID(),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
    remove: async () => {
      process.off("exit", removeNow);
      await fs.rm(root, { recursive: true, force: true });
    },
  };
}
