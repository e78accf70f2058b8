import * as rds from "@pulumi/aws/rds";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import { AuroraPostgresClusterGlobalRole, type AuroraPostgresClusterArgs } from "./args";
import type { AuroraSettings } from "./settings";

/**
 * Holds credentials and global database against each other. RDS cannot manage the master password of clusters in a
 * global database, and a secondary has no master user of its own.
 * Source: "Limitations for Secrets Manager integration with Amazon Aurora" in the Aurora User Guide.
 *
 * @throws ArgumentError that names both arguments.
 */
export function checkGlobalDatabase(checks: ArgumentChecks, args: AuroraPostgresClusterArgs): void {
  const { globalDatabase, rotatedMaster, snapshotIdentifier, masterUsername } = args;
  if (!globalDatabase) return;
  checks.oneOf("globalDatabase.role", globalDatabase.role, Object.values(AuroraPostgresClusterGlobalRole));
  if (typeof globalDatabase.identifier === "string") {
    const { identifier } = globalDatabase;
    const form = "up to 63 lower-case letters, digits and single hyphens, beginning with a letter";
    checks.matches("globalDatabase.identifier", identifier, /^(?=.{1,63}$)[a-z](-?[a-z0-9])*$/, form);
  }
  checks.exclusive({ globalDatabase, snapshotIdentifier });
  if (globalDatabase.role === AuroraPostgresClusterGlobalRole.Primary) {
    if (!rotatedMaster)
      checks.fail(
        "globalDatabase and rotatedMaster",
        "do not fit: RDS cannot manage the master password of a cluster in a global database",
        "Give rotatedMaster",
      );
    if (globalDatabase.sourceRegion !== undefined)
      checks.fail("globalDatabase.sourceRegion", "is given for a primary, which has no source", "Leave it out");
    return;
  }
  for (const [argument, given] of Object.entries({ rotatedMaster, masterUsername }))
    if (given !== undefined)
      checks.fail(
        `globalDatabase and ${argument}`,
        "do not fit: a secondary has the master user of its primary",
        `Leave ${argument} out`,
      );
  if (globalDatabase.sourceRegion === undefined)
    checks.fail("globalDatabase.sourceRegion", "is missing", "Give the Region of the primary");
}

/**
 * The global cluster, which its primary makes.
 *
 * @returns its identifier, for the cluster that joins; nothing where there is no global database.
 */
export function createGlobalCluster(
  name: string,
  args: AuroraPostgresClusterArgs,
  settings: AuroraSettings,
  options: pulumi.CustomResourceOptions,
): pulumi.Output<string> | undefined {
  if (!args.globalDatabase) return undefined;
  if (settings.isSecondary) return pulumi.output(args.globalDatabase.identifier);
  return new rds.GlobalCluster(
    `${name}-global`,
    {
      globalClusterIdentifier: args.globalDatabase.identifier,
      engine: "aurora-postgresql",
      engineVersion: settings.engineVersion,
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      storageEncrypted: true,
      deletionProtection: settings.deletionProtection,
      tags: args.tags,
    },
    options,
  ).globalClusterIdentifier;
}
