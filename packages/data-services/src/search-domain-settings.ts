import { checksFor, logRetention } from "@hipaa-aws/foundation";
import type { SearchDomainArgs } from "./search-domain-args";

/** What steers a SearchDomain, checked and with defaults. */
export interface SearchDomainSettings {
  readonly engineVersion: string;
  readonly availabilityZones: number;
  readonly standby: boolean;
  readonly dataNodes: number;
  readonly instanceType: string;
  readonly managerType: string;
  readonly volumeGib: number;
  readonly logRetentionDays: number;
}

/** Instances that burst: no tuning, no standby. */
const bursts = /^t\d/;

/** Checks the plain arguments of a SearchDomain. Limits: Amazon OpenSearch Service Developer Guide, "Quotas". */
export function readSearchDomainSettings(name: string, args: SearchDomainArgs): SearchDomainSettings {
  const checks = checksFor("SearchDomain", name);
  checks.fitsAutoname(name, 28, "a domain");
  checks.matches("name", name, /^[a-z][a-z0-9-]+$/, "a lower-case letter, then a-z, 0-9 and dashes");
  const clients = checks.atLeast("clientArns", args.clientArns, 1);
  for (const client of [...clients, args.administratorArn]) {
    if (typeof client !== "string") continue;
    checks.matches(
      "clientArns and administratorArn",
      client,
      /^arn:aws[a-z-]*:iam::\d{12}:role\/[^*?]+$/,
      "a role's ARN",
    );
  }
  const engineVersion = args.engineVersion ?? "OpenSearch_2.19";
  const [, major = "0", minor = "0"] = /^OpenSearch_(\d+)\.(\d+)$/.exec(engineVersion) ?? [];
  if (Number(major) < 2 || (major === "2" && Number(minor) < 19)) {
    checks.fail("engineVersion", `is "${engineVersion}"`, "Choose OpenSearch_2.19 or newer");
  }
  const availabilityZones = checks.integer("availabilityZones", args.availabilityZones ?? 3, 2, 3);
  const instanceType = args.instanceType ?? "r7g.large.search";
  const managerType = args.managerType ?? "m7g.large.search";
  for (const type of [instanceType, managerType]) {
    // The families before these cannot encrypt.
    checks.matches(
      "instanceType and managerType",
      type,
      /^(?:t3|[cmr](?:[5-9]|\d\d)\w*|i[3-9]\w*|o[rm]\d\w*)\.\w+\.search$/,
      "an instance type such as r7g.large.search, of a family that encrypts",
    );
  }
  const isBursting = bursts.test(instanceType) || bursts.test(managerType);
  const standby = args.standby ?? (availabilityZones === 3 && !isBursting);
  if (standby && (availabilityZones !== 3 || isBursting)) {
    checks.fail("standby", "needs three Availability Zones, and nodes that do not burst", "Give them, or leave it out");
  }
  const dataNodes = checks.integer("dataNodes", args.dataNodes ?? availabilityZones, 2, 80);
  if (dataNodes % availabilityZones !== 0) {
    const problem = `is ${String(dataNodes)}, which ${String(availabilityZones)} zones do not share evenly`;
    checks.fail("dataNodes", problem, `Give a multiple of ${String(availabilityZones)}`);
  }
  return {
    engineVersion,
    availabilityZones,
    standby,
    dataNodes,
    instanceType,
    managerType,
    volumeGib: checks.integer("volumeGib", args.volumeGib ?? 100, 10, 24_576),
    logRetentionDays: logRetention(checks, args.logRetentionDays),
  };
}

/** Whether the service tunes the domain: it does not where nodes burst. */
export function isTuned({ instanceType, managerType }: SearchDomainSettings): boolean {
  return !bursts.test(instanceType) && !bursts.test(managerType);
}
