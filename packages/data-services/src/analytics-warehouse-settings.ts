import { checksFor, logRetention, type ArgumentChecks } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import { AnalyticsWarehouseKind, type AnalyticsWarehouseArgs } from "./analytics-warehouse-args";

/** What steers an AnalyticsWarehouse, checked and with defaults. */
export interface AnalyticsWarehouseSettings {
  readonly kind: AnalyticsWarehouseKind;
  readonly identifier: string;
  readonly databaseName: string;
  readonly administratorName: string;
  readonly availabilityZones: number;
  readonly nodeType: string;
  readonly nodes: number;
  readonly snapshotDays: number;
  readonly baseCapacity: number;
  readonly maxCapacity: number;
  readonly logRetentionDays: number;
}

/** Checks the plain arguments of an AnalyticsWarehouse. Limits: Amazon Redshift Management Guide, "Quotas and limits". */
export function readAnalyticsWarehouseSettings(name: string, args: AnalyticsWarehouseArgs): AnalyticsWarehouseSettings {
  const checks = checksFor("AnalyticsWarehouse", name);
  const kind = checks.oneOf("kind", args.kind ?? AnalyticsWarehouseKind.Cluster, Object.values(AnalyticsWarehouseKind));
  checkKind(checks, args, kind);
  if ((args.replicaRegion === undefined) !== (args.replicaKeyArn === undefined)) {
    checks.fail(
      "replicaRegion and replicaKeyArn",
      "are not given together: a copy without a key of yours would be under AWS's own",
      "Give both, or neither",
    );
  }
  const isServerless = kind === AnalyticsWarehouseKind.Serverless;
  const baseCapacity = checks.integer("baseCapacity", args.baseCapacity ?? 32, 8, 512);
  const maxCapacity = checks.integer(
    "maxCapacity",
    args.maxCapacity ?? Math.min(512, baseCapacity * 4),
    baseCapacity,
    512,
  );
  for (const [argument, capacity] of Object.entries({ baseCapacity, maxCapacity })) {
    if (capacity % 8 !== 0) checks.fail(argument, `is ${String(capacity)}`, "Give a multiple of 8");
  }
  const word = /^[a-z][a-z0-9_]{0,62}$/;
  const administratorName = args.administratorName ?? "administrator";
  if (["admin", "public", "root", "rdsdb"].includes(administratorName)) {
    checks.fail("administratorName", `is "${administratorName}", which is reserved or guessed first`, "Choose another");
  }
  return {
    kind,
    identifier: checks.matches(
      "identifier",
      args.identifier ?? `${name}-${pulumi.getStack()}`.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      /^(?=.{3,57}$)[a-z](?:-?[a-z0-9])*$/,
      "3 to 57 of a-z, 0-9 and single dashes, a letter first",
    ),
    databaseName: checks.matches("databaseName", args.databaseName ?? "warehouse", word, "a lower-case word"),
    administratorName: checks.matches("administratorName", administratorName, word, "a lower-case word"),
    // Behind enhanced routing a workgroup needs three zones.
    availabilityZones: checks.integer("availabilityZones", args.availabilityZones ?? 3, isServerless ? 3 : 2, 3),
    nodeType: checks.matches(
      "nodeType",
      args.nodeType ?? "ra3.xlplus",
      /^r[a-z]\d\.\w+$/,
      "a type with managed storage, such as ra3.xlplus; the older ones are at their end, and HSMs with them",
    ),
    nodes: checks.integer("nodes", args.nodes ?? 2, 2, 128),
    snapshotDays: checks.integer("snapshotDays", args.snapshotDays ?? 35, 7, 35),
    baseCapacity,
    maxCapacity,
    logRetentionDays: logRetention(checks, args.logRetentionDays),
  };
}

function checkKind(checks: ArgumentChecks, args: AnalyticsWarehouseArgs, kind: AnalyticsWarehouseKind): void {
  const foreign =
    kind === AnalyticsWarehouseKind.Serverless
      ? (["nodeType", "nodes", "multiAz", "snapshotDays", "replicaRegion", "replicaKeyArn", "alarmTopicArn"] as const)
      : (["baseCapacity", "maxCapacity"] as const);
  const given = foreign.find((argument) => args[argument] !== undefined);
  if (given === undefined) return;
  const of = kind === AnalyticsWarehouseKind.Serverless ? "a cluster" : "Serverless";
  checks.fail(`${given} and kind`, `contradict each other: ${given} is an argument of ${of}`, "Leave one of them out");
}
