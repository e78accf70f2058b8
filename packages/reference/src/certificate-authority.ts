import type * as pulumi from "@pulumi/pulumi";
import { PrivateCertificateAuthority } from "@hipaa-aws/edge";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { ServiceTls, type FargateServiceArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";

/** Who asks the authority for certificates is the proxy. */
export function checkAuthority(
  checks: ArgumentChecks,
  { certificateAuthority, proxyImage }: HipaaWebApplicationArgs,
): void {
  if (certificateAuthority === undefined || proxyImage !== undefined) return;
  checks.fail(
    "certificateAuthority",
    "is given without proxyImage, whose container asks it for certificates",
    "Give proxyImage as well, with the AWS CLI in it",
  );
}

/** Creates the authority, whose certificates hold for days: there is nothing to revoke. */
export function createAuthority(
  name: string,
  { certificateAuthority, tags }: HipaaWebApplicationArgs,
  parent: pulumi.Resource,
): PrivateCertificateAuthority | undefined {
  if (certificateAuthority === undefined) return undefined;
  return new PrivateCertificateAuthority(`${name}-authority`, { ...certificateAuthority, tags }, { parent });
}

/** Who ends TLS in the tasks of a service that is called by these names. */
export function tlsOf(
  { proxyImage }: HipaaWebApplicationArgs,
  authority: PrivateCertificateAuthority | undefined,
  certificateNames: string[],
): Pick<FargateServiceArgs, "tls" | "proxyImage" | "certificateAuthorityArn" | "certificateNames"> {
  if (proxyImage === undefined) return { tls: ServiceTls.Application };
  if (authority === undefined) return { tls: ServiceTls.Sidecar, proxyImage };
  const { certificateAuthorityArn } = authority;
  return { tls: ServiceTls.PrivateCa, proxyImage, certificateAuthorityArn, certificateNames };
}

/** Endpoint by which the proxies ask. */
export function authorityEndpoints({ certificateAuthority }: HipaaWebApplicationArgs): string[] {
  return certificateAuthority ? ["acm-pca"] : [];
}
