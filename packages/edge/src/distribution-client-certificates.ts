import * as cloudfront from "@pulumi/aws/cloudfront";
import { awsEnvironment, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";
import type { ApplicationDistributionClientCertificates } from "./application-distribution-args";
import { requireArgument } from "./load-balancer-settings";

/** Checks which client certificates a distribution asks for. */
export function checkViewerCertificates(
  checks: ArgumentChecks,
  given: ApplicationDistributionClientCertificates | undefined,
): void {
  if (given === undefined) return;
  const mend = "Name the object with the authorities' certificates in PEM";
  requireArgument(checks, "clientCertificates.bundleBucketName", given.bundleBucketName, mend);
  requireArgument(checks, "clientCertificates.bundleObjectKey", given.bundleObjectKey, mend);
  const { bundleBucketRegion: region } = given;
  if (typeof region === "string")
    checks.matches(
      "clientCertificates.bundleBucketRegion",
      region,
      /^[a-z]{2}(-[a-z]+)+-\d$/,
      "a Region, as in us-east-1",
    );
}

/**
 * The distribution's demand for a client certificate that an authority in the trust store has issued and that has not
 * expired. Without one there is no TLS session, so nobody else gets as far as a request, not even AWS WAF's.
 */
export function viewerCertificates(
  name: string,
  given: ApplicationDistributionClientCertificates,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): inputs.cloudfront.DistributionViewerMtlsConfig {
  const store = new cloudfront.TrustStore(
    `${name}-mtls`,
    {
      caCertificatesBundleSource: {
        caCertificatesBundleS3Location: {
          bucket: given.bundleBucketName,
          key: given.bundleObjectKey,
          region: given.bundleBucketRegion ?? awsEnvironment(parent).region,
          ...(given.bundleObjectVersion === undefined ? {} : { version: given.bundleObjectVersion }),
        },
      },
      ...(tags === undefined ? {} : { tags }),
    },
    { parent },
  );
  return {
    mode: "required",
    trustStoreConfig: {
      trustStoreId: store.id,
      ignoreCertificateExpiry: false,
      advertiseTrustStoreCaNames: given.advertiseAuthorities ?? false,
    },
  };
}
