import * as pulumi from "@pulumi/pulumi";
import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { alarmBelowDays, expiryAlarm, requestedCertificate } from "./certificate";
import { requestedNames } from "./certificate-settings";
import { requireArgument } from "./load-balancer-settings";
import { ManagedCertificateKey, type ManagedCertificateArgs } from "./managed-certificate-args";
import { checkArnRegion, cloudFrontRegion } from "./regions";

const fewestDays = 30;
const mostDays = 59;

/**
 * A public certificate that ACM issues, validates by DNS and renews by itself, and the alarm that says when it does not.
 * Its ARN is known once it is issued, so nothing serves it before. The private key never leaves ACM.
 *
 * Cost (November 2026, list prices, a month): none; alarm 0.10 USD.
 *
 * @throws ArgumentError for impossible names and combinations; see README
 * Source: 45 CFR 164.312(e)(1), 164.312(e)(2)(ii), 164.308(a)(7)(i).
 */
export class ManagedCertificate extends pulumi.ComponentResource {
  /** ARN, known once ACM has issued the certificate. */
  public readonly certificateArn!: pulumi.Output<string>;
  /** The first name of the certificate. */
  public readonly domainName!: pulumi.Output<string>;

  constructor(name: string, args: ManagedCertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("ManagedCertificate", name);
    const { domainName, hostedZoneId, tags, keyAlgorithm = ManagedCertificateKey.P256 } = args;
    requireArgument(checks, "domainName", domainName, "Give the host name of the service");
    requireArgument(checks, "hostedZoneId", hostedZoneId, "Give the public hosted zone of the name");
    checks.oneOf("keyAlgorithm", keyAlgorithm, Object.values(ManagedCertificateKey));
    const alternativeNames = requestedNames(checks, domainName, args.subjectAlternativeNames ?? []);
    const days = alarmDays(checks, args);
    if (args.forCloudFront) checkArnRegion(checks, "alarmTopicArn", args.alarmTopicArn, cloudFrontRegion);
    super("edge:index:ManagedCertificate", name, { ...args }, opts);

    const place = args.forCloudFront ? { region: cloudFrontRegion } : {};
    const request = { domainName, hostedZoneId, alternativeNames };
    this.certificateArn = requestedCertificate(name, request, tags, this, { keyAlgorithm, ...place });
    if (args.alarmTopicArn !== undefined) {
      expiryAlarm(name, this.certificateArn, args.alarmTopicArn, this, { days, ...place });
    }
    this.domainName = pulumi.output(domainName);
    this.registerOutputs({ certificateArn: this.certificateArn, domainName: this.domainName });
  }
}

function alarmDays(checks: ArgumentChecks, args: ManagedCertificateArgs): number {
  if (args.alarmBelowDays === undefined) return alarmBelowDays;
  if (args.alarmTopicArn === undefined) {
    checks.fail("alarmBelowDays", "is given without alarmTopicArn, so nobody is told", "Give alarmTopicArn too");
  }
  return checks.integer("alarmBelowDays", args.alarmBelowDays, fewestDays, mostDays);
}
