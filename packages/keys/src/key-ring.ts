import * as pulumi from "@pulumi/pulumi";
import { createKey } from "./key";
import { keyClassNames } from "./key-classes";
import { checkKeyRing } from "./key-ring-checks";
import type { KeyRingArgs, KeyRingKey } from "./key-ring-args";
import { watchKeys } from "./key-watch";

/**
 * One symmetric customer-managed KMS key for each class of data, with alias, yearly rotation, the longest waiting
 * period before deletion and a key policy that parts those who manage a key from those who use it. One class, one key:
 * a key can then be audited, denied or destroyed without touching the data of another class.
 *
 * Cost: about $9 a month for nine keys, $1 more for each key after its first and after its second rotation, the same
 * again for replicas (list price of us-east-1, November 2026).
 *
 * Source: 45 CFR 164.312(a)(2)(iv), 164.308(a)(4)(ii)(B).
 */
export class KeyRing extends pulumi.ComponentResource {
  /** Key of databases, their snapshots and replicas. */
  public readonly database!: pulumi.Output<KeyRingKey>;
  /** Key of cache nodes and their snapshots. */
  public readonly cache!: pulumi.Output<KeyRingKey>;
  /** Key of documents in object storage. */
  public readonly documents!: pulumi.Output<KeyRingKey>;
  /** Key of images, recordings and other media in object storage. */
  public readonly media!: pulumi.Output<KeyRingKey>;
  /** Key of secrets and secure parameters. */
  public readonly secrets!: pulumi.Output<KeyRingKey>;
  /** Key of log groups, trails and archives of logs. */
  public readonly logs!: pulumi.Output<KeyRingKey>;
  /** Key of queues, topics and event buses. */
  public readonly messaging!: pulumi.Output<KeyRingKey>;
  /** Key of backup vaults. */
  public readonly backup!: pulumi.Output<KeyRingKey>;
  /** Key of block volumes and of the ephemeral storage of tasks. */
  public readonly volumes!: pulumi.Output<KeyRingKey>;

  /** @throws ArgumentError when an argument is out of range, names no role, or contradicts another. */
  constructor(name: string, args: KeyRingArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("keys:index:KeyRing", name, args, opts);
    checkKeyRing(name, args);

    this.database = createKey(this, name, "database", args);
    this.cache = createKey(this, name, "cache", args);
    this.documents = createKey(this, name, "documents", args);
    this.media = createKey(this, name, "media", args);
    this.secrets = createKey(this, name, "secrets", args);
    this.logs = createKey(this, name, "logs", args);
    this.messaging = createKey(this, name, "messaging", args);
    this.backup = createKey(this, name, "backup", args);
    this.volumes = createKey(this, name, "volumes", args);

    watchKeys(
      name,
      args,
      keyClassNames.map((keyClass) => this[keyClass]),
      this,
    );

    this.registerOutputs({
      database: this.database,
      cache: this.cache,
      documents: this.documents,
      media: this.media,
      secrets: this.secrets,
      logs: this.logs,
      messaging: this.messaging,
      backup: this.backup,
      volumes: this.volumes,
    });
  }
}
