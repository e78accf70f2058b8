import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** The arguments about name and certificate, which both load balancers have. */
export interface NameArgs {
  certificateArn?: pulumi.Input<string>;
  domainName?: string;
  hostedZoneId?: pulumi.Input<string>;
  subjectAlternativeNames?: string[];
  sharedNames?: string[];
}

/** A certificate that exists already. */
export interface GivenCertificate {
  arn: pulumi.Input<string>;
}

/** A certificate that the component requests. */
export interface RequestedCertificate {
  domainName: string;
  hostedZoneId: pulumi.Input<string>;
  alternativeNames: readonly string[];
  /** Those of the further names that certificates of other Regions have too. */
  sharedNames?: readonly string[];
}

/** What to do about the certificate and the DNS name. */
export interface NameSettings {
  certificate: GivenCertificate | RequestedCertificate;
  domainName: string | undefined;
  /** Set when an alias record is to be made. */
  hostedZoneId: pulumi.Input<string> | undefined;
}

/** ACM's default quota of names in one certificate, the first one included. */
const mostNames = 10;
const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const hostName = new RegExp(`^(?=.{1,253}$)(${label}\\.)+${label}$`);
const certificateName = new RegExp(`^(?=.{1,253}$)(\\*\\.)?(${label}\\.)+${label}$`);
const lowerCaseHostName = "a host name in lower case, for example records.example.com";

/** Checks which of the arguments about name and certificate are given together. */
export function nameSettings(checks: ArgumentChecks, args: NameArgs): NameSettings {
  const { certificateArn, domainName, hostedZoneId } = args;
  if (domainName !== undefined) checks.matches("domainName", domainName, hostName, lowerCaseHostName);
  if (domainName === undefined && hostedZoneId !== undefined) {
    checks.fail("hostedZoneId", "is given without domainName, so the record has no name", "Give domainName as well");
  }
  if (certificateArn !== undefined) {
    for (const argument of ["subjectAlternativeNames", "sharedNames"] as const) {
      if (args[argument] === undefined) continue;
      checks.fail(
        `${argument} and certificateArn`,
        "are given together, but the names of an existing certificate are fixed",
        `Leave ${argument} out, or leave certificateArn out to have a certificate requested`,
      );
    }
    return { certificate: { arn: certificateArn }, domainName, hostedZoneId };
  }
  if (domainName === undefined) {
    return checks.fail(
      "certificateArn",
      "is missing, and so is domainName, for which a certificate could be requested",
      "Give certificateArn, or domainName with hostedZoneId",
    );
  }
  if (hostedZoneId === undefined) {
    return checks.fail(
      "hostedZoneId",
      "is missing: without it ACM cannot validate the certificate for domainName",
      "Give the public hosted zone of the domain, or the ARN of an existing certificate as certificateArn",
    );
  }
  const sharedNames = args.sharedNames ?? [];
  const alternativeNames = alternatives(checks, domainName, [...(args.subjectAlternativeNames ?? []), ...sharedNames]);
  return {
    certificate: { domainName, hostedZoneId, alternativeNames, sharedNames },
    domainName,
    hostedZoneId,
  };
}

/** The names of a certificate of its own, of which the first may be a wildcard too. Returns the further ones. */
export function requestedNames(
  checks: ArgumentChecks,
  domainName: string,
  names: readonly string[],
  argument = "subjectAlternativeNames",
): readonly string[] {
  checks.matches("domainName", domainName, certificateName, `${lowerCaseHostName} or *.example.com`);
  return alternatives(checks, domainName, names, argument);
}

function alternatives(
  checks: ArgumentChecks,
  domainName: string,
  names: readonly string[],
  argument = "subjectAlternativeNames",
): readonly string[] {
  for (const name of names) {
    checks.matches(argument, name, certificateName, `${lowerCaseHostName} or *.example.com`);
  }
  checks.unique(argument, [domainName, ...names]);
  if (names.length >= mostNames) {
    checks.fail(
      argument,
      `has ${names.length} elements; with domainName that is more than the ${mostNames} names of one certificate`,
      "Use a wildcard name, or a second certificate by certificateArn",
    );
  }
  return names;
}
