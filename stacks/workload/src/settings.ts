import { SettingsReader } from "./settings-reader";

/** How many tasks a service runs. */
export interface TaskCounts {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/**
 * What an environment may choose: names and images, size, redundancy and retention locks. No safeguard is among them,
 * so none can differ between environments.
 */
export interface WorkloadSettings {
  /** Public name of the application, for example `dev.clinic.example.com`. */
  readonly domainName: string;
  /** Name of the internal load balancer, for example `internal.dev.clinic.example.com`. */
  readonly internalDomainName: string;
  /** Route 53 public hosted zone that holds both names. */
  readonly hostedZoneId: string;
  /** Container images by digest or by immutable tag. */
  readonly webImage: string;
  readonly appImage: string;
  /** The worker behind the queue of jobs. */
  readonly workerImage: string;
  /** The task that changes the schema. */
  readonly migrationImage: string;
  /** Tools for emergencies. */
  readonly debugImage: string;
  /** The TLS sidecar's image. */
  readonly proxyImage: string;
  readonly cidrBlock: string;
  /** AWS Organizations id, which narrows endpoint and bucket policies; optional. */
  readonly organizationId: string | undefined;
  /** Address that alarms go to; optional. */
  readonly alertEmail: string | undefined;
  readonly availabilityZones: number;
  /** `none`, `single` or `per-zone`. */
  readonly natStrategy: string;
  readonly webTasks: TaskCounts;
  readonly appTasks: TaskCounts;
  readonly workerTasks: TaskCounts;
  readonly databaseInstanceClass: string;
  readonly databaseStorageGb: number;
  readonly databaseMaxStorageGb: number;
  readonly databaseMultiAz: boolean;
  readonly cacheNodeType: string;
  readonly cacheReplicas: number;
  /** IAM role that administers users, roles and indexes of the search domain. */
  readonly searchAdministratorArn: string;
  readonly searchInstanceType: string;
  readonly searchManagerType: string;
  /** GiB of each data node. */
  readonly searchVolumeGb: number;
  /** Retention lock: load balancers and the database refuse deletion while it is on. */
  readonly deletionProtection: boolean;
  /** Retention lock: whether a bucket that still holds objects can be destroyed with its stack. */
  readonly destroyBucketsWithObjects: boolean;
}

const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

const searchType = /^[a-z0-9]+\.[a-z0-9]+\.search$/;

/**
 * Reads and checks the whole configuration of the namespace `workload`.
 *
 * @param config all keys of the stack's configuration with their texts, as `pulumi.runtime.allConfig()` gives them
 * @throws SettingError for a missing key, a value of the wrong form, or a key that nothing reads
 */
export function readSettings(config: Readonly<Record<string, string>>): WorkloadSettings {
  const reader = new SettingsReader("workload", config);
  const tasks = (key: string): TaskCounts => {
    const min = reader.integer(`${key}Min`, 1, 100);
    const max = reader.integer(`${key}Max`, min, 1000);
    return { min, max, desired: reader.integer(`${key}Desired`, min, max) };
  };
  const storage = reader.integer("databaseStorageGb", 20, 65536);
  const settings: WorkloadSettings = {
    domainName: reader.text("domainName", domainName, "a domain name in lower case, such as app.example.com"),
    internalDomainName: reader.text("internalDomainName", domainName, "a domain name in lower case"),
    hostedZoneId: reader.text(
      "hostedZoneId",
      /^Z[A-Z0-9]{1,31}$/,
      "the id of a Route 53 hosted zone, such as Z0123456789ABC",
    ),
    webImage: reader.image("webImage"),
    appImage: reader.image("appImage"),
    workerImage: reader.image("workerImage"),
    migrationImage: reader.image("migrationImage"),
    debugImage: reader.image("debugImage"),
    proxyImage: reader.image("proxyImage"),
    cidrBlock: reader.text("cidrBlock", /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "an IPv4 CIDR, such as 10.10.0.0/16"),
    organizationId: reader.optionalText(
      "organizationId",
      /^o-[a-z0-9]{10,32}$/,
      "an AWS Organizations id, such as o-a1b2c3d4e5",
    ),
    alertEmail: reader.optionalText("alertEmail", /^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address"),
    availabilityZones: reader.integer("availabilityZones", 2, 3),
    natStrategy: reader.choice("natStrategy", ["none", "single", "per-zone"]),
    webTasks: tasks("webTasks"),
    appTasks: tasks("appTasks"),
    workerTasks: tasks("workerTasks"),
    databaseInstanceClass: reader.text(
      "databaseInstanceClass",
      /^db\.[a-z0-9-]+\.[a-z0-9]+$/,
      "a class such as db.m7g.large",
    ),
    databaseStorageGb: storage,
    databaseMaxStorageGb: reader.integer("databaseMaxStorageGb", storage, 65536),
    databaseMultiAz: reader.flag("databaseMultiAz"),
    cacheNodeType: reader.text(
      "cacheNodeType",
      /^cache\.[a-z0-9-]+\.[a-z0-9]+$/,
      "a node type such as cache.m7g.large",
    ),
    cacheReplicas: reader.integer("cacheReplicas", 0, 5),
    searchAdministratorArn: reader.text(
      "searchAdministratorArn",
      /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      "the ARN of an IAM role, such as arn:aws:iam::111122223333:role/search-administrator",
    ),
    searchInstanceType: reader.text("searchInstanceType", searchType, "a type such as r7g.large.search"),
    searchManagerType: reader.text("searchManagerType", searchType, "a type such as m7g.large.search"),
    searchVolumeGb: reader.integer("searchVolumeGb", 10, 24_576),
    deletionProtection: reader.flag("deletionProtection"),
    destroyBucketsWithObjects: reader.flag("destroyBucketsWithObjects"),
  };
  reader.refuseUnread();
  return settings;
}
