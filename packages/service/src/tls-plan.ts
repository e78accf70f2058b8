import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";

/** Who ends TLS in the task, and where. */
export interface TlsPlan {
  readonly tls: ServiceTls;
  /** A proxy container of ours ends TLS. */
  readonly proxied: boolean;
  readonly port: number;
  /** Port behind the proxy; unused without one. */
  readonly applicationPort: number;
  /** Days for which a certificate of the private CA is valid. */
  readonly certificateDays: number;
}

type TlsArgument = "proxyImage" | "applicationPort" | "certificateAuthorityArn" | "serviceConnect";

/** What each way needs, and what it takes beside that. Everything else is refused: it would be silently without effect. */
const ways: Record<ServiceTls, { readonly needs: readonly TlsArgument[]; readonly takes: readonly TlsArgument[] }> = {
  [ServiceTls.Sidecar]: { needs: ["proxyImage"], takes: ["applicationPort"] },
  [ServiceTls.Application]: { needs: [], takes: [] },
  [ServiceTls.PrivateCa]: { needs: ["proxyImage", "certificateAuthorityArn"], takes: ["applicationPort"] },
  [ServiceTls.ServiceConnect]: { needs: ["certificateAuthorityArn", "serviceConnect"], takes: [] },
};

const dnsName =
  /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const discoveryName = /^[a-z](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;

/** @throws ArgumentError when the arguments are not those of the way that `tls` names. */
export function planTls(checks: ArgumentChecks, args: FargateServiceArgs): TlsPlan {
  const tls = checks.oneOf("tls", args.tls, Object.values(ServiceTls));
  const { needs, takes } = ways[tls];
  for (const argument of needs) {
    if (args[argument] !== undefined) continue;
    checks.fail(`tls and ${argument}`, `do not fit: ${tls} needs it`, `Give ${argument}`);
  }
  for (const argument of ["proxyImage", "applicationPort", "certificateAuthorityArn", "serviceConnect"] as const) {
    if (args[argument] === undefined || needs.includes(argument) || takes.includes(argument)) continue;
    checks.fail(`tls and ${argument}`, `do not fit: ${tls} makes no use of it`, `Leave ${argument} out`);
  }
  const proxied = tls === ServiceTls.Sidecar || tls === ServiceTls.PrivateCa;
  const port = checks.integer("containerPort", args.containerPort ?? 8443, 1024, 65535);
  const applicationPort = checks.integer("applicationPort", args.applicationPort ?? 8080, 1024, 65535);
  if (proxied && port === applicationPort) {
    checks.fail("containerPort and applicationPort", `are both ${port}`, "The proxy needs a port of its own");
  }
  if (args.serviceConnect !== undefined) {
    checks.matches(
      "serviceConnect.discoveryName",
      args.serviceConnect.discoveryName,
      discoveryName,
      "1 to 63 lower-case letters, digits, hyphens and underscores, a letter first",
    );
  }
  return { tls, proxied, port, applicationPort, certificateDays: planCertificate(checks, args) };
}

function planCertificate(checks: ArgumentChecks, args: FargateServiceArgs): number {
  const ours = args.tls === ServiceTls.PrivateCa;
  for (const argument of ["certificateNames", "certificateDays"] as const) {
    if (ours || args[argument] === undefined) continue;
    checks.fail(`tls and ${argument}`, "do not fit: the proxy asks no CA", `Leave ${argument} out`);
  }
  if (ours) {
    const names = checks.atLeast("certificateNames", args.certificateNames ?? [], 1);
    checks.unique("certificateNames", names);
    if (names.length > 10) checks.fail("certificateNames", `holds ${names.length} names`, "Give ten at most");
    for (const name of names) checks.matches("certificateNames", name, dnsName, "a DNS name in lower case");
  }
  return checks.integer("certificateDays", args.certificateDays ?? 7, 1, 397);
}
