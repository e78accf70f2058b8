import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkAccess } from "./access";
import { checkConnections } from "./connections";
import { checkGrants } from "./grants";
import { InstanceTierTenancy, type InstanceTierArgs } from "./instance-tier-args";
import { planRouting, type RoutingPlan } from "./routing-plan";
import { ServiceTier } from "./task-args";
import { planCounts, type TaskCounts } from "./task-counts";

/** The arguments that shape the graph, checked and with defaults. */
export interface InstancePlan extends RoutingPlan, TaskCounts {
  readonly checks: ArgumentChecks;
  readonly tier: ServiceTier;
  readonly tenancy: InstanceTierTenancy;
  readonly port: number;
  readonly rootDeviceName: string;
  readonly rootVolumeGib: number;
  readonly cpuPercent: number;
  readonly maxInstanceDays: number;
  readonly warmupSeconds: number;
  readonly logFiles: readonly string[];
}

const device = /^\/dev\/[a-z0-9]+$/;
const logFile = /^(?:\/[A-Za-z0-9_.*-]+)+$/;
const systemLogs = [
  "/var/log/messages",
  "/var/log/secure",
  "/var/log/audit/audit.log",
  "/var/log/cloud-init-output.log",
];

/** @throws ArgumentError for the first argument that cannot be built. */
export function planInstances(name: string, args: InstanceTierArgs): InstancePlan {
  const checks = checksFor("InstanceTier", name);
  checks.matches("name", name, /^[A-Za-z][A-Za-z0-9-]*$/, "letters, digits and hyphens, a letter first");
  checks.fitsAutoname(`${name}-tg`, 32, "target groups");
  checkAccess(checks, args.access ?? {});
  checkGrants(checks, args.grants ?? []);
  checkConnections(checks, args);
  const tier = checks.oneOf("tier", args.tier, Object.values(ServiceTier));
  checkSubnets(checks, args, tier);
  if (typeof args.imageId === "string") checkImageId(checks, args.imageId);
  if (typeof args.instanceType === "string") checkInstanceType(checks, args.instanceType);
  return {
    checks,
    tier,
    tenancy: checks.oneOf("tenancy", args.tenancy ?? InstanceTierTenancy.Shared, Object.values(InstanceTierTenancy)),
    port: checks.integer("port", args.port ?? 8443, 1, 65535),
    cpuPercent: checks.integer("cpuPercent", args.cpuPercent ?? 60, 10, 90),
    maxInstanceDays: checks.integer("maxInstanceDays", args.maxInstanceDays ?? 30, 1, 365),
    warmupSeconds: checks.integer("warmupSeconds", args.warmupSeconds ?? 300, 0, 3600),
    logFiles: planLogFiles(checks, args.logFiles ?? systemLogs),
    ...planVolumes(checks, args),
    ...planRouting(checks, args),
    ...planCounts(checks, args.minCount, args.maxCount, args.desiredCount),
  };
}

/** Refuses what is no image. A parameter of Systems Manager is refused too: a rollback could not name the image before. */
export function checkImageId(checks: ArgumentChecks, imageId: string): string {
  return checks.matches("imageId", imageId, /^ami-[0-9a-f]{8,17}$/, "the id of an image, ami-…");
}

// Families of the Xen hypervisor. Source: "Amazon EC2 instance types", instances built on Nitro.
const beforeNitro = /^(?:t[12]|m[1-4]|c[134]|r[34]|i[23]|d2|g[23]|h1|p[23]|f1|x1e?)\./;
const typeForm = /^[a-z][a-z0-9-]*\.(?:nano|micro|small|medium|large|(?:[0-9]+)?xlarge|metal(?:-[0-9]+xl)?)$/;

/** Refuses types whose hypervisor does not encrypt traffic between instances. */
export function checkInstanceType(checks: ArgumentChecks, instanceType: string): string {
  checks.matches("instanceType", instanceType, typeForm, "a type of EC2, for example m7g.large");
  if (beforeNitro.test(instanceType)) {
    checks.fail(
      "instanceType",
      `is ${instanceType}, of a family before Nitro`,
      "Choose a newer one, such as m7g.large",
    );
  }
  return instanceType;
}

function checkSubnets(checks: ArgumentChecks, { network }: InstanceTierArgs, tier: ServiceTier): void {
  const argument = tier === ServiceTier.Web ? "webSubnetIds" : "appSubnetIds";
  const subnets = network[argument];
  if (Array.isArray(subnets)) checks.atLeast<unknown>(`network.${argument}`, subnets, 2);
}

function planVolumes(checks: ArgumentChecks, args: InstanceTierArgs) {
  const rootDeviceName = checks.matches("rootDeviceName", args.rootDeviceName ?? "/dev/xvda", device, "/dev/…");
  const rootVolumeGib = checks.integer("rootVolumeGib", args.rootVolumeGib ?? 20, 8, 16_384);
  const data = args.dataVolumes ?? [];
  for (const { deviceName, sizeGib } of data) {
    checks.matches("dataVolumes deviceName", deviceName, device, "the name of a device, /dev/…");
    checks.integer(`dataVolumes "${deviceName}".sizeGib`, sizeGib, 1, 16_384);
  }
  checks.unique("dataVolumes and rootDeviceName", [rootDeviceName, ...data.map(({ deviceName }) => deviceName)]);
  return { rootDeviceName, rootVolumeGib };
}

function planLogFiles(checks: ArgumentChecks, files: readonly string[]): readonly string[] {
  checks.atLeast("logFiles", files, 1);
  checks.unique("logFiles", files);
  for (const file of files) checks.matches("logFiles", file, logFile, "an absolute path of letters, digits, dots");
  return files;
}
