import * as cloudcontrol from "@pulumi/aws/cloudcontrol";
import * as ecr from "@pulumi/aws/ecr";
import * as signer from "@pulumi/aws/signer";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, tags, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { ImageRegistryArgs } from "./image-registry-args";

/**
 * The settings of an account's registry in one Region, for all its repositories: every image is scanned by Amazon
 * Inspector as it is pushed and again whenever a new weakness becomes known, and is signed as it is pushed. Once per account
 * and Region, since AWS keeps one of each setting.
 *
 * Signatures are verified where images are deployed: give `imageVerifierArn` of the services the function of AWS Signer's
 * admission controller for Amazon ECS, with `signingProfileArn` as the profile to trust.
 *
 * Safeguards: 45 CFR 164.312(c)(1) integrity, 164.308(a)(5)(ii)(B) malicious software, 164.308(a)(1)(ii)(A) risk analysis.
 *
 * Cost in us-east-1 (list prices, November 2026): Inspector 0.09 USD for an image at its first scan and 0.01 for each later
 * one; signing is free.
 *
 * @throws ArgumentError when arguments do not fit.
 */
export class ImageRegistry extends pulumi.ComponentResource {
  /** Account of the registry. */
  public readonly registryId!: pulumi.Output<string>;
  /** ARN of the profile that signs, for whoever pushes and for the verifier; empty without signing. */
  public readonly signingProfileArn!: pulumi.Output<string>;

  constructor(name: string, args: ImageRegistryArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    checkArguments(checksFor("ImageRegistry", name), name, args);
    super("service:index:ImageRegistry", name, { ...args }, opts);

    const environment = awsEnvironment(this);
    const scanning = new ecr.RegistryScanningConfiguration(
      `${name}-scanning`,
      {
        scanType: "ENHANCED",
        rules: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] }],
      },
      { parent: this },
    );
    createReplication(name, args.replicaRegions ?? [], environment.accountId, this);
    this.signingProfileArn =
      args.signing === false ? pulumi.output("") : createSigning(name, args, tags({}, args.tags), this);

    this.registryId = scanning.registryId;
    this.registerOutputs({ registryId: this.registryId, signingProfileArn: this.signingProfileArn });
  }
}

function checkArguments(checks: ArgumentChecks, name: string, args: ImageRegistryArgs): void {
  checks.matches("name", name, /^[A-Za-z][A-Za-z0-9-]*$/, "letters, digits and hyphens, a letter first");
  if (name.length > maxName) {
    checks.fail("name", `has ${name.length} characters, and the signing profile takes ${maxName}`, "Shorten it");
  }
  const regions = args.replicaRegions ?? [];
  checks.unique("replicaRegions", regions);
  if (regions.length > 25) checks.fail("replicaRegions", `holds ${regions.length}`, "Amazon ECR copies to 25 at most");
  for (const region of regions) {
    checks.matches("replicaRegions", region, /^[a-z]{2,3}(?:-[a-z]+)+-\d$/, "a Region, for example us-west-2");
  }
  if (args.signatureMonths === undefined) return;
  checks.integer("signatureMonths", args.signatureMonths, 1, 135);
  if (args.signing === false) {
    checks.fail("signing and signatureMonths", "do not fit: nothing is signed", "Leave signatureMonths out");
  }
}

/** The name of a profile has 64 characters, of which the provider makes 26 and an underscore stands before them. */
const maxName = 37;

function createReplication(
  name: string,
  regions: readonly string[],
  registryId: pulumi.Output<string>,
  parent: pulumi.Resource,
): void {
  if (regions.length === 0) return;
  new ecr.ReplicationConfiguration(
    `${name}-replication`,
    {
      replicationConfiguration: { rules: [{ destinations: regions.map((region) => ({ region, registryId })) }] },
    },
    { parent },
  );
}

/**
 * Managed signing. The provider has no resource for it, so it goes through Cloud Control. Source: `AWS::ECR::SigningConfiguration`;
 * a rule without filters is for every repository.
 */
function createSigning(
  name: string,
  args: ImageRegistryArgs,
  allTags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const profile = new signer.SigningProfile(
    `${name}-signing`,
    {
      // Names of profiles take no hyphens, which generated ones have.
      namePrefix: `${name.replaceAll("-", "_")}_`,
      platformId: "Notation-OCI-SHA384-ECDSA",
      signatureValidityPeriod: { type: "MONTHS", value: args.signatureMonths ?? 135 },
      tags: allTags,
    },
    { parent },
  );
  const configuration = new cloudcontrol.Resource(
    `${name}-managed-signing`,
    {
      typeName: "AWS::ECR::SigningConfiguration",
      desiredState: profile.arn.apply((signingProfileArn) =>
        JSON.stringify({ Rules: [{ SigningProfileArn: signingProfileArn }] }),
      ),
    },
    { parent },
  );
  // Whoever pushes by this ARN has the image signed.
  return pulumi.all([profile.arn, configuration.id]).apply(([arn]) => arn);
}
