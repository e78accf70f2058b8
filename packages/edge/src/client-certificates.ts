import * as lb from "@pulumi/aws/lb";
import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { ClientCertificates } from "./client-certificates-args";
import { requireArgument } from "./load-balancer-settings";

const longestTrustStoreName = 32;
/** Quota of a trust store. */
const mostRevocationLists = 30;

/** Checks which client certificates are asked for. */
export function checkClientCertificates(
  checks: ArgumentChecks,
  name: string,
  given: ClientCertificates | undefined,
): void {
  if (given === undefined) return;
  const mend = "Name the object with the authorities' certificates in PEM";
  requireArgument(checks, "clientCertificates.bundleBucketName", given.bundleBucketName, mend);
  requireArgument(checks, "clientCertificates.bundleObjectKey", given.bundleObjectKey, mend);
  checks.fitsAutoname(`${name}-mtls`, longestTrustStoreName, "names of trust stores");
  const count = given.revocationLists?.length ?? 0;
  if (count > mostRevocationLists) {
    checks.fail(
      "clientCertificates.revocationLists",
      `has ${count} elements, more than the ${mostRevocationLists} of a trust store`,
      "Leave out those of authorities that are no longer trusted",
    );
  }
}

/**
 * The listener's demand for a client certificate that an authority in the trust store has issued, that has not expired
 * and is not revoked. Without one there is no TLS session, so nobody else gets as far as a request.
 */
export function mutualAuthentication(
  name: string,
  given: ClientCertificates,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): { input: inputs.lb.ListenerMutualAuthentication; dependsOn: pulumi.Resource[] } {
  const store = new lb.TrustStore(
    `${name}-mtls`,
    {
      caCertificatesBundleS3Bucket: given.bundleBucketName,
      caCertificatesBundleS3Key: given.bundleObjectKey,
      ...(given.bundleObjectVersion === undefined
        ? {}
        : { caCertificatesBundleS3ObjectVersion: given.bundleObjectVersion }),
      ...(tags === undefined ? {} : { tags }),
    },
    { parent },
  );
  const lists = (given.revocationLists ?? []).map(
    (list, index) =>
      new lb.TrustStoreRevocation(
        `${name}-revoked-${String(index + 1)}`,
        {
          trustStoreArn: store.arn,
          revocationsS3Bucket: list.bucketName,
          revocationsS3Key: list.objectKey,
          ...(list.objectVersion === undefined ? {} : { revocationsS3ObjectVersion: list.objectVersion }),
        },
        { parent },
      ),
  );
  return {
    // What is revoked is known before the first client is let in.
    dependsOn: lists,
    input: {
      mode: "verify",
      trustStoreArn: store.arn,
      ignoreClientCertificateExpiry: false,
      advertiseTrustStoreCaNames: given.advertiseAuthorities ? "on" : "off",
    },
  };
}
