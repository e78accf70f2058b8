import * as pulumi from "@pulumi/pulumi";

/**
 * What a resource holds, for policies, backups and audits. Untagged means PHI, so a component tags only where the
 * answer is no, or where the purpose decides which safeguards apply.
 */
export interface HipaaTags {
  /** Whether the resource holds PHI. */
  phi?: boolean;
  /** The tier a subnet, load balancer or service belongs to. */
  tier?: "public" | "web" | "app" | "data" | "endpoints";
  /** What a bucket, log group, role or key is for, where that changes the safeguards. */
  purpose?: "audit" | "log-archive" | "elb-logs" | "s3-access-logs" | "break-glass";
}

/** `hipaa:` tags as AWS tags, with the user's own tags on top. */
export function tags(
  hipaa: HipaaTags,
  own?: pulumi.Input<Record<string, pulumi.Input<string>>>,
  name?: string,
): pulumi.Output<Record<string, string>> {
  return pulumi.output(own).apply((given): Record<string, string> => ({
    ...(name === undefined ? {} : { Name: name }),
    ...(hipaa.phi === undefined ? {} : { "hipaa:phi": String(hipaa.phi) }),
    ...(hipaa.tier === undefined ? {} : { "hipaa:tier": hipaa.tier }),
    ...(hipaa.purpose === undefined ? {} : { "hipaa:purpose": hipaa.purpose }),
    ...given,
  }));
}
