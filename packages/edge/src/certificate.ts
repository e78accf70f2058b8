import * as acm from "@pulumi/aws/acm";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import type { NameSettings, RequestedCertificate } from "./certificate-settings";

/** NIST P-256: allowed in FIPS mode, and faster than RSA at the same strength. */
const defaultKeyAlgorithm = "EC_prime256v1";
const validationTtlSeconds = 60;
/** ACM renews 60 days before the end; at 45 a renewal has failed for two weeks. */
export const alarmBelowDays = 45;
const secondsPerDay = 86400;

/** Where a certificate is, and what it is made with. */
export interface CertificatePlace {
  /** Nothing for the Region of the provider. */
  region?: string;
  keyAlgorithm?: string;
}

/** ARN of the certificate to serve. A requested one resolves once ACM has issued it. */
export function certificateArn(
  name: string,
  settings: NameSettings,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
  place: CertificatePlace = {},
): pulumi.Output<string> {
  const { certificate } = settings;
  if ("arn" in certificate) return pulumi.output(certificate.arn);
  return requestedCertificate(name, certificate, tags, parent, place);
}

/** A certificate that ACM has issued, and renews as long as the validation records stay. */
export function requestedCertificate(
  name: string,
  request: RequestedCertificate,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
  { keyAlgorithm = defaultKeyAlgorithm, ...place }: CertificatePlace = {},
): pulumi.Output<string> {
  const certificate = new acm.Certificate(
    `${name}-certificate`,
    {
      ...place,
      domainName: request.domainName,
      ...(request.alternativeNames.length ? { subjectAlternativeNames: [...request.alternativeNames] } : {}),
      validationMethod: "DNS",
      keyAlgorithm,
      ...(tags === undefined ? {} : { tags }),
    },
    { parent },
  );
  const records = validatedNames(request).map((domain) => validationRecord(name, certificate, request, domain, parent));
  const validation = new acm.CertificateValidation(
    `${name}-certificate`,
    { ...place, certificateArn: certificate.arn, validationRecordFqdns: records.map((record) => record.fqdn) },
    { parent },
  );
  return validation.certificateArn;
}

// A wildcard name is validated by the record of the name that it stands below, so the two share one.
function validatedNames(request: RequestedCertificate): string[] {
  const names = [request.domainName, ...request.alternativeNames].map(bareName);
  return [...new Set(names)];
}

function bareName(name: string): string {
  return name.replace(/^\*\./, "");
}

/**
 * ACM asks an account for one record a name, whatever the Region of the certificate. So one that certificates of other
 * Regions have too may be there already, and is left behind for them in the end.
 */
function sharing({ sharedNames = [] }: RequestedCertificate, domain: string): boolean {
  return sharedNames.some((name) => bareName(name) === domain);
}

// One record for each name that the program knows. What goes into it is known after ACM has answered; the options come
// as a set, so they are told apart by name.
function validationRecord(
  name: string,
  certificate: acm.Certificate,
  request: RequestedCertificate,
  domain: string,
  parent: pulumi.Resource,
): route53.Record {
  const option = certificate.domainValidationOptions.apply((options) => {
    const own = options.find((candidate) => bareName(candidate.domainName) === domain);
    if (!own) throw new Error(`ACM gave no validation record for ${domain}; run the update again`);
    return own;
  });
  const shared = sharing(request, domain);
  const suffix = domain === bareName(request.domainName) ? "validation" : `validation-${domain}`;
  return new route53.Record(
    `${name}-${suffix}`,
    {
      zoneId: request.hostedZoneId,
      name: option.resourceRecordName,
      type: option.resourceRecordType,
      records: [option.resourceRecordValue],
      ttl: validationTtlSeconds,
      ...(shared ? { allowOverwrite: true } : {}),
    },
    shared ? { parent, retainOnDelete: true } : { parent },
  );
}

/** Alarm for a certificate that is not being renewed. */
export function expiryAlarm(
  name: string,
  certificate: pulumi.Input<string>,
  topicArn: pulumi.Input<string>,
  parent: pulumi.Resource,
  { days = alarmBelowDays, ...place }: { days?: number; region?: string } = {},
): cloudwatch.MetricAlarm {
  return new cloudwatch.MetricAlarm(
    `${name}-certificate-expiry`,
    {
      ...place,
      alarmDescription: `The certificate of ${name} expires in less than ${days} days.`,
      namespace: "AWS/CertificateManager",
      metricName: "DaysToExpiry",
      dimensions: { CertificateArn: certificate },
      statistic: "Minimum",
      period: secondsPerDay,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: days,
      treatMissingData: "missing",
      alarmActions: [topicArn],
    },
    { parent },
  );
}
